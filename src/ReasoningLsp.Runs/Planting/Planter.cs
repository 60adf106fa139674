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
    /// <param name="level">How hard it is to find; a dropped case is always open.</param>
    public Planted? Plant(string id, string problem, ImmutableArray<string> steps, PlantKind kind, PlantLevel level = PlantLevel.Open)
    {
        ArgumentNullException.ThrowIfNull(id);
        ArgumentNullException.ThrowIfNull(problem);
        var random = new Random(Hash(id, seed) ^ (int)kind);
        return kind == PlantKind.Case ? Case(steps, random) : Calculated(problem, steps, kind, level, random);
    }

    /// <summary>The same on every machine and in every process.</summary>
    internal static int Hash(string id, int seed) => id.Aggregate(seed, (hash, each) => unchecked((hash * 31) + each));

    private static Planted? Case(ImmutableArray<string> steps, Random random)
    {
        var places = CaseDrop.In(steps).ToList();
        if (places.Count == 0)
            return null;
        var (step, change) = places[random.Next(places.Count)];
        return new Planted(PlantKind.Case, PlantLevel.Open, step, steps.SetItem(step, change.Text), Told(steps[step], change.Text));
    }

    private static Planted? Calculated(string problem, ImmutableArray<string> steps, PlantKind kind, PlantLevel level, Random random)
    {
        var found = steps.SelectMany(PlainCalculation.In).ToList();
        for (var attempt = 0; attempt < Tries && found.Count > 0; attempt++)
        {
            var calculation = found[random.Next(found.Count)];
            if (Changed(calculation, problem, steps, kind, level, random) is not { } change || change.Text == steps[calculation.Step])
                continue;
            if (level == PlantLevel.Open)
                return new Planted(kind, level, calculation.Step, steps.SetItem(calculation.Step, change.Text),
                    Told(steps[calculation.Step], change.Text));
            if (level == PlantLevel.Unwritten)
                change = change.Unwritten(calculation.Left.Index, calculation.Result.Index);
            if (CarriedValues.Through(steps, calculation.Step, change) is { } carried)
                return new Planted(kind, level, calculation.Step, carried, Told(steps[calculation.Step], carried[calculation.Step]));
        }

        return null;
    }

    private static PlantedChange? Changed(PlainCalculation calculation, string problem, ImmutableArray<string> steps, PlantKind kind,
        PlantLevel level, Random random)
    {
        var text = steps[calculation.Step];
        Rational a = PlainCalculation.Number(calculation.Left)!.Value, b = PlainCalculation.Number(calculation.Right)!.Value,
            c = PlainCalculation.Number(calculation.Result)!.Value;
        Rational? With(Rational left, string sign) => PlainCalculation.Value(left, sign, b) is { } value && value != c ? value : null;
        switch (kind)
        {
            case PlantKind.Number:
                return Change(text, calculation, result: Slip(calculation.Result.Value, random));
            case PlantKind.Sign:
                return c.IsZero ? null : Change(text, calculation, result: "-" + calculation.Result.Value);
            case PlantKind.Operator:
                var other = s_operators[random.Next(s_operators.Length)];
                return With(a, other) is { } value ? Follow(text, calculation, level, value, sign: other) : null;
            case PlantKind.Dependency:
                // A result of an earlier step that is not the number that belongs here.
                var earlier = steps.Take(calculation.Step).SelectMany(PlainCalculation.In).Select(each => each.Result).ToList();
                if (earlier.Count == 0)
                    return null;
                var taken = earlier[random.Next(earlier.Count)];
                return PlainCalculation.Number(taken) is { } swapped && swapped != a
                    && With(swapped, calculation.Operator.Value) is { } result
                        ? Follow(text, calculation, level, result, left: taken.Value) : null;
            case PlantKind.Unit:
                return UnitSwap.Of(text, calculation.Result.Index + calculation.Result.Length, random) is var (old, unit)
                    ? new PlantedChange(Replaced(text, old, unit), old.Index + unit.Length, null, (old.Value, unit)) : null;
            default:
                var invented = a + new Rational(random.Next(1, 9), 1);
                var given = NumbersOf(problem).Concat(steps.SelectMany(NumbersOf)).ToHashSet(StringComparer.Ordinal);
                // The number must come from the problem, and the new one from nowhere.
                return a.IsInteger && NumbersOf(problem).Contains(calculation.Left.Value) && !given.Contains(invented.ToString()!)
                    && PlainCalculation.Value(invented, calculation.Operator.Value, b) is { IsInteger: true } total
                    ? Change(text, calculation, left: invented.ToString(), result: total.ToString()) : null;
        }
    }

    // Alone, the error leaves the result that was; carried through, it is calculated with.
    private static PlantedChange? Follow(string text, PlainCalculation calculation, PlantLevel level, Rational value, string? left = null,
        string? sign = null) =>
        level == PlantLevel.Open ? Change(text, calculation, left, sign)
            : value.Sign > 0 && PlainNumber.Written(value) is { } written ? Change(text, calculation, left, sign, written) : null;

    private static PlantedChange Change(string text, PlainCalculation calculation, string? left = null, string? sign = null,
        string? result = null)
    {
        var behind = text.Length - calculation.Result.Index - calculation.Result.Length;
        var changed = text;
        foreach (var (place, by) in (ReadOnlySpan<(Capture, string?)>)
            [(calculation.Result, result), (calculation.Operator, sign), (calculation.Left, left)])
            changed = by is null ? changed : Replaced(changed, place, by);
        return new PlantedChange(changed, changed.Length - behind,
            result is null ? null : (PlainCalculation.Number(calculation.Result)!.Value, result), null);
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
