using System.Collections.Immutable;
using System.Globalization;
using ReasoningLsp.Mathematics.Answers;
using ReasoningLsp.Mathematics.Expressions;
using ReasoningLsp.Mathematics.Notation;
using ReasoningLsp.Mathematics.Numbers;
using ReasoningLsp.Review.Analysis;
using ReasoningLsp.Review.Checking;
using ReasoningLsp.Review.Givens;
using ReasoningLsp.Review.Languages;

namespace ReasoningLsp.Review.Explaining;

/// <summary>
/// The numbers that a problem gives in its text, and the steps that write them, in digits or in words. A number of a formula is no given,
/// nor is "one", which may count nothing. A share may be written in hundredths or as a part of one: 20% and 0.2 are one given.
/// </summary>
internal static class GivenAmounts
{
    private const int MostWords = 2, MostNumberWords = 3;
    private static readonly Rational s_hundred = 100;

    /// <summary>What the step at <paramref name="step"/> has of them.</summary>
    public static GivenUse Of(ReviewSnapshot snapshot, int step)
    {
        if (snapshot.Problem is not { Lexicon.HasUnknown: false } problem)
            return GivenUse.None;
        var givens = In(problem);
        if (givens.IsEmpty)
            return GivenUse.None;
        var uses = ImmutableArray.CreateBuilder<string>();
        var unused = ImmutableArray.CreateBuilder<string>();
        foreach (var (value, isShare, text, _) in givens)
        {
            if (Writes(snapshot.Steps[step].Analysis, value, isShare))
                uses.Add(text);
            else if (!snapshot.Steps.Take(step).Any(earlier => Writes(earlier.Analysis, value, isShare)))
                unused.Add(text);
        }

        foreach (var (value, text, from) in Results(snapshot, step))
        {
            if (!givens.Any(given => given.Value == value) && Takes(snapshot.Steps[step], value))
                uses.Add(string.Create(CultureInfo.InvariantCulture, $"{text} of step {from + 1}"));
        }

        return new GivenUse(uses.ToImmutable(), unused.ToImmutable());
    }

    // What an earlier step says that a calculation gives, told of the last one that says it.
    private static IEnumerable<(Rational Value, string Text, int Step)> Results(ReviewSnapshot snapshot, int step) =>
        Enumerable.Range(0, step).Reverse().SelectMany(from => snapshot.Steps[from].Links
                .Where(link => link is { IsNumeric: true, Sign: "=" or "≈", LeftExpression: { } left }
                    && !ExpressionInspector.IsLiteral(left))
                .Select(link => Numbers(snapshot.Steps[from].Analysis, link.Right).ToArray())
                .Where(numbers => numbers.Length == 1)
                .Select(numbers => (numbers[0].Value, numbers[0].Text, from)))
            .DistinctBy(result => result.Value).OrderBy(result => result.from);

    // Written by the step, but not as what it finds itself.
    private static bool Takes(StepResult step, Rational value) => step.Analysis.Tokens.Any(token =>
        token.Kind == TokenKind.Number && token.Value == value
        && !step.Links.Any(link => link.Index == 0 && link.Right.Start <= token.Start && token.End <= link.Right.End));

    private static IEnumerable<Token> Numbers(StepAnalysis analysis, Member member) => analysis.Tokens.Where(token =>
        token.Kind == TokenKind.Number && member.Start <= token.Start && token.End <= member.End);

    /// <summary>The givens as they are written, with where they stand.</summary>
    public static ImmutableArray<(Rational Value, bool IsShare, string Text, int Start)> In(StepAnalysis problem)
    {
        var tokens = problem.Tokens;
        var givens = new List<(Rational Value, bool IsShare, string Text, int Start)>();
        for (var i = 0; i < tokens.Length; i++)
        {
            if (InWords(tokens, i) is var (counted, words))
            {
                var said = (counted, false, Text(problem, i, i + words - 1), tokens[i].Start);
                if (!givens.Exists(other => other.Value == counted && !other.IsShare))
                    givens.Add(said);
                i += words - 1;
                continue;
            }

            if (tokens[i].Kind != TokenKind.Number || tokens[i].Nested || IsInFormula(tokens, i)
                || problem.Statements.Any(statement => statement.Chain.Start <= tokens[i].Start && tokens[i].End <= statement.Chain.End))
                continue;
            var isShare = i + 1 < tokens.Length && tokens[i + 1].Kind == TokenKind.Percent;
            var (value, text) = (tokens[i].Value, Text(problem, i, i));
            if (!givens.Exists(other => other.Value == value && other.IsShare == isShare && other.Text == text))
                givens.Add((value, isShare, text, tokens[i].Start));
        }

        return [.. givens];
    }

    // "four friends", "twenty-five miles": what is counted stands behind it.
    private static (Rational Value, int Count)? InWords(ImmutableArray<Token> tokens, int index)
    {
        if (tokens[index] is not { Kind: TokenKind.Word, InMath: false } || (index > 0 && tokens[index - 1].Kind == TokenKind.Word
            && NumberPhrase.Prefix([Lower(tokens[index - 1])]) is not null))
            return null;
        var words = NumberWords.From(tokens, index, MostNumberWords);
        if (words.Length == 0 || NumberPhrase.Prefix(words) is not { Value: { IsInteger: true } value } || value <= Rational.One)
            return null;
        // As many tokens as give the same number.
        for (var count = 1; count <= MostNumberWords && index + count < tokens.Length; count++)
        {
            if (NumberPhrase.Prefix(NumberWords.From(tokens, index, count)) is { } prefix && prefix.Value == value)
                return Nouns.Of(tokens, index + count - 1).Length > 0 ? (value, count) : null;
        }

        return null;
    }

    private static string Lower(Token token) => token.Text.ToLowerInvariant();

    private static bool IsInFormula(ImmutableArray<Token> tokens, int index) =>
        (index > 0 && tokens[index - 1] is { Kind: TokenKind.Operator or TokenKind.Command or TokenKind.Letter })
        || (index + 1 < tokens.Length && tokens[index + 1] is
        {
            Kind: TokenKind.Operator or TokenKind.Letter or TokenKind.Superscript,
            SpaceBefore: false
        });

    // The number with its currency or sign of a share, and the words behind it up to a mark.
    private static string Text(StepAnalysis problem, int index, int last)
    {
        var tokens = problem.Tokens;
        var first = index > 0 && tokens[index - 1].Kind == TokenKind.Currency ? index - 1 : index;
        if (last + 1 < tokens.Length && tokens[last + 1].Kind is TokenKind.Percent or TokenKind.Currency)
            last++;
        // "$12 and": a sign before the amount names it already.
        for (var words = first < index ? MostWords : 0; words < MostWords; words++)
        {
            if (last + 1 >= tokens.Length || tokens[last + 1].Kind != TokenKind.Word || Nouns.Of(tokens, last).Length == 0
                || problem.Lexicon.Has(PhraseRole.PutIn, Lower(tokens[last + 1])))
                break;
            last++;
        }

        return problem.Text[tokens[first].Start..tokens[last].End].ReplaceLineEndings(" ");
    }

    private static bool Writes(StepAnalysis analysis, Rational value, bool isShare) => analysis.Tokens.Any(token =>
        token.Kind == TokenKind.Number ? token.Value == value || (isShare && token.Value == value / s_hundred)
        : token is { Kind: TokenKind.Word, InMath: false } && value.IsInteger
            && NumberPhrase.Prefix(Lower(token).Split('-', StringSplitOptions.RemoveEmptyEntries)) is { } said && said.Value == value);
}
