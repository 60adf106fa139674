using ReasoningLsp.Mathematics.Expressions;
using ReasoningLsp.Mathematics.Numbers;

namespace ReasoningLsp.Mathematics.Notation;

/// <content>Limits, and sums and products whose middle is left out.</content>
public sealed partial class ExpressionParser
{
    private static readonly NumberLiteral s_both = new(Rational.Zero), s_below = new(-Rational.One);

    // \lim_{x \to a^+} …, and as it is typed: lim_(x→a) …, lim(x→a) …, lim x→0 …
    private Call? ParseLimit()
    {
        var isBelow = Take(TokenKind.Operator, "_");
        var close = Take(TokenKind.Open, "group") ? "group" : Take(TokenKind.Open, "(") ? ")" : null;
        if ((isBelow && close is null) || Current is not { Kind: TokenKind.Letter } variable)
            return null;
        _position++;
        if (Current is not { Kind: TokenKind.Connective, Text: "⇒" })
            return null;
        _position++;
        var target = Current is { Kind: TokenKind.Operator, Text: "+" } ? null : ParseTarget(close);
        if (target is null && Take(TokenKind.Operator, "+"))
            target = ParseTarget(close);
        var side = SideHere();
        if (target is null || side is null || !(close is null || Take(TokenKind.Close, close)) || ParseTerm() is not { } body)
            return null;
        // "\lim_{x \to 0} x + 1": how far the limit reaches is not said.
        if (Current is { Kind: TokenKind.Operator, Text: "+" or "-" })
            _met |= Ambiguities.NeverRefute;
        return Call.Of(Operation.Limit, body, new Symbol(variable.Text), target, side);
    }

    // Without brackets one number or name: "lim x→0 sin(x)/x".
    private Expression? ParseTarget(string? close) => close is not null ? ParseSum()
        : Take(TokenKind.Operator, "-") ? ParsePrimary() is { } opposite ? Call.Of(Operation.Negate, opposite) : null : ParsePrimary();

    private NumberLiteral? SideHere()
    {
        if (!Take(TokenKind.Operator, "^"))
            return s_both;
        var isGroup = Take(TokenKind.Open, "group");
        var side = Take(TokenKind.Operator, "+") ? s_one : Take(TokenKind.Operator, "-") ? s_below : null;
        return isGroup && !Take(TokenKind.Close, "group") ? null : side;
    }

    // 1 + 3 + 5 + … + 31; the sign before the dots is read, and what comes before them is given.
    private Expression? ParseGap(Expression read, Operation operation)
    {
        var index = SkipLayout(_position);
        if (TokenAt(index) is not { Kind: TokenKind.Ellipsis } || read is not Call { Arguments: [_, _, ..] } shown
            || shown.Operation != operation)
            return null;
        var (whole, sign) = operation == Operation.Add ? (Operation.ContinuedSum, "+") : (Operation.ContinuedProduct, "*");
        var saved = _position;
        _position = SkipLayout(index + 1);
        if ((Take(TokenKind.Operator, sign) || operation == Operation.Multiply)
            && (operation == Operation.Add ? ParseTerm() : ParseSigned()) is { } last)
            return new Call(whole, shown.Arguments.Add(last));
        if (operation == Operation.Add && TokenAt(SkipLayout(index + 1)) is null or { Kind: not TokenKind.Operator })
        {
            _position = index + 1;
            return new Call(whole, shown.Arguments.Add(Constant.Infinity));
        }

        _position = saved;
        return null;
    }
}
