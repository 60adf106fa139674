using ReasoningLsp.Mathematics.Expressions;
using ReasoningLsp.Mathematics.Numbers;

namespace ReasoningLsp.Mathematics.Notation;

/// <content>Fractions, roots, named functions, sums.</content>
public sealed partial class ExpressionParser
{
    private static bool IsOperandCommand(string name) => name switch
    {
        "pmod" or "over" or "choose" or "angle" or "triangle" or "star" or "circledast" or "oplus" or "otimes" or "diamond" or "forall" or "exists" or "partial" or "lim" or "int" or "label" or "ref" or "eqref" or "neg" or "lnot" => false,
        _ => true,
    };

    private Expression? ParseCommand(Token token)
    {
        var saved = _position;
        _position++;
        var result = token.Text switch
        {
            "pi" => Pi(),
            "infty" => Constant.Infinity,
            "frac" or "dfrac" or "tfrac" or "cfrac" => ParsePair(Operation.Divide),
            "binom" or "dbinom" or "tbinom" => ParsePair(Operation.Binomial),
            "sqrt" => ParseRoot(),
            "cbrt" => ParseArgument() is { } cube ? Call.Of(Operation.Root, cube, new NumberLiteral(3)) : null,
            "boxed" or "fbox" or "underbrace" or "overbrace" or "cancel" or "bcancel" or "xcancel" or "underline" or "mathbb" or "widehat" => ParseTransparent(),
            "overline" or "bar" => ParseOverline(),
            "sum" => ParseBig(Operation.SumOver),
            "prod" => ParseBig(Operation.ProductOver),
            "gcd" => ParseMany(Operation.Gcd),
            "lcm" => ParseMany(Operation.Lcm),
            "min" => ParseMany(Operation.Min),
            "max" => ParseMany(Operation.Max),
            "floor" => ParseMany(Operation.Floor),
            "ceil" => ParseMany(Operation.Ceiling),
            "abs" => ParseMany(Operation.Abs),
            "det" => ParseFunction(Operation.Determinant),
            "sin" => ParseFunction(Operation.Sin),
            "cos" => ParseFunction(Operation.Cos),
            "tan" => ParseFunction(Operation.Tan),
            "cot" => ParseFunction(Operation.Cot),
            "sec" => ParseFunction(Operation.Sec),
            "csc" => ParseFunction(Operation.Csc),
            "arcsin" => ParseFunction(Operation.Asin),
            "arccos" => ParseFunction(Operation.Acos),
            "arctan" => ParseFunction(Operation.Atan),
            "sinh" => ParseFunction(Operation.Sinh),
            "cosh" => ParseFunction(Operation.Cosh),
            "tanh" => ParseFunction(Operation.Tanh),
            "ln" => ParseFunction(Operation.Ln),
            "lg" => ParseFunction(Operation.Log),
            "exp" => ParseFunction(Operation.Exp),
            "log" => ParseFunction(Operation.Log),
            _ => null,
        };
        if (result is null)
            _position = saved;
        return result;
    }

    private Expression Pi()
    {
        _met |= Ambiguities.PiName;
        if (Current is { Kind: TokenKind.Operator, Text: "_" } or { Kind: TokenKind.Open, Text: "(" } && TakeSubscript("π") is { } name && name != "π")
            return new Symbol(name);
        return Constant.Pi;
    }

    // \frac34 is 3/4: without braces an argument is one digit.
    private Expression? ParsePair(Operation operation)
    {
        if (Current is { Kind: TokenKind.Number, Decimals: 0 } digits && digits.Text.Length >= 2 && digits.Text.All(char.IsAsciiDigit) && digits.InMath)
        {
            if (digits.Text.Length > 2)
                return null;
            _position++;
            return Make(operation, new NumberLiteral(digits.Text[0] - '0'), new NumberLiteral(digits.Text[1] - '0'));
        }

        var first = ParseArgument();
        var second = first is null ? null : ParseArgument();
        return second is null ? null : Make(operation, first!, second);
    }

    private static Expression Make(Operation operation, Expression first, Expression second) => Call.Of(operation, first, second);

    private Expression? ParseArgument()
    {
        if (Current is { Kind: TokenKind.Open, Text: "group" })
            return ParseGroup();
        return Current is { Kind: TokenKind.Operator, Text: "-" or "+" } ? null : ParsePrimary();
    }

