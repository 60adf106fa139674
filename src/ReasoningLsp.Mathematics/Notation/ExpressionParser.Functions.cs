using ReasoningLsp.Mathematics.Expressions;
using ReasoningLsp.Mathematics.Numbers;

namespace ReasoningLsp.Mathematics.Notation;

/// <content>Named functions and their arguments.</content>
public sealed partial class ExpressionParser
{
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

    private Expression? ParseFunction(Operation operation, Expression? logBase = null)
    {
        Expression? exponent = null;
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
                // "\log_4 \frac{1}{16}": no mixed number.
                logBase = Current is { Kind: TokenKind.Number } number ? Literal(Taken(number)) : ParseArgument();
                if (logBase is null)
                    return null;
            }
        }

        // "log2(8)", "log10(100)": the base stands beside the name.
        if (operation == Operation.Log && logBase is null && exponent is null
            && Current is { Kind: TokenKind.Number, Decimals: 0, SpaceBefore: false } basis && basis.Value > Rational.One
            && TokenAt(_position + 1) is { Kind: TokenKind.Open, Text: "(", SpaceBefore: false })
        {
            _position++;
            logBase = Literal(basis);
        }

        // "cos2(45°)": an exponent that lost its place, or an argument.
        if (Current is { Kind: TokenKind.Number, InMath: false, SpaceBefore: false }
            && TokenAt(_position + 1) is { Kind: TokenKind.Open, SpaceBefore: false })
            _met |= Ambiguities.NeverRefute;
        var argument = ParseFunctionArgument();
        if (argument is null)
            return null;
        if (exponent is Call { Operation: Operation.Negate } inverse && inverse.Arguments[0] is NumberLiteral { Value: var one }
            && one == Rational.One)
        {
            if (Inverse(operation) is not { } inverted)
                return null;
            return InDegrees(Call.Of(inverted, argument));
        }

        if (IsTrigonometric(operation) && IsBareNumber(argument))
        {
            _met |= Ambiguities.AngleUnit;
            if (_options.IsSecond(Ambiguities.AngleUnit))
                argument = Call.Of(Operation.Degrees, argument);
        }

        var value = operation == Operation.Log ? Logarithm(argument, logBase) : Call.Of(operation, argument);
        if (exponent is null)
            return operation is Operation.Asin or Operation.Acos or Operation.Atan ? InDegrees(value) : value;
        return Call.Of(Operation.Power, value, exponent);
    }

    // "arcsin 0.5 = 30": the sign of the degrees is left out.
    private Call InDegrees(Call angle)
    {
        _met |= Ambiguities.AngleUnit;
        return _options.IsSecond(Ambiguities.AngleUnit)
            ? Call.Of(Operation.Divide, angle, Call.Of(Operation.Degrees, new NumberLiteral(Rational.One))) : angle;
    }

    private Call Logarithm(Expression argument, Expression? logBase)
    {
        if (logBase is not null)
            return Call.Of(Operation.Log, argument, logBase);
        _met |= Ambiguities.LogBase;
        return _options.IsSecond(Ambiguities.LogBase) ? Call.Of(Operation.Ln, argument)
            : Call.Of(Operation.Log, argument, new NumberLiteral(10));
    }

    private static bool IsTrigonometric(Operation operation) =>
        operation is Operation.Sin or Operation.Cos or Operation.Tan or Operation.Cot or Operation.Sec or Operation.Csc;

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
        Call { Operation: Operation.Add or Operation.Multiply or Operation.Divide or Operation.Negate } call =>
            call.Arguments.All(IsBareNumber),
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

        // "\cos 2 \cdot \pi": a number times π is one angle for most.
        first = WithFactorsBehind(first, so =>
            so is NumberLiteral or Call { Operation: Operation.Divide or Operation.Multiply } && ExpressionInspector.IsClosed(so)
            && TokenAt(_position + 1) is { Kind: TokenKind.Command, Text: "pi" } or { Kind: TokenKind.Letter });

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

    // Whether an argument goes on behind a sign of multiplication is not said: in the second reading it does, as far as what is read so
    // far lets it.
    private Expression WithFactorsBehind(Expression first, Func<Expression, bool> goesOn)
    {
        while (Current is { Kind: TokenKind.Operator, Text: "*" } && goesOn(first))
        {
            _met |= Ambiguities.ArgumentExtent;
            if (!_options.IsSecond(Ambiguities.ArgumentExtent))
                break;
            var before = _position++;
            if (ParsePower() is not { } factor)
            {
                _position = before;
                break;
            }

            first = Multiply(first, factor);
        }

        return first;
    }

    // "sin(x)^2" squares the sine for most writers; degrees stay with the argument.
    private Expression PostfixOfArgument(Expression argument)
    {
        var script = Current is { Kind: TokenKind.Operator, Text: "^" } && TokenAt(_position + 1) is { Kind: TokenKind.Degree };
        var group = Current is { Kind: TokenKind.Operator, Text: "^" } && TokenAt(_position + 1) is { Kind: TokenKind.Open, Text: "group" }
            && TokenAt(_position + 2) is { Kind: TokenKind.Degree };
        if (script || group || Current is { Kind: TokenKind.Degree })
        {
            _position += script ? 2 : group ? 4 : 1;
            return Call.Of(Operation.Degrees, argument);
        }

        return argument;
    }

    private static bool IsNamedFunction(string name) =>
        name is "sin" or "cos" or "tan" or "cot" or "sec" or "csc" or "log" or "ln" or "lg" or "exp" or "arcsin" or "arccos" or "arctan"
        or "sinh" or "cosh" or "tanh" or "det" or "max" or "min" or "gcd" or "lcm";
}
