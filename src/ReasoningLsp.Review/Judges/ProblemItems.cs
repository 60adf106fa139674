using System.Collections.Immutable;
using ReasoningLsp.Mathematics.Notation;
using ReasoningLsp.Mathematics.Patterns;
using ReasoningLsp.Review.Analysis;
using ReasoningLsp.Review.Checklists;
using ReasoningLsp.Review.Languages;
using ReasoningLsp.Review.Reviews;

namespace ReasoningLsp.Review.Judges;

/// <summary>Questions that follow from a problem's text itself: what it gives, what it asks for, in what, and on what conditions.</summary>
internal static partial class ProblemItems
{
    private const int MostGivens = 8;
    private const int MostSentences = 4;
    private const int LongestSentence = 120;

    /// <summary>The questions; none where the review read no problem.</summary>
    public static ImmutableArray<ChecklistItem> Of(TraceReview review)
    {
        if (review.Snapshot?.Problem is not { } problem)
            return [];
        var sentences = s_sentence.Matches(problem.Text).Select(match => match.Value.Trim())
            .Where(sentence => sentence.Length > 0).ToList();
        var asked = sentences.Where(sentence => sentence.EndsWith('?')).ToList();
        if (asked.Count == 0 && sentences.Count > 0)
            asked = [sentences[^1]];
        var givens = Givens(problem).ToList();
        var questions = givens.Select(given => $"Is \"{given.Text}\" used, or is it said why it is not needed?").Distinct().Take(MostGivens)
            .Concat(asked.Take(MostSentences).Select(sentence => $"Is this answered: {Short(sentence)}"))
            .Concat(Kind(asked, givens) is { } kind ? [kind] : [])
            .Concat(sentences.Where(sentence => !asked.Contains(sentence) && IsCondition(problem.Lexicon, sentence)).Take(MostSentences)
                .Select(sentence => $"Is this condition kept: {Short(sentence)}"));
        return [.. questions.Select(question => new ChecklistItem(question.EndsWith('?') ? question : question + "?"))];
    }

    // Each number with its currency and what it counts, as written.
    private static IEnumerable<(string Text, string Noun)> Givens(StepAnalysis problem)
    {
        for (var i = 0; i < problem.Tokens.Length; i++)
        {
            if (problem.Tokens[i].Kind != TokenKind.Number)
                continue;
            var (start, end) = (problem.Tokens[i].Start, problem.Tokens[i].End);
            if (i > 0 && problem.Tokens[i - 1].Kind == TokenKind.Currency)
                start = problem.Tokens[i - 1].Start;
            var noun = Nouns.Of(problem.Tokens, i);
            if (i + 1 < problem.Tokens.Length
                && (problem.Tokens[i + 1].Kind == TokenKind.Percent || (noun.Length > 1 && problem.Tokens[i + 1].Kind == TokenKind.Word)))
                end = problem.Tokens[i + 1].End;
            yield return (problem.Text[start..end], noun);
        }
    }

    // What is counted or paid, where the question says which.
    private static string? Kind(List<string> asked, List<(string Text, string Noun)> givens)
    {
        var words = asked.SelectMany(sentence => s_word.Matches(sentence).Select(match => match.Value)).ToList();
        foreach (var noun in givens.Select(given => given.Noun).Where(noun => noun.Length > 2).Distinct())
        {
            if (words.Find(word => word.StartsWith(noun, StringComparison.OrdinalIgnoreCase)) is { } named)
                return $"Does the final answer say what it is a number of, such as {named}?";
        }

        return givens.Find(given => given.Noun == "$") is { Text: { } amount }
            ? $"Is the final answer an amount in the currency of {amount}?" : null;
    }

    private static bool IsCondition(Lexicon lexicon, string sentence) =>
        lexicon.Has(PhraseRole.Supposed, sentence.ToLowerInvariant()) || lexicon.Has(PhraseRole.Hypothesis, sentence.ToLowerInvariant());

    private static string Short(string sentence)
    {
        var line = string.Join(' ', sentence.Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries));
        return line.Length <= LongestSentence ? line : line[..line.LastIndexOf(' ', LongestSentence)] + " …";
    }

    // As far as a stop that no digit follows.
    private static readonly LinearRegex s_sentence = new(@"(?:[^.?!\n]|\.[0-9])+[.?!]?");

    private static readonly LinearRegex s_word = new(@"\p{L}{3,}");
}
