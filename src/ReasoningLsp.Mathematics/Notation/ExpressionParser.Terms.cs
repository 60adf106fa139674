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
            if (IsDoubleDash(index))
                _position++;
            // "- + 3": one of the two signs is too many.
            if (sign.Text == "-" && Current is { Kind: TokenKind.Operator, Text: "+" })
                _met |= Ambiguities.NeverRefute;
            var term = ParseTerm();
            if (term is null && sign.Text == "+" && terms is not null
                && ParseGap(new Call(Operation.Add, terms.ToImmutable()), Operation.Add) is { } sum)
            {
                // "1 + 2 + … + 64 + 128": what comes behind is added; with "1 + 2 + … + n - 1" the last term may be n - 1.
                if (Current is { Kind: TokenKind.Operator, Text: "+" or "-" } && sum is Call { Arguments: [.., var last] }
                    && !ExpressionInspector.IsClosed(last))
                    _met |= Ambiguities.NeverRefute;
                (first, terms) = (sum, null);
                // "1 + 2 + … + n - 1": the last term may be n - 1.
                if (sum is Call { Arguments: [.., not NumberLiteral] })
                    _met |= TokenAt(SkipLayout(_position)) is { Kind: TokenKind.Operator, Text: "+" or "-" } ? Ambiguities.NeverRefute
                        : Ambiguities.None;
                continue;
            }

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

    // "20 -- 12": in the second reading one dash that means minus.
    private bool IsDoubleDash(int index)
    {
        if (TokenAt(index) is not { Kind: TokenKind.Operator, Text: "-", InMath: true }
            || TokenAt(index + 1) is not { Kind: TokenKind.Operator, Text: "-", SpaceBefore: false })
            return false;
        _met |= Ambiguities.DoubleDash;
        return _options.IsSecond(Ambiguities.DoubleDash);
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
            if (token is { Kind: TokenKind.Operator, Text: "*" or "∗" or "/" or "÷" or "mod" or "of" or ":" }
                && !(token.Text == "∗" && _options.StarIsDefined))
            {
                if (token.Text is "/" && TryUnitAfterSlash(index, ref left))
                    continue;
                // "$500 of $1500": a part is named beside its whole, and nobody multiplies money by money.
                if (token.Text == "of" && left is Quantity { Unit: "$" or "€" or "£" } && TokenAt(SkipLayout(index + 1)) is
                    { Kind: TokenKind.Currency })
                    return left;
                _position = SkipLayout(index + 1);
                var right = token.Text is "/" or "÷" or ":" ? ParseDivisor(token) : ParseSigned();
                if (right is null && token.Text == "*" && ParseGap(left, Operation.Multiply) is { } whole)
                    return whole;
                if (right is null)
                {
                    _position = saved;
                    return left;
                }

                if (token.Text == ":" || (token.Text == "of" && IsCount(left, right)))
                    _met |= Ambiguities.Ratio;
                // "1/4 l": a fraction that is typed tight is one number before its unit.
                if (token is { Text: "/", InMath: false, SpaceBefore: false } && left is NumberLiteral { Decimals: 0 } top
                    && right is Quantity { Value: NumberLiteral { Decimals: 0 } bottom, Unit: var unit } && top.Value < bottom.Value
                    && _tokens[index + 1] is { Kind: TokenKind.Number, SpaceBefore: false } && TokenAt(index + 2) is { SpaceBefore: true })
                {
                    left = new Quantity(Call.Of(Operation.Divide, top, bottom), unit);
                    continue;
                }

                left = token.Text switch
                {
                    "*" or "∗" or "of" => Multiply(left, right),
                    "mod" => Call.Of(Operation.Mod, left, right),
                    _ => Call.Of(Operation.Divide, left, right),
                };
            }
            else if (token is { Kind: TokenKind.Ellipsis } && ParseGap(left, Operation.Multiply) is { } product)
            {
                return product;
            }
            else if (StartsImplicitFactor(_position))
            {
                var factor = ParsePower();
                if (factor is null)
                {
                    _position = saved;
                    return left;
                }

                left = IsMixed(left, factor) ? Call.Of(Operation.Add, left, factor) : Multiply(left, factor);
            }
            else
            {
                return left;
            }
        }

        return left;
    }

    // 20\frac{16-1}{90}: a whole number and a fraction that is still being calculated.
    private bool IsMixed(Expression left, Expression factor)
    {
        if (left is not NumberLiteral { Decimals: 0, Value.IsInteger: true } || factor is not Call { Operation: Operation.Divide }
            || _tokens[_position - 1] is not { Kind: TokenKind.Close, Text: "group" })
            return false;
        _met |= Ambiguities.MixedSum;
        return _options.IsSecond(Ambiguities.MixedSum);
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
        if (divisor is not null && sign.Text == "/" && IsFactorOfDivisor())
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

    // People leave out the brackets round what they divide by.
    private bool IsFactorOfDivisor() => Current is { Kind: TokenKind.Operator, Text: "*" or "∗" };

    // Number, plus or minus, number; or a letter in place of the first, "96/x-4", where no blank parts them.
    private bool IsPlainSum() =>
        TokenAt(_position) is { Kind: TokenKind.Number or TokenKind.Letter } first
        && TokenAt(_position + 1) is { Kind: TokenKind.Operator, Text: "+" or "-" } sign
        && TokenAt(_position + 2) is { Kind: TokenKind.Number } second
        && (first.Kind == TokenKind.Number || !(sign.SpaceBefore || second.SpaceBefore))
        // "3/4 + 1/2": two fractions.
        && TokenAt(_position + 3) is not { Kind: TokenKind.Operator, Text: "/" };

    // "15 of 60 = 15/60": some of several, and no product.
    private static bool IsCount(Expression left, Expression right) => left is NumberLiteral { Decimals: 0, Value: var some }
        && some > Numbers.Rational.One && (right is Quantity { Unit: not ("$" or "€" or "£") } quantity ? quantity.Value : right) is
            NumberLiteral { Decimals: 0, Value: var all } && some <= all;

    private static Call Multiply(Expression left, Expression right) =>
        left is Call { Operation: Operation.Multiply } product
            ? new Call(Operation.Multiply, product.Arguments.Add(right))
            : Call.Of(Operation.Multiply, left, right);

    // "+3 / -3", the one or the other; what is read is passed.
    private bool IsBothSigns(Expression operand)
    {
        var saved = _position;
        if (operand is NumberLiteral && Take(TokenKind.Operator, "/") && Take(TokenKind.Operator, "-") && operand.Equals(ParsePower()))
            return true;
        _position = saved;
        return false;
    }

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
            _position = IsDoubleDash(index) ? index + 2 : index + 1;
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
                "+" => IsBothSigns(operand) ? Call.Of(Operation.PlusMinus, operand) : operand,
                _ => Call.Of(Operation.PlusMinus, operand),
            };
        }

        _position = index;
        return ParsePower();
    }
}
