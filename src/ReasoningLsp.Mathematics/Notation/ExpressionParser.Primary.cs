using System.Collections.Immutable;
using ReasoningLsp.Mathematics.Expressions;
using ReasoningLsp.Mathematics.Numbers;

namespace ReasoningLsp.Mathematics.Notation;

/// <content>Numbers, names, brackets.</content>
public sealed partial class ExpressionParser
{
    private bool StartsImplicitFactor(int index)
    {
        var token = TokenAt(index);
        if (token is null || index == 0)
            return false;
        var before = _tokens[index - 1];
        var tight = !token.SpaceBefore;
        return token.Kind switch
        {
            TokenKind.Number => before.Kind == TokenKind.Close && before.Text != "group" && token.InMath,
            TokenKind.Bar => token is { InMath: true, Text: "|" } && _bars == 0 && HasClosingBar(index),
            TokenKind.Letter => token.InMath || (tight && before.Kind is TokenKind.Number or TokenKind.Letter or TokenKind.Close or TokenKind.Superscript),
            TokenKind.Open => token.Text is "(" or "[" or "{" or "⌊" or "⌈" or "group" or "pmatrix" or "bmatrix" or "lvert" && (token.InMath || tight || token.Text == "lvert") && !(token.Text == "{" && !token.InMath),
            TokenKind.Command => IsOperandCommand(token.Text) && (token.InMath || before.Kind is TokenKind.Number or TokenKind.Close or TokenKind.Letter),
            _ => false,
        };
    }

    private int _bars;

    private bool HasClosingBar(int index)
    {
        for (var i = index + 2; i < _limit && i < index + 40; i++)
        {
            if (_tokens[i].Kind is TokenKind.Relation or TokenKind.MathEnd or TokenKind.Break)
                return false;
            if (_tokens[i].Kind == TokenKind.Bar)
                return true;
        }

        return false;
    }

    private bool StartsFraction(int index) =>
        TokenAt(index + 1) is { Kind: TokenKind.Operator, Text: "/" } && TokenAt(index + 2) is { Kind: TokenKind.Number, Decimals: 0 } bottom
        && TokenAt(index) is { Kind: TokenKind.Number, Decimals: 0 } top && top.Value < bottom.Value
        && index > 0 && _tokens[index - 1] is { Kind: TokenKind.Number, Decimals: 0 } && !(TokenAt(index + 3) is { Kind: TokenKind.Operator, Text: "/" });

    private Expression? ParsePrimary()
    {
        if (!Enter())
        {
            Leave();
            return null;
        }

        var token = Current;
        var result = token?.Kind switch
        {
            TokenKind.Number => ParseNumber(token),
            TokenKind.Letter => ParseName(token),
            TokenKind.Currency => ParseMoney(token),
            TokenKind.Command => ParseCommand(token),
            TokenKind.Open => ParseBracket(token),
            TokenKind.Bar when token.Text == "|" => ParseBars(),
            _ => null,
        };
        Leave();
        return result;
    }

