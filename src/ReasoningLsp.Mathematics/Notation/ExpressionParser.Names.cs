using ReasoningLsp.Mathematics.Expressions;

namespace ReasoningLsp.Mathematics.Notation;

/// <content>Names and values of functions.</content>
public sealed partial class ExpressionParser
{
    private Expression? ParseName(Token token)
    {
        _position++;
        if (token is { Text: "d", InMath: true } && TryPlainDerivative() is { } derivative)
            return derivative;
        if (TryCombinations(token) is { } combinations)
            return combinations;
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

        // f{\left(x \right)}
        if (Current is { Kind: TokenKind.Open, Text: "group" } && TokenAt(_position + 1) is { Kind: TokenKind.Open, Text: "(" })
        {
            var before = _position++;
            if (TryFunctionValue(name, token) is { } grouped && Take(TokenKind.Close, "group"))
                return grouped;
            _position = before;
        }

        if (Current is { Kind: TokenKind.Open, Text: "(" } open && (open.InMath || !open.SpaceBefore)
            && TryFunctionValue(name, token) is { } value)
            return value;
        if (Current is { Kind: TokenKind.Operator, Text: "^" } && _options.Functions.Contains(name)
            && TryInverseValue(name, token) is { } inverse)
            return inverse;
        switch (name)
        {
            case var index when index == _bound:
                return new Symbol(name);
            case "e":
                _met |= Ambiguities.EulerNumber;
                return _options.IsSecond(Ambiguities.EulerNumber) ? Constant.E : new Symbol(name);
            case "i":
                _met |= Ambiguities.ImaginaryUnit;
                return _options.IsSecond(Ambiguities.ImaginaryUnit) ? Constant.I : new Symbol(name);
            case "j":
                _met |= Ambiguities.ImaginaryJ;
                return _options.IsSecond(Ambiguities.ImaginaryJ) ? Constant.I : new Symbol(name);
            default:
                return new Symbol(name);
        }
    }

    // C_6^3, \text{C}_{5}^{2}, A_5^2, P_5^2, C(6, 3), P(6, 3): how many ways to choose or to arrange, where both are numbers.
    private Call? TryCombinations(Token token)
    {
        if (token.Text is not ("C" or "A" or "P"))
            return null;
        var saved = _position;
        Expression? n = null, k = null;
        if (Current is { Kind: TokenKind.Operator, Text: "_" })
        {
            _position++;
            n = Current is { Kind: TokenKind.Open, Text: "group" } ? ParseGroup()
                : Current is { Kind: TokenKind.Number } number ? Literal(Taken(number)) : null;
            if (n is not null && Current is { Kind: TokenKind.Superscript } power)
                k = new NumberLiteral(Taken(power).Value);
            else if (n is not null && Current is { Kind: TokenKind.Operator, Text: "^" })
                k = Exponent();
        }
        else if (_options.Combinations && token.Text is "C" or "P" && Current is { Kind: TokenKind.Open, Text: "(" } open
            && ParseBracket(open) is Collection { Kind: CollectionKind.Tuple, Items: [var above, var below] })
        {
            (n, k) = (above, below);
        }

        // Nobody names a number C_9 and raises it to a power not above 9.
        if (n is NumberLiteral { Decimals: 0 } top && k is NumberLiteral { Decimals: 0 } bottom && top.Value >= bottom.Value
            && (_options.Combinations || token.Upright || IsLargeEnough(token.Text, top, bottom)))
            return Call.Of(token.Text == "C" ? Operation.Binomial : Operation.Permutations, n, k);
        _position = saved;
        return null;
    }

    // _{11}C_2, ^{11}C_2, {}_nP_r: how many ways to choose or to arrange.
    private Call? ParseChoices()
    {
        _position++;
        var n = Current is { Kind: TokenKind.Open, Text: "group" } ? ParseGroup()
            : Current is { Kind: TokenKind.Number } number ? Literal(Taken(number))
            : Current is { Kind: TokenKind.Letter } letter ? new Symbol(Taken(letter).Text) : null;
        if (n is null || Current is not { Kind: TokenKind.Letter, Text: "C" or "P" } sign)
            return null;
        _position++;
        if (Current is not { Kind: TokenKind.Operator, Text: "_" })
            return null;
        var k = Exponent();
        return k is null ? null : Call.Of(sign.Text == "C" ? Operation.Binomial : Operation.Permutations, n, k);
    }

