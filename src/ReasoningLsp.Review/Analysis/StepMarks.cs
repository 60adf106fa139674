using System.Collections.Frozen;
using System.Collections.Immutable;
using System.Globalization;
using System.Text;
using System.Text.RegularExpressions;
using ReasoningLsp.Mathematics.Answers;
using ReasoningLsp.Review.Guarding;
using ReasoningLsp.Traces;

namespace ReasoningLsp.Review.Analysis;

/// <summary>What a text names and what it looks like, for checks of the whole trace: found once a text, not once an edit.</summary>
/// <param name="Headings">Numbers of the steps it heads.</param>
/// <param name="Steps">Steps it refers to.</param>
/// <param name="Equations">Equations it refers to.</param>
/// <param name="Numbers">How often each whole number stands where the mark of an equation may stand.</param>
/// <param name="Collapsed">The text with each run of white space as one blank.</param>
/// <param name="Answers">What it boxes or announces as an answer.</param>
/// <param name="AtJudge">What in it is aimed at whoever judges.</param>
/// <param name="IsContentFree">Whether it says nothing of any problem.</param>
internal sealed partial record StepMarks(
    ImmutableArray<int> Headings,
    ImmutableArray<Mention> Steps,
    ImmutableArray<Mention> Equations,
    FrozenDictionary<int, int> Numbers,
    string Collapsed,
    IReadOnlyList<string> Answers,
    ImmutableArray<JudgeAttack> AtJudge,
    bool IsContentFree)
{
    public static StepMarks Of(string text)
    {
        ImmutableArray<Mention> steps = [.. StepMention().Matches(text).Concat(StepSaid().Matches(text)).Select(MentionOf)
            .DistinctBy(mention => mention.Span).OrderBy(mention => mention.Span.Start)];
        // "Step 7 gives" at the start of a line speaks of a step, "Step 7: " heads one.
        var headings = StepHeading().Matches(text).Where(match => !steps.Any(mention => mention.Span.End == match.Index + match.Length));
        return Of(text, [.. headings.Select(Number)], steps);
    }

    private static StepMarks Of(string text, ImmutableArray<int> headings, ImmutableArray<Mention> steps) => new(
        headings,
        steps,
        [.. EquationMention().Matches(text).Select(MentionOf)],
        AnyNumber().Matches(text).CountBy(Number).ToFrozenDictionary(),
        Collapse(text),
        AnswerExtractor.Stated(text),
        [.. JudgeGuard.InText(text, null)],
        ContentFreeText.Is(text));

    private static Mention MentionOf(Match match) =>
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

    [GeneratedRegex(@"(?:^|\n)[ #*]*step (?<n>[0-9]{1,4})\b",
        RegexOptions.IgnoreCase | RegexOptions.NonBacktracking | RegexOptions.CultureInvariant)]
    private static partial Regex StepHeading();

    [GeneratedRegex(@"\b(?:from|in|using|by|see|of) (step (?<n>[0-9]{1,4}))\b",
        RegexOptions.IgnoreCase | RegexOptions.NonBacktracking | RegexOptions.CultureInvariant)]
    private static partial Regex StepMention();

    // What a step that is done does for the one that speaks of it; "Step 7 finds" may announce it.
    [GeneratedRegex(@"\b(step (?<n>[0-9]{1,4})) (?:gives|gave|yields|yielded|shows|showed|says|said|states|stated|tells|told|implies"
        + @"|implied|establishes|established|proves|proved)\b",
        RegexOptions.IgnoreCase | RegexOptions.NonBacktracking | RegexOptions.CultureInvariant)]
    private static partial Regex StepSaid();

    [GeneratedRegex(@"\b((?:equation|eq\.|eqn\.) ?\((?<n>[0-9]{1,4})\))",
        RegexOptions.IgnoreCase | RegexOptions.NonBacktracking | RegexOptions.CultureInvariant)]
    private static partial Regex EquationMention();

    [GeneratedRegex(@"(?:[(\[{]\*?|equation |eq |tag |[(]\$)(?<n>[0-9]{1,4})(?:[)\]}]|\b)",
        RegexOptions.IgnoreCase | RegexOptions.NonBacktracking | RegexOptions.CultureInvariant)]
    private static partial Regex AnyNumber();
}
