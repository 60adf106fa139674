using System.Collections.Immutable;
using ReasoningLsp.Mathematics.Expressions;

namespace ReasoningLsp.Mathematics.Notation;

/// <content>Sums, products and signs.</content>
public sealed partial class ExpressionParser
{
    private Expression? ParseSum()
    {
        if (!Enter())
        {
            Leave();
            return null;
        }

        var first = ParseTerm();
        if (first is null)
        {
            Leave();
            return null;
        }

        ImmutableArray<Expression>.Builder? terms = null;
        while (true)
        {
            var saved = _position;
            var index = SkipLayout(_position);
            if (TokenAt(index) is not { Kind: TokenKind.Operator, Text: "+" or "-" or "±" or "∓" } sign)
                break;
            _position = SkipLayout(index + 1);
            var term = ParseTerm();
            if (term is null)
            {
                _position = saved;
                break;
            }

            terms ??= Start(first);
            terms.Add(sign.Text switch
            {
                "+" => term,
                "-" => Call.Of(Operation.Negate, term),
                _ => Call.Of(Operation.PlusMinus, term),
            });
        }

        Leave();
        return terms is null ? first : new Call(Operation.Add, terms.ToImmutable());
    }

    private static ImmutableArray<Expression>.Builder Start(Expression first)
    {
        var builder = ImmutableArray.CreateBuilder<Expression>();
        builder.Add(first);
        return builder;
    }

    private Expression? ParseTerm()
    {
        var left = ParseSigned();
        while (left is not null)
        {
            var saved = _position;
            var index = SkipLayout(_position);
            var token = TokenAt(index);
            if (token is { Kind: TokenKind.Operator, Text: "*" or "∗" or "/" or "÷" or "mod" or "of" or ":" } && !(token.Text == "∗" && _options.StarIsDefined))
            {
                if (token.Text is "/" && TryUnitAfterSlash(index, ref left))
                    continue;
                _position = SkipLayout(index + 1);
                var right = token.Text is "/" or "÷" or ":" ? ParseDivisor(token) : ParseSigned();
                if (right is null)
                {
                    _position = saved;
                    return left;
                }

                if (token.Text == ":")
                    _met |= Ambiguities.Ratio;
                left = token.Text switch
                {
                    "*" or "∗" or "of" => Multiply(left, right),
                    "mod" => Call.Of(Operation.Mod, left, right),
                    _ => Call.Of(Operation.Divide, left, right),
                };
            }
            else if (StartsImplicitFactor(_position))
            {
                var factor = ParsePower();
                if (factor is null)
                {
                    _position = saved;
                    return left;
                }

                left = Multiply(left, factor);
            }
            else
            {
                return left;
            }
        }

        return left;
    }

    // After a slash, "2x" may be one factor: both readings are kept apart by the caller.
    private Expression? ParseDivisor(Token sign)
    {
        if (sign is { Text: "/", InMath: false } && IsPlainSum())
        {
            _met |= Ambiguities.SlashSum;
            if (_options.IsSecond(Ambiguities.SlashSum))
                return ParseSum();
        }

        var divisor = ParseSigned();
        if (divisor is not null && sign.Text == "/" && IsFactorOfDivisor(sign))
        {
            // "4016.25*100/9*5", "386 / 6.022 × 10^23": what is below the line goes on.
            _met |= Ambiguities.SlashProduct;
            while (_options.IsSecond(Ambiguities.SlashProduct) && Current is { Kind: TokenKind.Operator, Text: "*" or "∗" })
            {
                var before = _position++;
                if (ParseSigned() is { } next)
                {
                    divisor = Multiply(divisor, next);
                    continue;
                }

                _position = before;
                break;
            }
        }

        var slash = Current is { Kind: TokenKind.Operator, Text: "/" };
        if (divisor is null || !(slash || StartsImplicitFactor(_position)))
            return divisor;
        _met |= Ambiguities.SlashProduct;
        if (!_options.IsSecond(Ambiguities.SlashProduct))
            return divisor;
        if (slash)
        {
            // "25 / 1/3" divides by a third.
            var saved = _position++;
            if (ParsePower() is { } bottom)
                return Call.Of(Operation.Divide, divisor, bottom);
            _position = saved;
            return divisor;
        }

        while (StartsImplicitFactor(_position) && ParsePower() is { } factor)
            divisor = Multiply(divisor, factor);
        return divisor;
    }

    // In plain text people leave out the brackets round what they divide by; in mathematics only a power of ten is one number with its factor.
    private bool IsFactorOfDivisor(Token slash) => Current is { Kind: TokenKind.Operator, Text: "*" or "∗" }
        && (!slash.InMath || (TokenAt(_position + 1) is { Kind: TokenKind.Number, Text: "10" } && TokenAt(_position + 2) is { Kind: TokenKind.Operator, Text: "^" } or { Kind: TokenKind.Superscript }));

    // Number, plus or minus, number.
    private bool IsPlainSum() => TokenAt(_position) is { Kind: TokenKind.Number } && TokenAt(_position + 1) is { Kind: TokenKind.Operator, Text: "+" or "-" } && TokenAt(_position + 2) is { Kind: TokenKind.Number };

    private static Call Multiply(Expression left, Expression right) =>
        left is Call { Operation: Operation.Multiply } product
            ? new Call(Operation.Multiply, product.Arguments.Add(right))
            : Call.Of(Operation.Multiply, left, right);

    private Expression? ParseSigned()
    {
        var index = SkipLayout(_position);
        if (TokenAt(index) is { Kind: TokenKind.Operator, Text: "-" or "+" or "±" or "∓" } sign)
        {
            if (!Enter())
            {
                Leave();
                return null;
            }

            var saved = _position;
            _position = index + 1;
            var operand = ParseSigned();
            Leave();
            if (operand is null)
            {
                _position = saved;
                return null;
            }

            return sign.Text switch
            {
                "-" => Call.Of(Operation.Negate, operand),
                "+" => operand,
                _ => Call.Of(Operation.PlusMinus, operand),
            };
        }

        _position = index;
        return ParsePower();
    }
}
