using System.Collections.Immutable;
using System.Text.RegularExpressions;
using ReasoningLsp.Mathematics.Expressions;
using ReasoningLsp.Mathematics.Judging;
using ReasoningLsp.Mathematics.Notation;

namespace ReasoningLsp.Mathematics.Answers;

/// <summary>Reads an answer that is one value, its unit left out.</summary>
internal static class ValueReader
{
    private const int LongestValue = 4_000;
    private const Ambiguities Constants = Ambiguities.EulerNumber | Ambiguities.ImaginaryUnit;

    private static readonly Regex s_unit = new(
        @"(?:\s*\\(?:text|mbox|textbf|textrm|mathrm|textit|hbox)\s*\{[^{}]*\}(?:\s*\^\s*(?:\{\s*-?\d\s*\}|\d))?|\s*\^\s*(?:\{\s*\\circ\s*\}|\\circ)|°|(?:\s+[A-Za-z][A-Za-z.]+(?:\^\d)?)+|\s*\b(?:cm|mm|km|kg|ml)(?:\^\d)?)\s*$",
        RegexOptions.NonBacktracking | RegexOptions.CultureInvariant);

    private static readonly Regex s_measure = new(
        @"^(?<number>[-+]?[\d.,/ ]*\d)\s*(?:\s[A-Za-z]{3,}|cm|mm|km|kg|mg|ml|mL|ft|lb|lbs|oz|hr|mph|mi|\sin)\.?(?:\s*\^\s*\{?\d\}?)?$",
        RegexOptions.NonBacktracking | RegexOptions.CultureInvariant);

    private static readonly Regex s_words = new(@"^[\p{L}][\p{L}\s'’-]*\p{L}$|^\\(?:text|mbox|textbf|textrm|mathrm|textit|hbox)\s*\{[^{}]*\}$", RegexOptions.NonBacktracking | RegexOptions.CultureInvariant);

    /// <summary>The value, or the words where it is none.</summary>
    public static Answer Read(string text)
    {
        var key = AnswerNotation.Key(text);
        if (text.Length > LongestValue)
            return new Answer.Words(key, true);
        if (text == "∞")
            return new Answer.Value([Constant.Infinity]);
        if (text is "-∞" or "- ∞")
            return new Answer.Value([Call.Of(Operation.Negate, Constant.Infinity)]);
        if (key.Length == 1 && char.IsLetter(key[0]) && key[0] is not ('e' or 'i'))
            return new Answer.Value([new Symbol(key)]);
        if (s_words.IsMatch(text) && key.Length > 3)
            return new Answer.Words(key, false);
        for (var rest = s_measure.Match(text) is { Success: true } measure ? measure.Groups["number"].Value : text; rest.Length > 0;)
        {
            if (Readings(rest) is { Length: > 0 } readings)
                return new Answer.Value(readings);
            var shorter = s_unit.Replace(rest, "", 1).Trim();
            if (shorter.Length >= rest.Length)
                break;
            rest = shorter;
        }

        return new Answer.Words(key, !s_words.IsMatch(text));
    }

    private static ImmutableArray<Expression> Readings(string text)
    {
        var tokens = Lexer.Lex(text, [new NotationRegion(0, text.Length, NotationMode.Math)], LexerOptions.Default).Tokens;
        var first = Parse(tokens, Constants, out var met);
        if (first is null)
            return [];
        return (met & Ambiguities.SlashProduct) != 0 && Parse(tokens, Constants | Ambiguities.SlashProduct, out _) is { } second ? [first, second] : [first];
    }

    private static Expression? Parse(ImmutableArray<Token> tokens, Ambiguities second, out Ambiguities met)
    {
        met = Ambiguities.None;
        var end = tokens.Length;
        while (end > 0 && tokens[end - 1].Kind is TokenKind.MathEnd or TokenKind.Break)
            end--;
        var start = 0;
        while (start < end && (tokens[start].Kind == TokenKind.MathStart || tokens[start].Is(TokenKind.Operator, "+")))
            start++;
        if (start == end)
            return null;
        var parsed = ExpressionParser.Parse(tokens, start, end, ParserOptions.Default with { Second = second });
        met = parsed.Ambiguities;
        // Brackets that hold several things are read before; inside a value they mean something else.
        return parsed.Next >= end && parsed.Expression is { } value && !ExpressionInspector.Nodes(value).Any(node => node is Collection) ? value : null;
    }
}
