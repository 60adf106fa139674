using System.Globalization;
using System.Text.RegularExpressions;
using ReasoningLsp.Review.Guarding;
using ReasoningLsp.Traces;

namespace ReasoningLsp.Review.Corrections;

/// <summary>Reads what a model wrote for a step: one line that says something of its own, or nothing.</summary>
internal static partial class CandidateText
{
    private const int ShortestLimit = 600;
    private const int ShortestCopy = 20;

    /// <summary>
    /// The line without its own label; null where it is aimed at a judge, says nothing, is the step as it is, says what
    /// another step says, goes on with other steps, or is far longer than the step.
    /// </summary>
    public static string? Read(Trace trace, int step, string written)
    {
        var old = trace.Steps[step].Text.Text;
        if (written.Length > Math.Max(ShortestLimit, 4 * old.Length) || IsAttack(written) || StepEdit.Line(written) is not { } line)
            return null;
        var text = WithoutLabel(step, line);
        var isNothing = text.Length == 0 || Label().IsMatch(text) || ContentFreeText.Is(text);
        return isNothing || SaysWhatAnotherSays(trace, step, text) ? null : text;
    }

    /// <summary>Whether a text, finished or not, is aimed at whoever judges.</summary>
    public static bool IsAttack(string text) => JudgeGuard.InText(text, null).Any() || ContentFreeText.Is(text);

    /// <summary>The text after the step's own label, which a model may write again.</summary>
    public static string WithoutLabel(int step, string text)
    {
        var label = Label().Match(text);
        var isOwn = label.Success && label.Groups["n"].Value == (step + 1).ToString(CultureInfo.InvariantCulture);
        var isFirst = isOwn && !text[..label.Index].Any(char.IsLetterOrDigit);
        return isFirst ? text[(label.Index + label.Length)..].TrimStart('*', ' ') : text;
    }

    private static bool SaysWhatAnotherSays(Trace trace, int step, string text)
    {
        var said = Letters(text);
        if (said == Letters(trace.Steps[step].Text.Text))
            return true;
        bool IsOf(string other) => other.Contains(said, StringComparison.Ordinal)
            || (other.Length >= ShortestCopy && said.Contains(other, StringComparison.Ordinal));
        return trace.Steps.Where(other => other.Index != step).Any(other => IsOf(Letters(other.Text.Text)));
    }

    // Signs count, spacing and marks of emphasis and mathematics do not.
    private static string Letters(string text) =>
        new string([.. text.Where(c => !char.IsWhiteSpace(c) && c is not ('*' or '$' or '\\')).Select(char.ToLowerInvariant)]).TrimEnd('.');

    [GeneratedRegex(
        @"\bstep\s+(?<n>[0-9]{1,4})\s*\**[:.)]",
        RegexOptions.IgnoreCase | RegexOptions.NonBacktracking | RegexOptions.CultureInvariant)]
    private static partial Regex Label();
}
