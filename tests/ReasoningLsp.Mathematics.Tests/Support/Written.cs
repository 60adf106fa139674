using ReasoningLsp.Mathematics.Expressions;
using ReasoningLsp.Mathematics.Notation;

namespace ReasoningLsp.Mathematics.Tests.Support;

/// <summary>Expressions as people write them.</summary>
internal static class Written
{
    /// <summary>The expression that <paramref name="text"/> is.</summary>
    public static Expression Expression(string text) => Read(text, ParserOptions.Default);

    /// <summary>The same where e is Euler's number and i the imaginary unit.</summary>
    public static Expression Euler(string text) =>
        Read(text, ParserOptions.Default with { Second = Ambiguities.EulerNumber | Ambiguities.ImaginaryUnit });

    private static Expression Read(string text, ParserOptions options)
    {
        var tokens = Lexer.Lex(text, [new NotationRegion(0, text.Length, NotationMode.Math)], LexerOptions.Default).Tokens
            .RemoveAll(token => token.Kind is TokenKind.MathStart or TokenKind.MathEnd);
        var parsed = ExpressionParser.Parse(tokens, 0, tokens.Length, options);
        return parsed.Expression is { } expression && parsed.Next == tokens.Length ? expression : throw new FormatException(text);
    }
}