    private Expression? ParseRoot()
    {
        Expression index = new NumberLiteral(2);
        if (Current is { Kind: TokenKind.Open, Text: "[" })
        {
            _position++;
            var inner = ParseSum();
            if (inner is null || Current is not { Kind: TokenKind.Close, Text: "]" })
                return null;
            _position++;
            index = inner;
        }

        var radicand = ParseArgument();
        return radicand is null ? null : Call.Of(Operation.Root, radicand, index);
    }

    private Expression? ParseTransparent()
    {
        var inner = ParseArgument();
        if (inner is not null && Current is { Kind: TokenKind.Operator, Text: "_" or "^" } && _tokens[_position - 1] is { Kind: TokenKind.Close, Text: "group" } && TokenAt(_position + 1) is { Kind: TokenKind.Open, Text: "group" } && IsBrace(_position - 1))
            TakeSubscript("");
        return inner;
    }

    // Whether the group that closes here belongs to \underbrace or \overbrace, whose script is a label.
    private bool IsBrace(int close)
    {
        var depth = 0;
        for (var i = close; i > 0; i--)
        {
            if (_tokens[i] is { Kind: TokenKind.Close, Text: "group" })
                depth++;
            else if (_tokens[i] is { Kind: TokenKind.Open, Text: "group" } && --depth == 0)
                return _tokens[i - 1] is { Kind: TokenKind.Command, Text: "underbrace" or "overbrace" };
        }

        return false;
    }

    private Expression? ParseOverline()
    {
        var start = _position;
        var inner = ParseArgument();
        if (inner is null)
            return null;
        _met |= Ambiguities.Overline | Ambiguities.NeverRefute;
        var name = string.Concat(_tokens.AsSpan()[start.._position].ToArray().Where(token => token.Text != "group").Select(token => token.Text));
        if (inner is Symbol { Name.Length: > 1 } segment && segment.Name.All(char.IsAsciiLetterUpper))
            return segment;
        return new Symbol($"overline({name})");
    }

    private Expression? ParseMany(Operation operation)
    {
        var saved = _position;
        if (Current is { Kind: TokenKind.Open, Text: "(" or "{" or "group" or "[" } open)
        {
            _position++;
            var inner = ParseList(open.Text);
            if (inner is not null && Current is { Kind: TokenKind.Close })
            {
                _position++;
                if (inner is Collection { Kind: CollectionKind.List } list)
                    return new Call(operation, list.Items);
                // gcd(378,315) looks like one number with a thousands comma.
                return operation is Operation.Gcd or Operation.Lcm or Operation.Min or Operation.Max ? null : Call.Of(operation, inner);
            }
        }

        _position = saved;
        return null;
    }

    private Expression? ParseFunction(Operation operation)
    {
        Expression? exponent = null, logBase = null;
        for (var i = 0; i < 2; i++)
        {
            if (Current is { Kind: TokenKind.Operator, Text: "^" } && exponent is null)
            {
                _position++;
                exponent = Current is { Kind: TokenKind.Open, Text: "group" } ? ParseGroup() : ParseExponentAtom();
                if (exponent is null)
                    return null;
            }
            else if (Current is { Kind: TokenKind.Superscript } power && exponent is null)
            {
                _position++;
                exponent = new NumberLiteral(power.Value);
            }
            else if (Current is { Kind: TokenKind.Operator, Text: "_" } && operation == Operation.Log)
            {
                _position++;
                logBase = ParseArgument();
                if (logBase is null)
                    return null;
            }
        }

        var argument = ParseFunctionArgument();
        if (argument is null)
            return null;
        if (IsTrigonometric(operation) && IsBareNumber(argument))
        {
            _met |= Ambiguities.AngleUnit;
            if (_options.IsSecond(Ambiguities.AngleUnit))
                argument = Call.Of(Operation.Degrees, argument);
        }

        if (exponent is Call { Operation: Operation.Negate } inverse && inverse.Arguments[0] is NumberLiteral { Value: var one } && one == Rational.One)
        {
            if (Inverse(operation) is not { } inverted)
                return null;
            return Call.Of(inverted, argument);
        }

        var value = operation == Operation.Log ? Logarithm(argument, logBase) : Call.Of(operation, argument);
        return exponent is null ? value : Call.Of(Operation.Power, value, exponent);
    }

    private Call Logarithm(Expression argument, Expression? logBase)
    {
        if (logBase is not null)
            return Call.Of(Operation.Log, argument, logBase);
        _met |= Ambiguities.LogBase;
        return _options.IsSecond(Ambiguities.LogBase) ? Call.Of(Operation.Ln, argument) : Call.Of(Operation.Log, argument, new NumberLiteral(10));
    }

