using ReasoningLsp.Mathematics.Expressions;
using ReasoningLsp.Mathematics.Notation;

namespace ReasoningLsp.Mathematics.Tests.Support;

/// <summary>Expressions as people write them.</summary>
internal static class Written
{
    /// <summary>The expression that <paramref name="text"/> is.</summary>
    public static Expression Expression(string text)
    {
        var tokens = Lexer.Lex(text, [new NotationRegion(0, text.Length, NotationMode.Math)], LexerOptions.Default).Tokens
            .RemoveAll(token => token.Kind is TokenKind.MathStart or TokenKind.MathEnd);
        return ExpressionParser.Parse(tokens, 0, tokens.Length, ParserOptions.Default).Expression ?? throw new FormatException(text);
    }
}
