using ReasoningLsp.Mathematics.Expressions;
using ReasoningLsp.Mathematics.Numbers;

namespace ReasoningLsp.Mathematics.Notation;

/// <content>Numbers: mixed, repeating, money.</content>
public sealed partial class ExpressionParser
{
    private bool StartsFraction(int index) =>
        TokenAt(index + 1) is { Kind: TokenKind.Operator, Text: "/" }
        && TokenAt(index + 2) is { Kind: TokenKind.Number, Decimals: 0 } bottom
        && TokenAt(index) is { Kind: TokenKind.Number, Decimals: 0 } top && top.Value < bottom.Value
        && index > 0 && _tokens[index - 1] is { Kind: TokenKind.Number, Decimals: 0 }
            && !(TokenAt(index + 3) is { Kind: TokenKind.Operator, Text: "/" });

    private Expression ParseNumber(Token token)
    {
        _position++;
        if (Current is { Kind: TokenKind.Command, Text: "overline", SpaceBefore: false } or { Kind: TokenKind.Other, Text: "." }
            && TryRepeatingDecimal(token) is { } repeating)
            return repeating;
        if (Current is { Kind: TokenKind.Command, Text: "dot" } or { Kind: TokenKind.Other, Text: "." }
            && TryDottedDecimal(token) is { } dotted)
            return dotted;
        // "3\underline{2}": digits side by side.
        if (Current is
            {
                Kind: TokenKind.Command, Text: "underline" or "overline" or "boxed" or "fbox" or "dot"
            or "cancel", SpaceBefore: false
            } && TokenAt(_position + 2) is { Kind: TokenKind.Number })
            _met |= Ambiguities.NeverRefute;
        // "0730", "001": a time of day, a numeral of a base, a number that lost its point.
        if (token is { Decimals: 0, Text: ['0', >= '0' and <= '9', ..] })
            _met |= Ambiguities.NeverRefute;
        if (TryBracketedPeriod(token) is { } period)
            return period;
        if (TryWrittenBase(token) is { } numeral)
            return numeral;
        var number = Literal(TryBracedComma(token) ?? token);
        if (token.Decimals > 0 || !token.Value.IsInteger || TakeFraction() is not { } fraction)
            return number;
        // "1/2 3/4": no mixed number stands below a slash without a blank.
        if (_position > 4 && fraction.Decimals == 0 && _tokens[_position - 5].Is(TokenKind.Operator, "/") && !token.SpaceBefore)
            _met |= Ambiguities.NeverRefute;
        _met |= Ambiguities.MixedNumber;
        return _options.IsSecond(Ambiguities.MixedNumber) ? Multiply(number, fraction) : new NumberLiteral(token.Value + fraction.Value);
    }

    // "1121_3", "1010_{2}": a numeral with its base; an index of something high or low is none.
    private NumberLiteral? TryWrittenBase(Token token)
    {
        const int Largest = 10, Longest = 60;
        if (token is not { Decimals: 0, Length: <= Longest } || !token.Text.All(char.IsAsciiDigit)
            || Current is not { Kind: TokenKind.Operator, Text: "_", SpaceBefore: false }
            || (_position > 1 && _tokens[_position - 2] is { Kind: TokenKind.Operator, Text: "_" or "^" }))
            return null;
        var isBraced = TokenAt(_position + 1) is { Kind: TokenKind.Open, Text: "group" };
        var at = _position + (isBraced ? 2 : 1);
        if (TokenAt(at) is not { Kind: TokenKind.Number, Decimals: 0, Length: <= 2 } written || !written.Value.IsInteger
            || (isBraced ? TokenAt(at + 1) is not { Kind: TokenKind.Close, Text: "group" } : written.Length > 1))
            return null;
        var radix = (int)written.Value.Numerator;
        if (radix is < 2 or > Largest || token.Text.Any(digit => digit - '0' >= radix))
            return null;
        _position = at + (isBraced ? 2 : 1);
        return new NumberLiteral(InBase(token.Text, radix)) { Numeral = $"{token.Text}_{radix}" };
    }

    /// <summary>What digits are worth in a base.</summary>
    public static Rational InBase(string digits, int radix)
    {
        ArgumentNullException.ThrowIfNull(digits);
        return digits.Aggregate(Rational.Zero, (value, digit) => (value * radix) + (digit - '0'));
    }

    // "1{,}414" as 1.414, which TeX writes as it writes thousands; null where it is read as thousands.
    private Token? TryBracedComma(Token token)
    {
        if (token.Decimals > 0 || !token.Text.Contains('{', StringComparison.Ordinal)
            || token.Text.Split("{,}") is not [var whole, { Length: 3 } decimals])
            return null;
        _met |= Ambiguities.BracedComma;
        return _options.IsSecond(Ambiguities.BracedComma) && Rational.TryParseDecimal($"{whole}.{decimals}", out var value)
            ? token with { Value = value, Decimals = 3 } : null;
    }

    // "0.1(6)" as 0.1666…; null where it is read as a product.
    private NumberLiteral? TryBracketedPeriod(Token token)
    {
        if (token.Decimals == 0 || Current is not { Kind: TokenKind.Open, Text: "(", SpaceBefore: false }
            || TokenAt(_position + 1) is not { Kind: TokenKind.Number, Decimals: 0, Text.Length: <= 60 } digits
            || TokenAt(_position + 2) is not { Kind: TokenKind.Close, Text: ")" })
            return null;
        _met |= Ambiguities.BracketedPeriod;
        if (!_options.IsSecond(Ambiguities.BracketedPeriod))
            return null;
        _position += 3;
        return Repeating(token, digits);
    }

