using System.Collections.Frozen;
using System.Collections.Immutable;
using ReasoningLsp.Mathematics.Expressions;
using ReasoningLsp.Mathematics.Languages;
using ReasoningLsp.Mathematics.Units;
using Quantity = ReasoningLsp.Mathematics.Expressions.Quantity;

namespace ReasoningLsp.Mathematics.Notation;

/// <content>One amount in several units: <c>5 m 20 cm</c>, <c>2 h and 30 min</c>, <c>2h30</c>, <c>6'2"</c>.</content>
public sealed partial class ExpressionParser
{
    private const int MostParts = 4;

    private static readonly FrozenSet<string> s_and = LanguageFile.AllTexts("notation", "and").ToFrozenSet(StringComparer.Ordinal);

    /// <summary>Whether the number at <paramref name="first"/> begins an amount in several units that takes in the number at
    /// <paramref name="inner"/>.</summary>
    internal static bool IsCompound(ImmutableArray<Token> tokens, int first, int inner, int limit, ParserOptions options)
    {
        if (tokens[first].Kind != TokenKind.Number)
            return false;
        var parser = new ExpressionParser(tokens, first, limit, options);
        return parser.ParsePower() is Call { Operation: Operation.Add } && parser._position > inner;
    }

    // The sum of the parts, each in a smaller unit of the same kind than the one before; null where no second part follows.
    private Call? TryCompound(Expression first, string unit, int end)
    {
        if (first is not (NumberLiteral or Quantity { Value: NumberLiteral })
            || CompoundUnit.Readings(unit, out _) is not { Count: > 0 } larger)
            return null;
        var parts = ImmutableArray.CreateBuilder<Expression>();
        parts.Add(new Quantity(first, unit));
        var at = end;
        while (parts.Count < MostParts && Part(at, larger, out var next) is var (part, smaller))
        {
            parts.Add(part);
            (larger, at) = (smaller, next);
        }

        if (parts.Count == 1 || !(IsUnitEnd(at) || TokenAt(at) is { InMath: true }))
            return null;
        _position = at;
        return new Call(Operation.Add, parts.ToImmutable());
    }

    private (Quantity Part, IReadOnlyList<CompoundUnit> Unit)? Part(int index, IReadOnlyList<CompoundUnit> larger, out int end)
    {
        end = index;
        var at = TokenAt(index) is { Kind: TokenKind.Word or TokenKind.Letter } joint && s_and.Contains(joint.Text) ? index + 1 : index;
        if (TokenAt(at) is not { Kind: TokenKind.Number } number)
            return null;
        if (TokenAt(at + 1) is { Kind: TokenKind.Word or TokenKind.Letter } && KnownOrLetter(at + 1, out var after) is { } unit)
        {
            var smaller = CompoundUnit.Readings(unit, out _).Where(reading => larger.Any(
                one => one.Dimension == reading.Dimension && one.Factor > reading.Factor && reading.Offset.IsZero)).ToList();
            end = after;
            return smaller.Count == 0 ? null : (new Quantity(Literal(number), unit), smaller);
        }

        // "2h30"
        if (at != index || number is not { Decimals: 0, SpaceBefore: false, Text.Length: 2 } || number.Value >= 60
            || !larger.Any(one => one.Terms is [{ Power: 1, Unit.Name: "hour" }]))
            return null;
        end = at + 1;
        return (new Quantity(Literal(number), "min"), CompoundUnit.Readings("min", out _));
    }

    private string? KnownOrLetter(int index, out int end)
    {
        if (KnownUnit(index, out end) is { } known)
            return known;
        end = index + 1;
        return TokenAt(index) is { Kind: TokenKind.Letter } letter && IsUnitLetter(letter.Text) ? letter.Text : null;
    }

    // 6'2", 6′2″: feet and inches; null where the marks are none.
    private Call? TryFeetAndInches(NumberLiteral feet)
    {
        if (Current is not { Kind: TokenKind.Prime, Text: "'", SpaceBefore: false, InMath: false }
            || TokenAt(_position + 1) is not { Kind: TokenKind.Number } inches
            || TokenAt(_position + 2) is not { Kind: TokenKind.Prime, Text: "\"", SpaceBefore: false })
            return null;
        _position += 3;
        return Call.Of(Operation.Add, new Quantity(feet, "ft"), new Quantity(Literal(inches), "in"));
    }

    // 30°15', 30°15'36": what the marks add to the degrees.
    private Expression WithMinutes(Expression degrees)
    {
        var sum = degrees;
        foreach (var (mark, share) in (ReadOnlySpan<(string, int)>)[("'", 60), ("\"", 3600)])
        {
            if (TokenAt(_position) is not { Kind: TokenKind.Number } number || number.Value >= 60
                || TokenAt(_position + 1) is not { Kind: TokenKind.Prime, SpaceBefore: false } sign || sign.Text != mark)
                break;
            _position += 2;
            sum = Call.Of(Operation.Add, sum,
                Call.Of(Operation.Degrees, Call.Of(Operation.Divide, Literal(number), new NumberLiteral(share))));
        }

        return sum;
    }
}
