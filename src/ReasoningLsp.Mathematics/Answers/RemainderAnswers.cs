using System.Text.RegularExpressions;
using ReasoningLsp.Mathematics.Languages;
using ReasoningLsp.Mathematics.Patterns;

namespace ReasoningLsp.Mathematics.Answers;

/// <summary>Compares quotients with their remainders: <c>5 R 2</c>, <c>5 remainder 2</c>, <c>5 Rest 2</c>.</summary>
internal static class RemainderAnswers
{
    private static readonly LinearRegex s_form = new(
        $@"^(?<quotient>-?[0-9]{{1,18}})\s*(?:,\s*)?(?:[Rr]\.?|(?i:{WordPattern.AnyOf(
            LanguageFile.AllTexts("phrases", "remainder"))}))\s*(?:(?i:{WordPattern.AnyOf(LanguageFile.AllTexts("notation", "of"))})\s+)?"
        + "(?<rest>[0-9]{1,18})$");

    /// <summary>Whether both are such; then <paramref name="same"/> is whether quotient and remainder are the same.</summary>
    public static bool AreDivisions(string gold, string pred, out bool? same)
    {
        same = null;
        if (s_form.Match(gold) is not { Success: true } one || s_form.Match(pred) is not { Success: true } other)
            return false;
        same = Number(one, "quotient") == Number(other, "quotient") && Number(one, "rest") == Number(other, "rest");
        return true;
    }

    private static long Number(Match match, string name) =>
        long.Parse(match.Groups[name].Value, System.Globalization.CultureInfo.InvariantCulture);
}
