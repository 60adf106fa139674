using System.Collections.Immutable;
using ReasoningLsp.Mathematics.Expressions;
using ReasoningLsp.Mathematics.Notation;
using ReasoningLsp.Mathematics.Patterns;

namespace ReasoningLsp.Mathematics.Answers;

/// <summary>Reads an answer that is one value without a unit.</summary>
internal static class ValueReader
{
    private const int LongestValue = 4_000;
    private const Ambiguities Constants = Ambiguities.EulerNumber | Ambiguities.ImaginaryUnit;

    private static readonly LinearRegex s_words = new(@"^[\p{L}][\p{L}\p{M}\s'’-]*[\p{L}\p{M}]$");
    private static readonly LinearRegex s_difference = new(@"^[a-zA-Z](?:\s*-\s*[a-zA-Z])+$");
    private static readonly LinearRegex s_prose = new(@"[\p{L}]{3,}[\s,]+[\p{L}]{2,}");

    /// <summary>The value, or the words where it is none.</summary>
    public static Answer Read(string text)
    {
        var words = AnswerNotation.Words(text);
        if (text.Length > LongestValue)
            return new Answer.Words(words, true);
        if (text == "∞")
            return new Answer.Value([Constant.Infinity]);
        if (text is "-∞" or "- ∞")
            return new Answer.Value([Call.Of(Operation.Negate, Constant.Infinity)]);
        if (words.Length == 1 && char.IsLetter(words[0]) && words[0] is not ('e' or 'i'))
            return new Answer.Value([new Symbol(words)]);
        var isProse = s_words.IsMatch(words) && !IsDifference(words);
        if (isProse && (words.Length > 3 || words.Length != text.Length || WordComparer.Knows(words)))
            return new Answer.Words(words, false);
        if (Readings(text) is { Length: > 0 } readings)
            return new Answer.Value(readings);
        return new Answer.Words(words, !isProse && !s_prose.IsMatch(words));
    }

    /// <summary>Whether one letter is taken from another, "b - t": no words, and no second or tonne.</summary>
    public static bool IsDifference(string text) => s_difference.IsMatch(text);

    /// <summary>The value of a text that holds no name; null where it has none or is none.</summary>
    public static Answer.Value? Closed(string text) =>
        Whole(text) is { } value && ExpressionInspector.IsClosed(value.Readings[0]) ? value : null;

    /// <summary>The value of a text; null where it is none.</summary>
    public static Answer.Value? Whole(string text) =>
        text.Length is > 0 and <= LongestValue && Readings(text) is { Length: > 0 } readings ? new Answer.Value(readings) : null;

    /// <summary>As <see cref="Read"/>; what has several values by the readings of its notation, as 1/2x has, agrees with none for
    /// certain. A derivative takes all that is multiplied.</summary>
    public static Answer ReadWhole(string text) => Read(text) is var answer && answer is Answer.Value { Readings: { Length: > 1 } readings }
        && (IsDerivative(readings[0]) || (IsQuotient(readings[0]) && readings.Any(reading => IsQuotient(reading)
            && Names(reading) > 0 && !reading.Equals(readings[0]))))
            ? new Answer.Either([.. readings.Select(reading =>
                ((Answer)new Answer.Value([reading]), reading is Call { Operation: Operation.Derivative }))]) : answer;

    private static bool IsDerivative(Expression reading) =>
        ExpressionInspector.Nodes(reading).Any(node => node is Call { Operation: Operation.Derivative });

    private static bool IsQuotient(Expression reading) => reading is Call { Operation: Operation.Multiply or Operation.Divide }
        or Call { Operation: Operation.Negate, Arguments: [Call { Operation: Operation.Multiply or Operation.Divide }] };

    private static int Names(Expression reading) => ExpressionInspector.Nodes(reading).Count(node => node is Symbol or Constant);

    private static ImmutableArray<Expression> Readings(string text)
    {
        var tokens = Lexer.Lex(text, [new NotationRegion(0, text.Length, NotationMode.Math)], LexerOptions.Default).Tokens;
        var first = Parse(tokens, Constants, out var met);
        if (first is null)
            return [];
        var readings = ImmutableArray.Create(first);
        foreach (var other in (ReadOnlySpan<Ambiguities>)[Ambiguities.SlashProduct, Ambiguities.ArgumentExtent,
            Ambiguities.LogBase])
        {
            if ((met & other) != 0 && Parse(tokens, Constants | other, out _) is { } second)
                readings = readings.Add(second);
        }

        // C(9, 3): a value of a function, or how many ways to choose.
        return ExpressionInspector.Nodes(first).Any(node => node is FunctionValue or Symbol { Name: ['A' or 'C' or 'P', '_', ..] })
            && Parse(tokens, Constants, out _, combinations: true) is { } chosen && !chosen.Equals(first)
            ? readings.Add(chosen) : readings;
    }

    private static Expression? Parse(ImmutableArray<Token> tokens, Ambiguities second, out Ambiguities met, bool combinations = false)
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
        var options = ParserOptions.Default with { Second = second, Combinations = combinations };
        var parsed = ExpressionParser.Parse(tokens, start, end, options);
        met = parsed.Ambiguities;
        // Brackets that hold several things are read before; inside a value they mean something else.
        return parsed.Next >= end && parsed.Expression is { } value && !ExpressionInspector.Nodes(value).Any(node => node is Collection)
            ? value : null;
    }
}