    // The decimals before the period, and the period, over and over.
    private static NumberLiteral Repeating(Token token, Token period)
    {
        var nines = Rational.PowerOfTen(period.Text.Length) - Rational.One;
        return new NumberLiteral(token.Value + (period.Value / (nines * Rational.PowerOfTen(token.Decimals))));
    }

    private static NumberLiteral Literal(Token token) =>
        token.Place is { } place ? new NumberLiteral(token.Value, token.Decimals) { Place = place }
        : new NumberLiteral(token.Value, token.Decimals);

    // The fraction of a mixed number: "3 3/4", "3¾", "3\frac{3}{4}".
    private NumberLiteral? TakeFraction()
    {
        if (Current is { Kind: TokenKind.Number, Decimals: 0 } sign && !sign.Value.IsInteger)
        {
            _position++;
            return new NumberLiteral(sign.Value);
        }

        if (StartsFraction(_position) && TokenAt(_position + 2) is { } bottom && Current is { } top && !bottom.Value.IsZero)
        {
            _position += 3;
            return new NumberLiteral(top.Value / bottom.Value);
        }

        if (Current is not { Kind: TokenKind.Command, Text: "frac" or "dfrac" or "tfrac" or "cfrac" })
            return null;
        var saved = _position;
        _position++;
        if (ParsePair(Operation.Divide) is Call pair && pair.Arguments[0] is NumberLiteral { Decimals: 0, Value.Sign: > 0 } up
            && pair.Arguments[1] is NumberLiteral { Decimals: 0 } down && up.Value < down.Value)
            return new NumberLiteral(up.Value / down.Value);
        _position = saved;
        return null;
    }

    private NumberLiteral? TryRepeatingDecimal(Token token)
    {
        var index = Current is { Kind: TokenKind.Other } ? _position + 1 : _position;
        if (index == _position && token.Decimals == 0)
            return null;
        if (TokenAt(index) is not { Kind: TokenKind.Command, Text: "overline" }
            || TokenAt(index + 1) is not { Kind: TokenKind.Open, Text: "group" }
            || TokenAt(index + 2) is not { Kind: TokenKind.Number, Decimals: 0 } period
                || TokenAt(index + 3) is not { Kind: TokenKind.Close } || period.Text.Length > 60)
            return null;
        _position = index + 4;
        return Repeating(token, period);
    }

    // 0.\dot{8}\dot{1}, 0.1\dot{2}3\dot{4}: the digits from the first dot to the last repeat.
    private NumberLiteral? TryDottedDecimal(Token token)
    {
        var index = Current is { Kind: TokenKind.Other } ? _position + 1 : _position;
        if ((index == _position) != (token.Decimals > 0) || DottedDigit(index) is not { } first)
            return null;
        var period = first;
        index += 4;
        var last = index;
        while (period.Length < 60)
        {
            if (DottedDigit(index) is { } digit)
                (period, index, last) = (period + digit, index + 4, index + 4);
            else if (TokenAt(index) is { Kind: TokenKind.Number, Decimals: 0 } plain && DottedDigit(index + 1) is not null)
                (period, index) = (period + plain.Text, index + 1);
            else
                break;
        }

        if (TokenAt(last) is { Kind: TokenKind.Number, SpaceBefore: false })
            return null;
        _position = last;
        var nines = new Rational(System.Numerics.BigInteger.Pow(10, period.Length) - 1, 1);
        return new NumberLiteral(
            token.Value + (new Rational(System.Numerics.BigInteger.Parse(period, System.Globalization.CultureInfo.InvariantCulture),
            1) / (nines * Rational.PowerOfTen(token.Decimals))));
    }

    private string? DottedDigit(int index) =>
        TokenAt(index) is { Kind: TokenKind.Command, Text: "dot" } && TokenAt(index + 1) is { Kind: TokenKind.Open, Text: "group" }
        && TokenAt(index + 2) is { Kind: TokenKind.Number, Text: [>= '0' and <= '9'] digit }
            && TokenAt(index + 3) is { Kind: TokenKind.Close } ? digit : null;

    private Expression MayBeLoss(Expression value)
    {
        _met |= Ambiguities.BracketedLoss;
        return _options.IsSecond(Ambiguities.BracketedLoss) ? Call.Of(Operation.Negate, value) : value;
    }

    private Expression? ParseMoney(Token sign)
    {
        var saved = _position;
        var index = SkipLayout(_position + 1);
        var negative = TokenAt(index) is { Kind: TokenKind.Operator, Text: "-" };
        if (negative)
            index++;
        if (TokenAt(index) is not { Kind: TokenKind.Number } number)
        {
            if (TokenAt(index) is { Kind: TokenKind.Open, Text: "(" } or { Kind: TokenKind.Letter } && !negative)
            {
                _position = index;
                var inner = ParsePrimary();
                if (inner is not null)
                    return new Quantity(inner, sign.Text);
            }

            _position = saved;
            return null;
        }

        _position = index;
        var value = ParseNumber(number);
        if (negative)
            value = Call.Of(Operation.Negate, value);
        else if (saved > 0 && _tokens[saved - 1] is { Kind: TokenKind.Open, Text: "(" } && Current is { Kind: TokenKind.Close, Text: ")" })
            value = MayBeLoss(value);
        return new Quantity(value, sign.Text);
    }
}
