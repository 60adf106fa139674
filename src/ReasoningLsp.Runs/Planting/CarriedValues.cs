using System.Collections.Immutable;
using ReasoningLsp.Mathematics.Numbers;

namespace ReasoningLsp.Runs.Planting;

/// <summary>Goes on with wrong values as somebody would who does not notice: where a value that changed stands, the new one does, and
/// what is calculated with it is calculated anew.</summary>
internal sealed class CarriedValues
{
    private const string Blanks = " $";
    private const string Signs = "+-−*×·÷/=^(";

    private readonly Dictionary<Rational, string> _values = [];

    /// <summary>Begins with one value.</summary>
    public CarriedValues(Rational old, string written) => _values[old] = written;

    /// <summary>A text from a place on; null where a result cannot be written as such numbers are.</summary>
    public string? Of(string text, int from)
    {
        var edits = new SortedDictionary<int, (int Length, string Text)>();
        foreach (var calculation in PlainCalculation.In(text, 0).Where(each => each.Left.Index >= from))
        {
            if (Changed(calculation.Left.Value) is null && Changed(calculation.Right.Value) is null)
                continue;
            string left = Changed(calculation.Left.Value) ?? calculation.Left.Value,
                right = Changed(calculation.Right.Value) ?? calculation.Right.Value;
            // "9 + -27" is nothing that people write.
            if (right.StartsWith('-') || PlainNumber.Of(left) is not { } a || PlainNumber.Of(right) is not { } b
                || PlainCalculation.Value(a, calculation.Operator.Value, b) is not { } value
                || PlainNumber.Written(value) is not { } written)
                return null;
            edits[calculation.Left.Index] = (calculation.Left.Length, left);
            edits[calculation.Right.Index] = (calculation.Right.Length, right);
            edits[calculation.Result.Index] = (calculation.Result.Length, written);
            _values[PlainCalculation.Number(calculation.Result)!.Value] = written;
        }

        foreach (var number in PlainNumber.In(text).Where(each => each.Index >= from && !edits.ContainsKey(each.Index)))
        {
            if (Changed(number.Value) is not { } written)
                continue;
            // Of a longer calculation the rest would have to change too.
            if (IsCalculatedWith(text, number.Index, number.Length))
                return null;
            edits[number.Index] = (number.Length, written);
        }

        foreach (var (at, (length, written)) in edits.Reverse())
            text = string.Concat(text.AsSpan(0, at), written, text.AsSpan(at + length));
        return text;
    }

    /// <summary>The steps with a change in one of them and what follows from it; null where nothing follows, or nothing that can be
    /// written.</summary>
    public static ImmutableArray<string>? Through(ImmutableArray<string> steps, int step, PlantedChange change)
    {
        var values = change.Value is { } value ? new CarriedValues(value.Old, value.New) : null;
        var carried = steps.ToBuilder();
        for (var at = step; at < steps.Length; at++)
        {
            var (text, from) = at == step ? (change.Text, change.From) : (steps[at], 0);
            if (values is not null)
            {
                if (values.Of(text, from) is not { } went)
                    return null;
                text = went;
            }

            carried[at] = change.WithUnit(text, from);
        }

        return carried.Skip(step + 1).SequenceEqual(steps.Skip(step + 1)) ? null : carried.ToImmutable();
    }

    private static bool IsCalculatedWith(string text, int at, int length)
    {
        ReadOnlySpan<char> before = text.AsSpan(0, at).TrimEnd(Blanks), after = text.AsSpan(at + length).TrimStart(Blanks);
        return (before.Length > 0 && Signs.Contains(before[^1])) || (after.Length > 0 && Signs.Contains(after[0]));
    }

    private string? Changed(string written) => PlainNumber.Of(written) is { } value ? _values.GetValueOrDefault(value) : null;
}