    private static bool IsTrigonometric(Operation operation) => operation is Operation.Sin or Operation.Cos or Operation.Tan or Operation.Cot or Operation.Sec or Operation.Csc;

    private static Operation? Inverse(Operation operation) => operation switch
    {
        Operation.Sin => Operation.Asin,
        Operation.Cos => Operation.Acos,
        Operation.Tan => Operation.Atan,
        _ => null,
    };

    private static bool IsBareNumber(Expression expression) => expression switch
    {
        NumberLiteral number => !number.Value.IsZero,
        Call { Operation: Operation.Add or Operation.Multiply or Operation.Divide or Operation.Negate } call => call.Arguments.All(IsBareNumber),
        _ => false,
    };

    private Expression? ParseFunctionArgument()
    {
        if (Current is { Kind: TokenKind.Open, Text: "(" or "[" or "group" or "{" } open)
        {
            var bracketed = ParseBracket(open);
            return bracketed is null ? null : PostfixOfArgument(bracketed);
        }

        if (Current is { Kind: TokenKind.Bar })
            return ParseBars();
        if (Current is { Kind: TokenKind.Operator, Text: "-" })
        {
            _position++;
            return ParseFunctionArgument() is { } negated ? Call.Of(Operation.Negate, negated) : null;
        }

        if (Current is { Kind: TokenKind.Command } function && IsNamedFunction(function.Text))
            return ParsePrimary();
        var first = ParsePower();
        if (first is null)
            return null;
        while (StartsImplicitFactor(_position) && !(Current is { Kind: TokenKind.Command } next && IsNamedFunction(next.Text)))
        {
            if (Current is { Kind: TokenKind.Open })
            {
                _met |= Ambiguities.ArgumentExtent;
                if (!_options.IsSecond(Ambiguities.ArgumentExtent))
                    break;
            }

            if (ParsePower() is not { } factor)
                break;
            first = Multiply(first, factor);
        }

        // sin x/2 may be sin(x/2).
        if (Current is { Kind: TokenKind.Operator, Text: "/" } && first is not Call { Operation: Operation.Divide })
        {
            _met |= Ambiguities.ArgumentExtent;
            var saved = _position;
            if (_options.IsSecond(Ambiguities.ArgumentExtent))
            {
                _position++;
                if (ParsePower() is { } divisor)
                    return Call.Of(Operation.Divide, first, divisor);
                _position = saved;
            }
        }

        return first;
    }

    // "sin(x)^2" squares the sine for most writers; degrees stay with the argument.
    private Expression PostfixOfArgument(Expression argument)
    {
        var script = Current is { Kind: TokenKind.Operator, Text: "^" } && TokenAt(_position + 1) is { Kind: TokenKind.Degree };
        var group = Current is { Kind: TokenKind.Operator, Text: "^" } && TokenAt(_position + 1) is { Kind: TokenKind.Open, Text: "group" } && TokenAt(_position + 2) is { Kind: TokenKind.Degree };
        if (script || group || Current is { Kind: TokenKind.Degree })
        {
            _position += script ? 2 : group ? 4 : 1;
            return Call.Of(Operation.Degrees, argument);
        }

        return argument;
    }

    private static bool IsNamedFunction(string name) => name is "sin" or "cos" or "tan" or "cot" or "sec" or "csc" or "log" or "ln" or "lg" or "exp" or "arcsin" or "arccos" or "arctan" or "sinh" or "cosh" or "tanh" or "det" or "max" or "min" or "gcd" or "lcm";

    private Expression? ParseBig(Operation operation)
    {
        // \sum_{k=1}^{n} body
        if (Current is not { Kind: TokenKind.Operator, Text: "_" } || TokenAt(_position + 1) is not { Kind: TokenKind.Open, Text: "group" }
            || TokenAt(_position + 2) is not { Kind: TokenKind.Letter } index || TokenAt(_position + 3) is not { Kind: TokenKind.Relation, Text: "=" })
            return null;
        _position += 4;
        var from = ParseSum();
        if (from is null || Current is not { Kind: TokenKind.Close, Text: "group" })
            return null;
        _position++;
        if (Current is not { Kind: TokenKind.Operator, Text: "^" })
            return null;
        _position++;
        var to = Current is { Kind: TokenKind.Open, Text: "group" } ? ParseGroup() : ParseExponentAtom();
        if (to is null)
            return null;
        var body = ParseTerm();
        return body is null ? null : Call.Of(operation, body, new Symbol(index.Text), from, to);
    }
}
