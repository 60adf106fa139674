using System.Globalization;
using System.Text.RegularExpressions;
using ReasoningLsp.Mathematics.Patterns;
using ReasoningLsp.Review.Guarding;
using ReasoningLsp.Traces;
using ReasoningLsp.Traces.Labels;
using ReasoningLsp.Traces.Languages;

namespace ReasoningLsp.Review.Corrections;

/// <summary>Reads what a model wrote for a step: one line that says something of its own, or nothing.</summary>
internal static partial class CandidateText
{
    private const int ShortestLimit = 600;
    private const int ShortestCopy = 20;
    private const int ShortestBeginning = 30;
    private const int FewestNumbers = 2;
    private const int LongestAnnouncement = 40;

    private static readonly LinearRegex s_ordinal = new(
        $@"\A(?:{string.Join('|', Counts().Distinct().OrderByDescending(word => word.Length).Select(Regex.Escape))})\s*[,:，：、،]\s*",
        RegexOptions.IgnoreCase);

    // "Step 1 (corrected):"
    private static readonly LinearRegex s_remark = new(@"\A(?<label>\W*\p{L}+\s+[0-9]{1,4})\s*\([^()]{1,40}\)");

    /// <summary>
    /// The line without its own label or count ("Third, …"), where it can stand in the step's place; else what is wrong with it: it says
    /// what the step says as it is, or another step, is cut off, is aimed at a judge, says nothing, goes on with other steps, or is
    /// far longer than the step.
    /// </summary>
    /// <param name="trace">The trace.</param>
    /// <param name="step">Index of the step.</param>
    /// <param name="written">What was written.</param>
    /// <param name="mayReword">Whether other words with the same calculation may be what the step needs.</param>
    public static (string? Text, CandidateFate Fate) Read(Trace trace, int step, WrittenCandidate written, bool mayReword)
    {
        var old = trace.Steps[step].Text.Text;
        var (first, isFollowed) = WrittenLine.Of(written.Text);
        if (IsAttack(written.Text) || StepEdit.Line(first) is not { } line)
            return (null, written.State == WritingState.Complete ? CandidateFate.Unusable : Ended(trace, step, written));
        var text = WithoutCount(old, WithoutLabel(step, line));
        if (text.Length == 0 || ContentFreeText.Is(text))
            return (null, CandidateFate.Unusable);
        if (Says(trace, step, text, mayReword))
            return (null, CandidateFate.Copy);
        // What announces more, and ends there, is cut off too.
        if ((written.State != WritingState.Complete && !isFollowed) || text[^1] is ':' or '=' or ',')
            return (null, Ended(trace, step, written));
        return IsTooLong(trace, step, text) || Label().IsMatch(text) || StepLabel.Split(text) is { IsStep: true }
            ? (null, CandidateFate.Unusable) : (text, CandidateFate.Undecided);
    }

    /// <summary>Whether a text is far longer than the step, so that it says more than the step.</summary>
    public static bool IsTooLong(Trace trace, int step, string text) =>
        text.Length > Math.Max(ShortestLimit, 4 * trace.Steps[step].Text.Text.Length);

    /// <summary>Whether a text, finished or not, is aimed at whoever judges.</summary>
    public static bool IsAttack(string text) => JudgeGuard.InText(text, null).Any() || ContentFreeText.Is(text);

    /// <summary>Whether the beginning of a text copies a step so far that it need not be finished: letter by letter, and beyond the last
    /// number, for up to there it may still become another.</summary>
    public static bool BeginsAsCopy(Trace trace, int step, string start)
    {
        var said = Letters(WithoutCount(trace.Steps[step].Text.Text, WithoutLabel(step, WrittenLine.Of(start).Line)));
        return trace.Steps.Any(other =>
        {
            var whole = Letters(other.Text.Text);
            var decisive = whole.AsSpan().LastIndexOfAnyInRange('0', '9') is >= 0 and var digit ? digit + 2 : whole.Length;
            return decisive >= ShortestBeginning && said.AsSpan().CommonPrefixLength(whole) >= Math.Min(decisive, whole.Length);
        });
    }

