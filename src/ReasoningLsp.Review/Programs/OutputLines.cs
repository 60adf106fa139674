using ReasoningLsp.Traces;

namespace ReasoningLsp.Review.Programs;

/// <summary>Where a stated output first differs from what was printed.</summary>
/// <param name="Span">The place, in the stated output.</param>
/// <param name="Said">What stands there.</param>
/// <param name="Printed">What was printed there; null where that cannot be told line by line.</param>
/// <param name="Number">The line, from 1; null where there is but one.</param>
internal sealed record OutputLines(TextSpan Span, string Said, string? Printed, int? Number)
{
    private const int Longest = 200;

    /// <summary>The first line that differs; all of the output where its lines cannot be matched.</summary>
    public static OutputLines Of(StatedOutput stated, string printed)
    {
        var said = Places(stated.Text).ToList();
        var right = Places(printed).ToList();
        if (said.Count != right.Count)
            return new OutputLines(new TextSpan(0, stated.Text.Length), stated.Text, null, null);
        for (var at = 0; at < said.Count; at++)
        {
            var line = stated.Text.Substring(said[at].Start, said[at].Length);
            if (!OutputTokens.Of(line).IsSame(OutputTokens.Of(Printed(right[at]))))
                return new OutputLines(said[at], line, Printed(right[at]), said.Count == 1 ? null : at + 1);
        }

        return new OutputLines(new TextSpan(0, stated.Text.Length), stated.Text, null, null);

        string Printed(TextSpan span) => printed.Substring(span.Start, span.Length);
    }

    /// <summary>Whether a line can be written into any document as it is: in a string of JSON, in a fence, in an element.</summary>
    public static bool CanStand(string line) => line.Length <= Longest
        && line.All(unit => unit is >= ' ' and <= '~' and not ('"' or '\\' or '`' or '<' or '~'));

    private static IEnumerable<TextSpan> Places(string text)
    {
        for (var at = 0; at < text.Length;)
        {
            var end = text.IndexOf('\n', at) is >= 0 and var found ? found : text.Length;
            var line = text.AsSpan(at, end - at);
            var bare = line.Trim();
            if (!bare.IsEmpty)
                yield return new TextSpan(at + line.Length - line.TrimStart().Length, bare.Length);
            at = end + 1;
        }
    }
}
