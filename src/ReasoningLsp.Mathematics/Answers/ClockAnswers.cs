using System.Globalization;
using ReasoningLsp.Mathematics.Languages;
using ReasoningLsp.Mathematics.Patterns;

namespace ReasoningLsp.Mathematics.Answers;

/// <summary>Compares times that are written with the sign of the hour: <c>14h30</c>, <c>14.30 Uhr</c>, <c>8 Uhr</c>.</summary>
internal static partial class ClockAnswers
{
    private static readonly LinearRegex s_named = new(
        $@"^(?<hour>[01]?[0-9]|2[0-4])(?:[.:](?<minute>[0-5][0-9]))?\s*{WordPattern.Bare(LanguageFile.AllTexts("notation", "clock"))}$");

    /// <summary>Whether both are hours and minutes, one of them with such a sign; then <paramref name="same"/> is whether they are the
    /// same, null where one may leave out the half of the day.</summary>
    public static bool AreTimes(string gold, string pred, out bool? same)
    {
        same = null;
        if (Read(gold) is not var (one, isMarked) || Read(pred) is not var (other, isMarkedToo) || !(isMarked || isMarkedToo))
            return false;
        same = one == other ? true : Math.Abs(one - other) == 12 * 60 ? null : false;
        return true;
    }

    private static (int Minutes, bool IsMarked)? Read(string text)
    {
        var match = s_marked.Match(text) is { Success: true } marked ? marked : s_named.Match(text);
        var isMarked = match.Success;
        if (!isMarked)
            match = s_digits.Match(text);
        if (!match.Success)
            return null;
        var minutes = match.Groups["minute"] is { Success: true, Value: var digits } ? int.Parse(digits, CultureInfo.InvariantCulture) : 0;
        return ((int.Parse(match.Groups["hour"].Value, CultureInfo.InvariantCulture) * 60) + minutes, isMarked);
    }

    private static readonly LinearRegex s_marked = new("^(?<hour>[01]?[0-9]|2[0-4]) ?h ?(?<minute>[0-5][0-9])$");

    private static readonly LinearRegex s_digits = new("^(?<hour>[01]?[0-9]|2[0-4]):(?<minute>[0-5][0-9])$");
}
