using System.Text.RegularExpressions;
using ReasoningLsp.Mathematics.Numbers;

namespace ReasoningLsp.Runs.Planting;

/// <summary>A step with an error in it, and what of it goes on into what follows.</summary>
/// <param name="Text">The step.</param>
/// <param name="From">Where in it that which follows begins.</param>
/// <param name="Value">The value that was, and what stands in its place; null where no value changes.</param>
/// <param name="Unit">The unit that was, and what stands in its place; null where no unit changes.</param>
internal sealed record PlantedChange(string Text, int From, (Rational Old, string New)? Value, (string Old, string New)? Unit)
{
    /// <summary>A text in which no calculation shows the error: only its result stands there.</summary>
    /// <param name="start">Where the calculation begins.</param>
    /// <param name="result">Where its result does, if no value changes.</param>
    public PlantedChange Unwritten(int start, int result)
    {
        var shown = Value is { } value ? From - value.New.Length : result;
        return this with { Text = Text.Remove(start, shown - start), From = From - (shown - start) };
    }

    /// <summary>What an error in the unit makes of a text that follows.</summary>
    public string WithUnit(string text, int from) => Unit is not { } unit ? text
        : text[..from] + Regex.Replace(text[from..], $@"(?<=\d\s?){Regex.Escape(unit.Old)}\b", unit.New, RegexOptions.CultureInvariant);
}