    // Nobody names a number A_9 and raises it to a power from 3 to 9; P_9^3 may be a polynomial, of what stands in brackets.
    private bool IsLargeEnough(string sign, NumberLiteral top, NumberLiteral bottom) => top.Value >= 5
        && (sign == "C" || (bottom.Value >= 3 && Current is not { Kind: TokenKind.Open, Text: "(" }));

    // {}_{n}C_{r}: an empty group holds the script in its place.
    private bool StartsEmptyGroup() => Current is { Kind: TokenKind.Open, Text: "group" }
        && TokenAt(_position + 1) is { Kind: TokenKind.Close, Text: "group" }
        && TokenAt(_position + 2) is { Kind: TokenKind.Operator, Text: "_" or "^" };

    private Call? ParseScriptedChoices()
    {
        var saved = _position;
        _position += 2;
        var choices = ParseChoices();
        if (choices is null)
            _position = saved;
        return choices;
    }

    // 9C2, 9P2 without a blank; 7 choose 2.
    private Call? TryTypedChoices(Expression top)
    {
        var isWord = Current is { Kind: TokenKind.Command, Text: "choose", InMath: false };
        if (top is not NumberLiteral { Decimals: 0, Value: { IsInteger: true } n }
            || !(isWord || Current is { Kind: TokenKind.Letter, Text: "C" or "P", SpaceBefore: false, Upright: false })
            || TokenAt(_position + 1) is not { Kind: TokenKind.Number, Decimals: 0, Value.IsInteger: true } k
            || (!isWord && k.SpaceBefore) || k.Value > n)
            return null;
        var operation = Current!.Text == "P" ? Operation.Permutations : Operation.Binomial;
        _position += 2;
        return Call.Of(operation, top, new NumberLiteral(k.Value));
    }

    private Expression? Exponent()
    {
        _position++;
        return Current is { Kind: TokenKind.Open, Text: "group" } ? ParseGroup()
            : Current is { Kind: TokenKind.Number } number ? Literal(Taken(number)) : null;
    }

    private Token Taken(Token token)
    {
        _position++;
        return token;
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

    // A ∪ B, A ∩ B in brackets of a function: an event, one name.
    private Symbol? ParseEvent()
    {
        if (Current is not { Kind: TokenKind.Letter, Text: [>= 'A' and <= 'Z'] first }
            || TokenAt(_position + 1) is not { Kind: TokenKind.Operator, Text: "∪" or "∩" } sign
            || TokenAt(_position + 2) is not { Kind: TokenKind.Letter, Text: [>= 'A' and <= 'Z'] second }
            || TokenAt(_position + 3) is not { Kind: TokenKind.Close, Text: ")" })
            return null;
        _position += 3;
        return new Symbol($"{first}{sign.Text}{second}");
    }

    private bool IsNumberInBrackets()
    {
        var depth = 1;
        for (var at = _position + 1; TokenAt(at) is { Kind: not TokenKind.Letter } token; at++)
        {
            depth += token.Kind switch { TokenKind.Open => 1, TokenKind.Close => -1, _ => 0 };
            if (depth == 0)
                return true;
        }

        return false;
    }

    private FunctionValue? TryFunctionValue(string name, Token token)
    {
        var bare = name.TrimEnd('\'');
        var underscore = bare.IndexOf('_', StringComparison.Ordinal);
        if (underscore > 0)
            bare = bare[..underscore];
        var known = _options.Functions.Contains(bare) || _options.Functions.Contains(name) || name.EndsWith('\'')
            || (bare.Length == 1 && char.IsAsciiLetterUpper(bare[0]))
                || token.Text is "phi" or "Phi" or "Gamma" or "sigma" or "tau" or "mu" or "Psi" or "psi" or "zeta";
        if (!known)
        {
            // x(y + 1) is a product; u(x) may be either. A number behind a letter is seldom a factor: d(12) = 6, x(2) = 5, v_2(8) = 3.
            // The imaginary unit is no function: e^(i(5 π)/3).
            if (name != "i" && IsNumberInBrackets())
                _met |= Ambiguities.NeverRefute;
            return null;
        }

        var saved = _position;
        _position++;
        var inner = ParseEvent() ?? ParseList("(");
        if (inner is null || Current is not { Kind: TokenKind.Close, Text: ")" })
        {
            _position = saved;
            return null;
        }

        _position++;
        _met |= Ambiguities.FunctionOrProduct;
        return new FunctionValue(name, inner is Collection { Kind: CollectionKind.List } list ? list.Items : [inner]);
    }
}
