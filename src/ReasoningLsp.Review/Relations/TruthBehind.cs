using System.Collections.Immutable;
using ReasoningLsp.Mathematics.Judging;
using ReasoningLsp.Mathematics.Notation;
using ReasoningLsp.Mathematics.Numbers;
using ReasoningLsp.Review.Analysis;
using ReasoningLsp.Review.Languages;

namespace ReasoningLsp.Review.Relations;

/// <summary>"Lisa got 3 + 4 · 2 = 14. Right would be 11.": the true value stands behind the false one, and a word that corrects it; in the
/// same sentence and behind other words, "8 · 7 = 54, but it is 56", such a word need not be known.</summary>
internal static class TruthBehind
{
    // A small number stands in many a sentence.
    private static readonly Rational s_telling = 10;

    /// <summary>Whether it does, in the sentence or in the next one.</summary>
    public static bool Stands(StepAnalysis analysis, Statement statement, Judgment judgment)
    {
        if (judgment.Left?.Exact is not { } truth)
            return false;
        var end = statement.Chain.End + statement.After.Length;
        return statement.Lexicon.Has(PhraseRole.Corrects, statement.After)
            ? Values(analysis.Tokens, statement.Chain.End, end).Any(value => value == truth)
            : Rational.Abs(truth) >= s_telling && IsTold(analysis, statement, truth);
    }

    private static bool IsTold(StepAnalysis analysis, Statement statement, Rational truth)
    {
        var tokens = analysis.Tokens;
        var hasWord = false;
        for (var i = statement.Chain.EndToken; i < tokens.Length && tokens[i].Start < analysis.Text.Length
            && !StatementReader.EndsSentence(analysis.Text, tokens[i].Start); i++)
        {
            hasWord |= tokens[i].Kind == TokenKind.Word;
            if (hasWord && tokens[i].Kind == TokenKind.Number && tokens[i].Value == truth && IsAlone(tokens, i))
                return true;
            if (tokens[i].Kind is TokenKind.Relation or TokenKind.Connective)
                return false;
        }

        return false;
    }

    private static IEnumerable<Rational> Values(ImmutableArray<Token> tokens, int from, int to)
    {
        for (var i = 0; i < tokens.Length; i++)
        {
            if (tokens[i].Kind != TokenKind.Number || tokens[i].Start < from || tokens[i].Start >= to)
                continue;
            yield return tokens[i].Value;
            // "in fact it is 3/4"
            if (i + 2 < tokens.Length && tokens[i + 1] is { Kind: TokenKind.Operator, Text: "/" }
                && tokens[i + 2] is { Kind: TokenKind.Number, Value.IsZero: false } below)
                yield return tokens[i].Value / below.Value;
        }
    }

    // No part of another calculation.
    private static bool IsAlone(ImmutableArray<Token> tokens, int index) => !IsSign(tokens, index - 1) && !IsSign(tokens, index + 1);

    private static bool IsSign(ImmutableArray<Token> tokens, int index) =>
        index >= 0 && index < tokens.Length && tokens[index].Kind is TokenKind.Operator or TokenKind.Relation or TokenKind.Superscript;
}