    /// <summary>The text after the step's own label, which a model may write again, and after the number of a list.</summary>
    public static string WithoutLabel(int step, string text)
    {
        var plain = s_remark.Replace(text, "${label}");
        if (StepLabel.Split(plain) is var (number, isStep, rest))
            return !isStep || number == step + 1 ? rest : text;
        // "The corrected step 1: …"
        var label = Label().Match(plain);
        return label.Success && label.Groups["n"].Value == (step + 1).ToString(CultureInfo.InvariantCulture)
            && label.Index <= LongestAnnouncement && !plain[..label.Index].Any(char.IsAsciiDigit)
            ? plain[(label.Index + label.Length)..].TrimStart('*', ' ') : text;
    }

    // What was stopped is a copy, goes on without end, or was refuted on the way.
    private static CandidateFate Ended(Trace trace, int step, WrittenCandidate written) =>
        written.State != WritingState.Stopped || IsTooLong(trace, step, written.Text) ? CandidateFate.CutOff
        : IsAttack(written.Text) ? CandidateFate.Unusable
        : BeginsAsCopy(trace, step, written.Text) ? CandidateFate.Copy : CandidateFate.Wrong;

    private static IEnumerable<string> Counts() =>
        LanguageFile.AllTexts("labels", "ordinals").Concat(LanguageFile.AllTexts("labels", "counts"));

    // "Third, the cost is …" in the place of "Second, …": the count is the step's, not the writer's.
    private static string WithoutCount(string old, string text)
    {
        if (s_ordinal.Match(text) is not { Success: true } count)
            return text;
        var rest = text[count.Length..];
        return s_ordinal.Match(old.TrimStart()) is { Success: true } own ? own.Value + rest
            : rest.Length == 0 ? rest : char.ToUpperInvariant(rest[0]) + rest[1..];
    }

    // Letter by letter, as part of each other, or with the same numbers in the same order, the same result among them.
    private static bool Says(Trace trace, int step, string text, bool mayReword)
    {
        var old = trace.Steps[step].Text.Text;
        var said = Letters(text);
        if (said == Letters(old) || (said.Length >= ShortestCopy && Letters(old).StartsWith(said, StringComparison.Ordinal))
            || (!mayReword && HasTheNumbers(old, text)))
            return true;
        bool IsOf(string other) => other.Contains(said, StringComparison.Ordinal)
            || (other.Length >= ShortestCopy && said.Contains(other, StringComparison.Ordinal));
        return trace.Steps.Where(other => other.Index != step)
            .Any(other => IsOf(Letters(other.Text.Text)) || (other.Index > step && HasTheNumbers(other.Text.Text, text)));
    }

    // "Six less two is 6 - 2 = 5" and "So we get 6 - 2 = 5": the same relations, with or without what stands before them.
    private static bool HasTheNumbers(string old, string text)
    {
        var (own, other) = (Numbers(text), Numbers(old));
        var shorter = own.Length < other.Length ? own : other;
        return shorter.Count(part => char.IsAsciiDigit(part[0])) >= FewestNumbers && shorter.Contains("=")
            && own.TakeLast(shorter.Length).SequenceEqual(other.TakeLast(shorter.Length));
    }

    // Written in one way.
    private static string[] Numbers(string text) => [.. s_calculated.Matches(text).Select(match => match.Value switch
    {
        "×" or "·" or @"\times" or @"\cdot" => "*",
        "÷" or @"\div" => "/",
        "−" => "-",
        var part => part.Replace(",", string.Empty, StringComparison.Ordinal),
    })];

    // Signs count, spacing and marks of emphasis and mathematics do not.
    private static string Letters(string text) =>
        new string([.. text.Where(c => !char.IsWhiteSpace(c) && c is not ('*' or '$' or '\\')).Select(char.ToLowerInvariant)]).TrimEnd('.');

    [GeneratedRegex(
        @"\bstep\s+(?<n>[0-9]{1,4})\s*\**[:.)]", RegexOptions.IgnoreCase)]
    private static partial Regex Label();

    // Numbers and the signs between them.
    private static readonly LinearRegex s_calculated = new(@"[0-9]+(?:[.,][0-9]+)*|[-+*/=^×÷·−<>]|\\times|\\cdot|\\div|\\frac");
}