    private Expression ParseNumber(Token token)
    {
        _position++;
        if (Current is { Kind: TokenKind.Command, Text: "overline", SpaceBefore: false } or { Kind: TokenKind.Other, Text: "." } && TryRepeatingDecimal(token) is { } repeating)
            return repeating;
        var number = new NumberLiteral(token.Value, token.Decimals);
        if (token.Decimals > 0 || !token.Value.IsInteger || TakeFraction() is not { } fraction)
            return number;
        _met |= Ambiguities.MixedNumber;
        return _options.IsSecond(Ambiguities.MixedNumber) ? Multiply(number, fraction) : new NumberLiteral(token.Value + fraction.Value);
    }

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
        if (ParsePair(Operation.Divide) is Call pair && pair.Arguments[0] is NumberLiteral { Decimals: 0, Value.Sign: > 0 } up && pair.Arguments[1] is NumberLiteral { Decimals: 0 } down && up.Value < down.Value)
            return new NumberLiteral(up.Value / down.Value);
        _position = saved;
        return null;
    }

    private NumberLiteral? TryRepeatingDecimal(Token token)
    {
        var index = Current is { Kind: TokenKind.Other } ? _position + 1 : _position;
        if (index == _position && token.Decimals == 0)
            return null;
        if (TokenAt(index) is not { Kind: TokenKind.Command, Text: "overline" } || TokenAt(index + 1) is not { Kind: TokenKind.Open, Text: "group" }
            || TokenAt(index + 2) is not { Kind: TokenKind.Number, Decimals: 0 } period || TokenAt(index + 3) is not { Kind: TokenKind.Close } || period.Text.Length > 60)
            return null;
        _position = index + 4;
        var scale = new Rational(System.Numerics.BigInteger.Pow(10, token.Decimals), 1);
        var nines = new Rational(System.Numerics.BigInteger.Pow(10, period.Text.Length) - 1, 1);
        return new NumberLiteral(token.Value + (period.Value / (nines * scale)));
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
        return new Quantity(value, sign.Text);
    }

    private Expression? ParseName(Token token)
    {
        _position++;
        var name = token.Text;
        name = TakeSubscript(name);
        if (name is null)
            return null;
        while (Current is { Kind: TokenKind.Prime })
        {
            name += "'";
            _position++;
        }

        if (Current is { Kind: TokenKind.Operator, Text: "_" })
        {
            name = TakeSubscript(name);
            if (name is null)
                return null;
        }

        if (Current is { Kind: TokenKind.Open, Text: "(" } open && (open.InMath || !open.SpaceBefore) && TryFunctionValue(name, token) is { } value)
            return value;
        if (Current is { Kind: TokenKind.Operator, Text: "^" } && _options.Functions.Contains(name) && TryInverseValue(name, token) is { } inverse)
            return inverse;
        switch (name)
        {
            case "e":
                _met |= Ambiguities.EulerNumber;
                return _options.IsSecond(Ambiguities.EulerNumber) ? Constant.E : new Symbol(name);
            case "i":
                _met |= Ambiguities.ImaginaryUnit;
                return _options.IsSecond(Ambiguities.ImaginaryUnit) ? Constant.I : new Symbol(name);
            default:
                return new Symbol(name);
        }
    }

    private string? TakeSubscript(string name)
    {
        if (Current is not { Kind: TokenKind.Operator, Text: "_" })
            return name;
        _position++;
        if (Current is { Kind: TokenKind.Open, Text: "group" })
        {
            var start = _position + 1;
            var depth = 0;
            for (; _position < _limit; _position++)
            {
                if (_tokens[_position] is { Kind: TokenKind.Open, Text: "group" })
                    depth++;
                else if (_tokens[_position] is { Kind: TokenKind.Close, Text: "group" } && --depth == 0)
                    break;
            }

            if (_position >= _limit)
                return null;
            var text = string.Concat(_tokens.AsSpan()[start.._position].ToArray().Select(token => token.Text));
            _position++;
            return $"{name}_{text}";
        }

        if (Current is not { } subscript)
            return null;
        _position++;
        return $"{name}_{subscript.Text}";
    }

    // f^{-1}(x), f^2(x): the inverse or an iterate applied, no product.
    private FunctionValue? TryInverseValue(string name, Token token)
    {
        var saved = _position;
        _position++;
        var exponent = Current is { Kind: TokenKind.Open, Text: "group" } ? ParseGroup() : ParseExponentAtom();
        if (exponent is not null && Current is { Kind: TokenKind.Open, Text: "(" } && TryFunctionValue(name, token) is { } value)
            return new FunctionValue($"{name}^{exponent}", value.Arguments);
        _position = saved;
        return null;
    }

    private FunctionValue? TryFunctionValue(string name, Token token)
    {
        var bare = name.TrimEnd('\'');
        var underscore = bare.IndexOf('_', StringComparison.Ordinal);
        if (underscore > 0)
            bare = bare[..underscore];
        var known = _options.Functions.Contains(bare) || _options.Functions.Contains(name) || name.EndsWith('\'')
            || (bare.Length == 1 && char.IsAsciiLetterUpper(bare[0])) || token.Text is "phi" or "Phi" or "Gamma" or "sigma" or "tau" or "mu" or "Psi" or "psi" or "zeta";
        if (!known)
        {
            // x(y + 1) is a product; u(x) may be either.
            return null;
        }

        var saved = _position;
        _position++;
        var inner = ParseList("(");
        if (inner is null || Current is not { Kind: TokenKind.Close, Text: ")" })
        {
            _position = saved;
            return null;
        }

        _position++;
        _met |= Ambiguities.FunctionOrProduct;
        return new FunctionValue(name, inner is Collection { Kind: CollectionKind.List } list ? list.Items : [inner]);
    }

    private Expression? ParseBracket(Token open)
    {
        if (open.Text == "group")
            return ParseGroup();
        if (open.Text.EndsWith("matrix", StringComparison.Ordinal) || open.Text == "matrix array")
            return ParseMatrix(open);
        var saved = _position;
        _position = SkipLayout(_position + 1);
        var matrices = _matrices;
        _matrices = 0;
        var inner = open.Text == "{" && Current is { Kind: TokenKind.Close } ? new Collection(CollectionKind.List, []) : ParseList(open.Text);
        _matrices = matrices;
        _position = SkipLayout(_position);
        if (inner is null || Current is not { Kind: TokenKind.Close } close || close.Text == "group")
        {
            _position = saved;
            return null;
        }

        _position++;
        var items = inner is Collection { Kind: CollectionKind.List } list ? list.Items : [inner];
        return (open.Text, close.Text) switch
        {
            ("⌊", "⌋") when items.Length == 1 => Call.Of(Operation.Floor, inner),
            ("⌈", "⌉") when items.Length == 1 => Call.Of(Operation.Ceiling, inner),
            ("lvert", "rvert") when items.Length == 1 => Call.Of(Operation.Abs, inner),
            ("{", "}") => new Collection(CollectionKind.Set, items),
            ("(", ")") when items.Length == 1 => inner,
            ("[", "]") when items.Length == 1 => Bracketed(inner),
            ("(", ")") => new Collection(CollectionKind.Tuple, items),
            ("⟨", "⟩") => new Collection(CollectionKind.Tuple, items),
            ("[", "]") when items.Length == 2 => new Collection(CollectionKind.ClosedInterval, items),
            ("(", "]") when items.Length == 2 => new Collection(CollectionKind.OpenClosedInterval, items),
            ("[", ")") when items.Length == 2 => new Collection(CollectionKind.ClosedOpenInterval, items),
            ("[", "]") => new Collection(CollectionKind.Tuple, items),
            _ => Fail(saved),
        };
    }

    // Square brackets group, and for some writers they round down.
    private Expression Bracketed(Expression inner)
    {
        if (inner is NumberLiteral or Call { Operation: Operation.Divide })
            _met |= Ambiguities.NeverRefute;
        return inner;
    }

    private Expression? Fail(int position)
    {
        _position = position;
        return null;
    }

    private Collection? ParseMatrix(Token open)
    {
        var saved = _position;
        _position++;
        _matrices++;
        var items = ImmutableArray.CreateBuilder<Expression>();
        int columns = 0, inRow = 0;
        var whole = true;
        while (whole && Current is { } token)
        {
            if (token.Kind == TokenKind.Close && token.Text == open.Text)
                break;
            if (token.Kind is TokenKind.Row)
            {
                if (inRow > 0)
                {
                    whole = columns == 0 || columns == inRow;
                    columns = inRow;
                }

                inRow = 0;
                _position++;
            }
            else if (token.Kind == TokenKind.Cell)
            {
                _position++;
            }
            else if (ParseSum() is { } item)
            {
                items.Add(item);
                inRow++;
            }
            else
            {
                whole = false;
            }
        }

        _matrices--;
        if (inRow > 0)
        {
            whole &= columns == 0 || columns == inRow;
            columns = inRow;
        }

        if (!whole || columns == 0 || Current is not { Kind: TokenKind.Close })
        {
            _position = saved;
            return null;
        }

        _position++;
        var matrix = new Collection(CollectionKind.Matrix, items.ToImmutable(), columns);
        return open.Text == "vmatrix" ? null : matrix;
    }

    private Expression? ParseBars()
    {
        var saved = _position;
        _position++;
        _bars++;
        var inner = ParseSum();
        _bars--;
        if (inner is null || Current is not { Kind: TokenKind.Bar, Text: "|" })
        {
            _position = saved;
            return null;
        }

        _position++;
        return Call.Of(Operation.Abs, inner);
    }
}
