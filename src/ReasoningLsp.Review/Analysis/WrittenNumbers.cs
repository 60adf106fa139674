using System.Collections.Immutable;
using System.Numerics;
using ReasoningLsp.Mathematics.Notation;
using ReasoningLsp.Mathematics.Numbers;

namespace ReasoningLsp.Review.Analysis;

/// <summary>The numbers that a text writes as values, and not as parts of a calculation: behind a relation, a comma, a bracket or a
/// word.</summary>
internal static class WrittenNumbers
{
    /// <summary>Whether some step may name <paramref name="value"/>: written so, or by ±, or by both its parts where it is a
    /// fraction.</summary>
    public static bool May(ImmutableArray<StepAnalysis> steps, Rational value)
    {
        if (!value.IsInteger)
            return steps.Any(step => step.Tokens.Any(IsPlusMinus) || HasNumber(step, value) || HasNumber(step, Rational.Abs(value))
                || (HasNumber(step, Whole(value.Denominator)) && HasNumber(step, Rational.Abs(Whole(value.Numerator)))));
        return steps.Any(step => step.Tokens.Any(IsPlusMinus) || IsNamed(step.Tokens, value));
    }

    private static Rational Whole(BigInteger value) => new(value, BigInteger.One);

    private static bool IsPlusMinus(Token token) => token is { Kind: TokenKind.Operator, Text: "±" or "∓" };

    private static bool HasNumber(StepAnalysis step, Rational value) =>
        step.Tokens.Any(token => token.Kind == TokenKind.Number && token.Value == value);

    private static bool IsNamed(ImmutableArray<Token> tokens, Rational value)
    {
        for (var i = 0; i < tokens.Length; i++)
        {
            if (tokens[i].Kind != TokenKind.Number || tokens[i].Value != Rational.Abs(value) || IsFactor(tokens, i + 1))
                continue;
            var before = Layout.SkipBack(tokens, i - 1);
            if (value.Sign < 0)
            {
                if (before < 0 || !tokens[before].Is(TokenKind.Operator, "-"))
                    continue;
                before = Layout.SkipBack(tokens, before - 1);
            }

            if (!IsOperand(tokens, before) && !(before >= 0 && value.IsZero && IsRightSide(tokens, before)))
                return true;
        }

        return false;
    }

    // "4x", "4(x - 1)", "4^2"
    private static bool IsFactor(ImmutableArray<Token> tokens, int next) => next < tokens.Length
        && tokens[next].Kind is TokenKind.Letter or TokenKind.Open or TokenKind.Operator or TokenKind.Superscript;

    // "x² − 4x = 0" names no solution, "x = 0" does.
    private static bool IsRightSide(ImmutableArray<Token> tokens, int sign) => tokens[sign].Kind == TokenKind.Relation
        && Layout.SkipBack(tokens, sign - 1) is >= 0 and var last
        && !(tokens[last].Kind == TokenKind.Letter && !IsOperand(tokens, Layout.SkipBack(tokens, last - 1)));

    // A part of a calculation that goes on behind it.
    private static bool IsOperand(ImmutableArray<Token> tokens, int index) => index >= 0
        && tokens[index].Kind is TokenKind.Operator or TokenKind.Number or TokenKind.Letter or TokenKind.Close;
}
