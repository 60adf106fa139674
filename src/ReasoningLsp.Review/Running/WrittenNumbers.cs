using System.Text.RegularExpressions;
using ReasoningLsp.Review.Analysis;
using ReasoningLsp.Review.Checking;
using ReasoningLsp.Review.Findings;

namespace ReasoningLsp.Review.Running;

/// <summary>Writes the numbers that a check worked out as the text of the step does: with a decimal comma where that has one.</summary>
internal static partial class WrittenNumbers
{
    /// <summary>A finding in the style of its step.</summary>
    public static Draft InStyleOf(Draft draft, StepAnalysis step, ProblemTraits traits)
    {
        var text = step.Text;
        if (!(step.Lexing.DecimalComma || traits.WritesComma) || !DecimalComma().IsMatch(text))
            return draft;
        return draft with
        {
            Message = Restyled(draft.Message, text),
            Evidence = new Evidence([.. draft.Evidence.Items.Select(item => KeyValuePair.Create(item.Key, Restyled(item.Value, text)))]),
        };
    }

    // A number that the text holds as it is, such as thousands with a point, is quoted.
    private static string Restyled(string said, string text)
    {
        var numbers = DecimalPoint().Replace(said, number =>
            text.Contains(number.Value, StringComparison.Ordinal) ? number.Value : number.Value.Replace('.', ','));
        return SignBehind().IsMatch(text) ? SignBefore().Replace(numbers, "$2 $1") : numbers;
    }

    [GeneratedRegex(@"(?<![\d.,])\d+\.\d+(?![\d.,]*\d)", RegexOptions.CultureInvariant)]
    private static partial Regex DecimalPoint();

    [GeneratedRegex(@"\d\s?€", RegexOptions.CultureInvariant)]
    private static partial Regex SignBehind();

    [GeneratedRegex(@"(€)(\d+(?:[.,]\d+)*)", RegexOptions.CultureInvariant)]
    private static partial Regex SignBefore();

    [GeneratedRegex(@"\d,\d", RegexOptions.CultureInvariant)]
    private static partial Regex DecimalComma();
}
