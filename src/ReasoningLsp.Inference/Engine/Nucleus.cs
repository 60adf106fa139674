namespace ReasoningLsp.Inference.Engine;

/// <summary>The smallest set of the greatest weights that together hold a given amount (top-p, Holtzman et al. 2020, section
/// 3.1).</summary>
internal static class Nucleus
{
    // Fewer are sorted.
    private const int Few = 64;

    /// <summary>What parts it from the rest, in a time that grows with the number of weights alone.</summary>
    /// <param name="weights">All weights, none negative.</param>
    /// <param name="scratch">Room for as many.</param>
    /// <param name="wanted">What the set is to hold; at least one weight is in it.</param>
    /// <returns>Its least weight, how many of that weight are in it, and what it holds.</returns>
    public static (float Least, int Ties, double Kept) Of(ReadOnlySpan<float> weights, Span<float> scratch, double wanted)
    {
        var rest = scratch[..weights.Length];
        weights.CopyTo(rest);
        var kept = 0.0;
        while (rest.Length > Few)
        {
            var pivot = Median(rest[0], rest[rest.Length / 2], rest[^1]);
            var (greater, equal) = Part(rest, pivot);
            var above = Sum(rest[..greater]);
            if (greater > 0 && kept + above >= wanted)
            {
                rest = rest[..greater];
                continue;
            }

            kept += above;
            if (kept + ((double)pivot * equal) >= wanted || greater + equal == rest.Length)
            {
                var ties = pivot > 0 ? Math.Clamp((int)Math.Ceiling((wanted - kept) / pivot), 1, equal) : equal;
                return (pivot, ties, kept + ((double)pivot * ties));
            }

            kept += (double)pivot * equal;
            rest = rest[(greater + equal)..];
        }

        return Fewest(rest, kept, wanted);
    }

    private static (float Least, int Ties, double Kept) Fewest(Span<float> rest, double kept, double wanted)
    {
        rest.Sort(static (left, right) => right.CompareTo(left));
        var taken = 0;
        while (taken < rest.Length && (kept < wanted || taken == 0))
            kept += rest[taken++];
        var least = rest[taken - 1];
        var ties = 0;
        for (var i = taken - 1; i >= 0 && rest[i] == least; i--)
            ties++;
        return (least, ties, kept);
    }

    // Greater ones first, then those that are equal.
    private static (int Greater, int Equal) Part(Span<float> weights, float pivot)
    {
        var (greater, at, less) = (0, 0, weights.Length);
        while (at < less)
        {
            var weight = weights[at];
            if (weight > pivot)
            {
                weights[at++] = weights[greater];
                weights[greater++] = weight;
            }
            else if (weight < pivot)
            {
                weights[at] = weights[--less];
                weights[less] = weight;
            }
            else
            {
                at++;
            }
        }

        return (greater, less - greater);
    }

    private static float Median(float first, float second, float third) =>
        MathF.Max(MathF.Min(first, second), MathF.Min(MathF.Max(first, second), third));

    private static double Sum(ReadOnlySpan<float> weights)
    {
        var sum = 0.0;
        foreach (var weight in weights)
            sum += weight;
        return sum;
    }
}
