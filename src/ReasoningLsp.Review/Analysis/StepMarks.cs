using System.Globalization;
using System.Text;
using System.Text.RegularExpressions;
using ReasoningLsp.Mathematics.Answers;
using ReasoningLsp.Mathematics.Patterns;
using ReasoningLsp.Review.Guarding;
using ReasoningLsp.Traces;

namespace ReasoningLsp.Review.Analysis;

/// <summary>
/// What a text names and what it looks like, for checks of the whole trace: found once a text, not once an edit, and only what is
/// asked for. Thread-safe: found twice at worst.
/// </summary>
internal sealed partial class StepMarks(string text)
{
    /// <summary>Numbers of the steps it heads. "Step 7 gives" at the start of a line speaks of a step, "Step 7: " heads one.</summary>
    public IReadOnlyList<int> Headings => field ??= !Has("step") ? [] : [.. s_stepHeading.Matches(text)
        .Where(match => !Steps.Any(mention => mention.Span.End == match.Index + match.Length)).Select(Number)];

    /// <summary>Steps it refers to.</summary>
    public IReadOnlyList<NumberMention> Steps => field ??= !Has("step") ? [] : [.. s_stepMention.Matches(text)
        .Concat(s_stepSaid.Matches(text)).Select(MentionOf)
        .DistinctBy(mention => mention.Span).OrderBy(mention => mention.Span.Start)];

    /// <summary>Equations it refers to.</summary>
    public IReadOnlyList<NumberMention> Equations => field ??= !Has("eq") ? [] : [.. s_equationMention.Matches(text).Select(MentionOf)];

    /// <summary>How often each whole number stands where the mark of an equation may stand.</summary>
    public IReadOnlyDictionary<int, int> Numbers => field ??= s_anyNumber.Matches(text).CountBy(Number).ToDictionary();

    /// <summary>The text with each run of white space as one blank.</summary>
    public string Collapsed => field ??= Collapse(text);

    /// <summary>What it boxes or announces as an answer.</summary>
    public IReadOnlyList<string> Answers => field ??= AnswerExtractor.Stated(text);

    /// <summary>What in it is aimed at whoever judges.</summary>
    public IReadOnlyList<JudgeAttack> AtJudge => field ??= [.. JudgeGuard.InText(text, null)];

    /// <summary>Whether it says nothing of any problem.</summary>
    public bool IsContentFree => ContentFreeText.Is(text);

    private bool Has(string word) => text.Contains(word, StringComparison.OrdinalIgnoreCase);

    private static NumberMention MentionOf(Match match) =>
        new(new TextSpan(match.Groups[1].Index, match.Groups[1].Length), Number(match), match.Groups[1].Value);

    private static int Number(Match match) => int.Parse(match.Groups["n"].ValueSpan, CultureInfo.InvariantCulture);

    private static string Collapse(string text)
    {
        var builder = new StringBuilder(text.Length);
        foreach (var c in text)
        {
            if (!char.IsWhiteSpace(c))
                builder.Append(c);
            else if (builder.Length > 0 && builder[^1] != ' ')
                builder.Append(' ');
        }

        return builder.ToString().TrimEnd();
    }

    private static readonly LinearRegex s_stepHeading = new(@"(?:^|\n)[ #*]*step (?<n>[0-9]{1,4})\b", RegexOptions.IgnoreCase);

    private static readonly LinearRegex s_stepMention = new(
        @"\b(?:from|in|using|by|see|of) (step (?<n>[0-9]{1,4}))\b", RegexOptions.IgnoreCase);

    // What a step that is done does for the one that speaks of it; "Step 7 finds" may announce it.
    private static readonly LinearRegex s_stepSaid = new(
        @"\b(step (?<n>[0-9]{1,4})) (?:gives|gave|yields|yielded|shows|showed|says|said|states|stated|tells|told|implies"
        + @"|implied|establishes|established|proves|proved)\b", RegexOptions.IgnoreCase);

    private static readonly LinearRegex s_equationMention = new(
        @"\b((?:equation|eq\.|eqn\.) ?\((?<n>[0-9]{1,4})\))", RegexOptions.IgnoreCase);

    private static readonly LinearRegex s_anyNumber = new(
        @"(?:[(\[{]\*?|equation |eq |tag |[(]\$)(?<n>[0-9]{1,4})(?:[)\]}]|\b)", RegexOptions.IgnoreCase);
}
