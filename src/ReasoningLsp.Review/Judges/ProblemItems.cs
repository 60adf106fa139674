using System.Collections.Immutable;
using System.Text.RegularExpressions;
using ReasoningLsp.Mathematics.Notation;
using ReasoningLsp.Mathematics.Patterns;
using ReasoningLsp.Review.Analysis;
using ReasoningLsp.Review.Checklists;
using ReasoningLsp.Review.Explaining;
using ReasoningLsp.Review.Languages;
using ReasoningLsp.Review.Reviews;

namespace ReasoningLsp.Review.Judges;

/// <summary>Questions that follow from a problem's text itself: what it gives, what it asks for, in what, and on what conditions.</summary>
internal static class ProblemItems
{
    private const int MostGivens = 8;
    private const int MostSentences = 4;
    private const int LongestSentence = 120;

    /// <summary>The questions; none where the review read no problem.</summary>
    public static ImmutableArray<ChecklistItem> Of(TraceReview review)
    {
        if (review.Snapshot?.Problem is not { } problem)
            return [];
        var sentences = s_sentence.Matches(problem.Text).Where(match => match.Value.Trim().Length > 0).ToList();
        var asked = Asked(problem.Lexicon, sentences);
        var givens = Givens(problem).ToList();
        var questions = givens.Select(given => $"Is \"{given.Text}\" used, or is it said why it is not needed?").Distinct().Take(MostGivens)
            .Concat(asked.Take(MostSentences).Select(sentence => $"Is this answered: {Short(sentence.Value)}"))
            .Concat(Kind(problem, asked) is { } kind ? [kind] : [])
            .Concat(sentences.Where(sentence => !asked.Contains(sentence) && IsCondition(problem.Lexicon, sentence.Value))
                .Take(MostSentences).Select(sentence => $"Is this condition kept: {Short(sentence.Value)}"));
        return [.. questions.Select(question => new ChecklistItem(question.EndsWith('?') ? question : question + "?"))];
    }

    // What ends with a question mark; else what is to be found or done; else the last sentence.
    private static List<Match> Asked(Lexicon lexicon, List<Match> sentences)
    {
        var asked = sentences.Where(sentence => sentence.Value.TrimEnd().EndsWith('?')).ToList();
        if (asked.Count == 0)
            asked = [.. sentences.Where(sentence => lexicon.Has(PhraseRole.Unknown, sentence.Value.ToLowerInvariant())
                || lexicon.Has(PhraseRole.Task, sentence.Value.ToLowerInvariant()))];
        return asked.Count == 0 ? [.. sentences.TakeLast(1)] : asked;
    }

    // Each number with its currency and what it counts, as written, and each time of day.
    private static IEnumerable<(string Text, int Start)> Givens(StepAnalysis problem) => GivenAmounts.In(problem)
        .Select(given => (Text: WithRate(problem.Text, given.Text, given.Start), given.Start))
        .Concat(s_time.Matches(problem.Text).Select(time => (Text: time.Value, Start: time.Index)))
        .OrderBy(given => given.Start);

    // "60 km/h": the unit goes on behind its stroke.
    private static string WithRate(string problem, string text, int start)
    {
        var end = Math.Min(problem.Length, problem.IndexOf(text, Math.Max(0, start - 1), StringComparison.Ordinal) + text.Length);
        // "3 Beutel mit": a short word behind what is counted joins it to something else.
        return end < text.Length ? text : s_joint.Replace(text, "${counted}") + s_rate.Match(problem[end..]).Value;
    }

    // What is counted or paid, where the question says which and the problem gives it.
    private static string? Kind(StepAnalysis problem, List<Match> asked)
    {
        var words = asked.SelectMany(sentence => s_word.Matches(sentence.Value).Select(match => match.Value)).ToList();
        var given = Enumerable.Range(0, problem.Tokens.Length).Where(at => problem.Tokens[at].Kind == TokenKind.Number
            && !asked.Exists(sentence => sentence.Index <= problem.Tokens[at].Start
            && problem.Tokens[at].End <= sentence.Index + sentence.Length)).ToList();
        foreach (var noun in given.Select(at => Nouns.Of(problem.Tokens, at)).Where(noun => noun.Length > 2).Distinct())
        {
            if (words.Find(word => word.StartsWith(noun, StringComparison.OrdinalIgnoreCase)) is { } named)
                return $"Does the final answer say what it is a number of, such as {named}?";
        }

        var amount = given.Where(at => at > 0 && problem.Tokens[at - 1].Kind == TokenKind.Currency).Cast<int?>().FirstOrDefault();
        return amount is not { } of ? null
            : $"Is the final answer an amount in the currency of {problem.Text[problem.Tokens[of - 1].Start..problem.Tokens[of].End]}?";
    }

    private static bool IsCondition(Lexicon lexicon, string sentence) =>
        lexicon.Has(PhraseRole.Supposed, sentence.ToLowerInvariant()) || lexicon.Has(PhraseRole.Hypothesis, sentence.ToLowerInvariant());

    private static string Short(string sentence)
    {
        var line = string.Join(' ', sentence.Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries));
        line = line.TrimEnd('.');
        return line.Length <= LongestSentence ? line : line[..line.LastIndexOf(' ', LongestSentence)] + " …";
    }

    // As far as a stop that no digit follows.
    private static readonly LinearRegex s_sentence = new(@"(?:[^.?!\n]|\.[0-9])+[.?!]?");

    private static readonly LinearRegex s_time = new(@"\b[0-9]{1,2}:[0-9]{2}\b");

    private static readonly LinearRegex s_rate = new(@"\A/\p{L}+");

    private static readonly LinearRegex s_joint = new(@"(?<counted>\s\p{L}+)\s\p{L}{1,3}\z");

    private static readonly LinearRegex s_word = new(@"\p{L}{3,}");
}
