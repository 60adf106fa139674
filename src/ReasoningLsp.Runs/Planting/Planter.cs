using System.Collections.Immutable;
using System.Text.RegularExpressions;
using ReasoningLsp.Mathematics.Numbers;

namespace ReasoningLsp.Runs.Planting;

/// <summary>Plants one error that is certainly wrong in a right solution, where its text has a calculation that can be changed without
/// doubt. The same seed plants the same.</summary>
public sealed partial class Planter(int seed)
{
    private const int Tries = 16;

    private static readonly string[] s_operators = ["+", "-", "×", "÷"];

    /// <summary>The solution with an error of that kind, or null where none can be planted.</summary>
    /// <param name="id">What the solution is known by; with the seed it decides what is planted.</param>
    /// <param name="problem">The problem, or empty.</param>
    /// <param name="steps">The steps.</param>
    /// <param name="kind">The kind.</param>
    public Planted? Plant(string id, string problem, ImmutableArray<string> steps, PlantKind kind)
    {
        ArgumentNullException.ThrowIfNull(id);
        ArgumentNullException.ThrowIfNull(problem);
        var found = steps.SelectMany(PlainCalculation.In).ToList();
        var random = new Random(id.Aggregate(seed, (hash, each) => unchecked((hash * 31) + each)) ^ (int)kind);
        for (var attempt = 0; attempt < Tries && found.Count > 0; attempt++)
        {
            var calculation = found[random.Next(found.Count)];
            if (Changed(calculation, problem, steps, kind, random) is { } text && text != steps[calculation.Step])
                return new Planted(kind, calculation.Step, steps.SetItem(calculation.Step, text), Told(steps[calculation.Step], text));
        }

        return null;
    }

    private static string? Changed(PlainCalculation calculation, string problem, ImmutableArray<string> steps, PlantKind kind,
        Random random)
    {
        var text = steps[calculation.Step];
        Rational a = PlainCalculation.Number(calculation.Left)!.Value, b = PlainCalculation.Number(calculation.Right)!.Value,
            c = PlainCalculation.Number(calculation.Result)!.Value;
        switch (kind)
        {
            case PlantKind.Number:
                return Replaced(text, calculation.Result, Slip(calculation.Result.Value, random));
            case PlantKind.Sign:
                return c.IsZero ? null : Replaced(text, calculation.Result, "-" + calculation.Result.Value);
            case PlantKind.Operator:
                var other = s_operators[random.Next(s_operators.Length)];
                return PlainCalculation.Value(a, other, b) is { } value && value != c ? Replaced(text, calculation.Operator, other) : null;
            case PlantKind.Dependency:
                // A result of an earlier step that is not the number that belongs here.
                var earlier = steps.Take(calculation.Step).SelectMany(PlainCalculation.In).Select(each => each.Result).ToList();
                if (earlier.Count == 0)
                    return null;
                var taken = earlier[random.Next(earlier.Count)];
                return PlainCalculation.Number(taken) is { } swapped && swapped != a
                    && PlainCalculation.Value(swapped, calculation.Operator.Value, b) != c
                        ? Replaced(text, calculation.Left, taken.Value) : null;
            default:
                var invented = a + new Rational(random.Next(1, 9), 1);
                var given = NumbersOf(problem).Concat(steps.SelectMany(NumbersOf)).ToHashSet(StringComparer.Ordinal);
                // The number must come from the problem, and the new one from nowhere.
                return a.IsInteger && NumbersOf(problem).Contains(calculation.Left.Value) && !given.Contains(invented.ToString()!)
                    && PlainCalculation.Value(invented, calculation.Operator.Value, b) is { IsInteger: true } result
                    ? Replaced(Replaced(text, calculation.Result, result.ToString()!), calculation.Left, invented.ToString()!) : null;
        }
    }

    // Slips of the hand: off by one or ten, digits swapped, a place lost.
    private static string Slip(string written, Random random)
    {
        var digits = written.ToCharArray();
        switch (random.Next(3))
        {
            case 0 when written.All(char.IsAsciiDigit) && written.Length < 10:
                return (long.Parse(written, System.Globalization.CultureInfo.InvariantCulture) + (random.Next(2) == 0 ? 1 : 10))
                    .ToString(System.Globalization.CultureInfo.InvariantCulture);
            case 1 when written.Length > 1 && written.All(char.IsAsciiDigit) && digits[0] != digits[1] && digits[1] != '0':
                (digits[0], digits[1]) = (digits[1], digits[0]);
                return new string(digits);
            default:
                digits[^1] = digits[^1] == '9' ? '8' : (char)(digits[^1] + 1);
                return new string(digits);
        }
    }

    private static string Replaced(string text, Capture place, string by) =>
        text[..place.Index] + by + text[(place.Index + place.Length)..];

    private static IEnumerable<string> NumbersOf(string text) => Numbers().Matches(text).Select(match => match.Value);

    private static string Told(string before, string after)
    {
        var start = 0;
        while (start < before.Length && start < after.Length && before[start] == after[start])
            start++;
        var from = Math.Max(0, start - 20);
        return $"{before[from..Math.Min(before.Length, start + 20)]} → {after[from..Math.Min(after.Length, start + 20)]}";
    }

    [GeneratedRegex(@"\d+(?:\.\d+)?", RegexOptions.CultureInvariant)]
    private static partial Regex Numbers();
}
