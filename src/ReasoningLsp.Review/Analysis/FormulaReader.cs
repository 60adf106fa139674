using System.Collections.Immutable;
using ReasoningLsp.Mathematics.Expressions;
using ReasoningLsp.Mathematics.Notation;

namespace ReasoningLsp.Review.Analysis;

/// <summary>Reads the expressions that a text speaks of: what stands between words, and in no relation.</summary>
internal static class FormulaReader
{
    private const int Most = 20;

    /// <summary>The expressions with a name in them, in order.</summary>
    public static ImmutableArray<Expression> In(ImmutableArray<Token> tokens, ParserOptions options)
    {
        var formulas = ImmutableArray.CreateBuilder<Expression>();
        for (var i = 0; i < tokens.Length && formulas.Count < Most; i++)
        {
            if (!IsStart(tokens, i))
                continue;
            var parsed = ExpressionParser.Parse(tokens, i, tokens.Length, options);
            if (parsed.Expression is Call expression && IsEnd(tokens, parsed.Next) && ExpressionInspector.Symbols(expression).Count > 0)
            {
                formulas.Add(expression);
                i = parsed.Next - 1;
            }
        }

        return formulas.ToImmutable();
    }

    private static bool IsStart(ImmutableArray<Token> tokens, int index)
    {
        if (tokens[index].Kind is not (TokenKind.Number or TokenKind.Letter or TokenKind.Open or TokenKind.Command or TokenKind.Bar)
            && !tokens[index].Is(TokenKind.Operator, "-"))
            return false;
        var before = index - 1;
        while (before >= 0 && tokens[before].Kind is TokenKind.MathStart or TokenKind.MathEnd)
            before--;
        return before < 0 || tokens[before].Kind is TokenKind.Word or TokenKind.Break or TokenKind.Comma or TokenKind.Line
            or TokenKind.Other;
    }

    private static bool IsEnd(ImmutableArray<Token> tokens, int index)
    {
        while (index < tokens.Length && tokens[index].Kind is TokenKind.MathStart or TokenKind.MathEnd)
            index++;
        return index >= tokens.Length || tokens[index].Kind is TokenKind.Word or TokenKind.Break or TokenKind.Comma or TokenKind.Line
            or TokenKind.Row;
    }
}
