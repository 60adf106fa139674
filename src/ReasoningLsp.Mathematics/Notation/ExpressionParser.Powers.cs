using ReasoningLsp.Mathematics.Expressions;
using ReasoningLsp.Mathematics.Numbers;

namespace ReasoningLsp.Mathematics.Notation;

/// <content>Powers and what follows an operand.</content>
public sealed partial class ExpressionParser
{
    private Expression? ParsePower()
    {
        var start = _position;
        var expression = ParsePrimary();
        if (expression is null)
        {
            _position = start;
            return null;
        }

        return ParsePostfix(expression);
    }

    private Expression ParsePostfix(Expression expression)
    {
        while (Current is { } token)
        {
            switch (token.Kind)
            {
                case TokenKind.Factorial:
                    _position++;
                    var twice = Current is { Kind: TokenKind.Factorial, SpaceBefore: false };
                    if (twice)
                        _position++;
                    expression = Call.Of(twice ? Operation.DoubleFactorial : Operation.Factorial, expression);
                    continue;
                case TokenKind.Letter or TokenKind.Command when TryTypedChoices(expression) is { } choices:
                    expression = choices;
                    continue;
                case TokenKind.Percent:
                    _position++;
                    expression = Call.Of(Operation.Percent, expression);
                    continue;
                case TokenKind.Degree when TokenAt(_position + 1) is
                {
                    Kind: TokenKind.Letter or TokenKind.Word, Text: "C" or "F", SpaceBefore: false, InMath: false
                }:
                    return TryUnit(expression);
                case TokenKind.Degree:
                    _position++;
                    expression = WithMinutes(Call.Of(Operation.Degrees, expression));
                    continue;
                case TokenKind.Prime when expression is NumberLiteral feet && TryFeetAndInches(feet) is { } height:
                    return height;
                case TokenKind.Prime when PrimedBracket(expression) is { } derivative:
                    expression = derivative;
                    continue;
                case TokenKind.Superscript:
                    _position++;
                    expression = Call.Of(Operation.Power, expression, new NumberLiteral(token.Value));
                    continue;
                case TokenKind.Currency when token.Text != "$" && CanCarryUnit(expression) && !StartsAmount(_position + 1):
                    _position++;
                    return new Quantity(expression, token.Text);
                case TokenKind.Operator when token.Text == "^":
                    if (!TryExponent(ref expression))
                        return expression;
                    continue;
                default:
                    return TryUnit(expression);
            }
        }

        return expression;
    }

    // "60 €": a sign behind its amount, unless another number follows that it stands before.
    private bool StartsAmount(int index) => TokenAt(index) is { Kind: TokenKind.Number, SpaceBefore: false };

    private bool TryExponent(ref Expression expression)
    {
        var saved = _position;
        _position++;
        if (Current is { Kind: TokenKind.Degree }
            || (Current is { Kind: TokenKind.Open, Text: "group" } && TokenAt(_position + 1) is { Kind: TokenKind.Degree }
                && TokenAt(_position + 2) is { Kind: TokenKind.Close }))
        {
            _position += Current.Kind == TokenKind.Degree ? 1 : 3;
            expression = WithMinutes(Call.Of(Operation.Degrees, expression));
            return true;
        }

        if (ExpressionInspector.Nodes(expression).Any(node => node is Collection { Kind: CollectionKind.Matrix }) && TakeTransposition())
        {
            expression = Call.Of(Operation.Transpose, expression);
            return true;
        }

        if (TakeScriptDigit(out var behind) is { } digit)
        {
            expression = Call.Of(Operation.Multiply, Call.Of(Operation.Power, expression, digit), behind!);
            return true;
        }

        var exponent = Current is { Kind: TokenKind.Open, Text: "group" } ? ParseGroup() : ParseExponentAtom();
        if (exponent is null)
        {
            _position = saved;
            return false;
        }

        expression = Call.Of(Operation.Power, expression, WithLooseExponent(exponent));
        return true;
    }

    // "2^a+b", "2^2n", "2^ab": typed without brackets, where only letters say how far the exponent goes.
    private Expression WithLooseExponent(Expression exponent)
    {
        if (exponent is not (Symbol or NumberLiteral { Decimals: 0 }) || !IsLooseSum(exponent))
            return exponent;
        _met |= Ambiguities.LooseExponent;
        if (!_options.IsSecond(Ambiguities.LooseExponent))
            return exponent;
        while (Current is { SpaceBefore: false, InMath: false } next)
        {
            var isSum = next.Kind == TokenKind.Operator && next.Text is "+" or "-";
            if (!isSum && next.Kind is not (TokenKind.Letter or TokenKind.Number))
                break;
            var before = _position;
            if (isSum)
                _position++;
            if (ParsePrimary() is not { } part)
            {
                _position = before;
                break;
            }

            exponent = !isSum ? Multiply(exponent, part)
                : Call.Of(Operation.Add, exponent, next.Text == "-" ? Call.Of(Operation.Negate, part) : part);
        }

        return exponent;
    }

    private bool IsLooseSum(Expression exponent)
    {
        var isLetter = exponent is Symbol;
        if (Current is not { SpaceBefore: false, InMath: false } next)
            return false;
        if (next.Kind == TokenKind.Letter)
            return true;
        return isLetter && next.Kind == TokenKind.Operator && next.Text is "+" or "-"
            && TokenAt(_position + 1) is { SpaceBefore: false, Kind: TokenKind.Letter or TokenKind.Number };
    }

    // A^T, A^\top, A^{\intercal}, A^{\mathsf{T}}
    private bool TakeTransposition()
    {
        var groups = 0;
        while (TokenAt(_position + groups) is { Kind: TokenKind.Open, Text: "group" })
            groups++;
        var index = _position + groups;
        if (TokenAt(index) is not ({ Kind: TokenKind.Letter, Text: "T" or "t" } or { Kind: TokenKind.Command, Text: "top" or "intercal" }))
            return false;
        for (var i = 1; i <= groups; i++)
        {
            if (TokenAt(index + i) is not { Kind: TokenKind.Close, Text: "group" })
                return false;
        }

        _position = index + groups + 1;
        return true;
    }

    private Expression? ParseExponentAtom()
    {
        if (Current is { Kind: TokenKind.Operator, Text: "-" or "+" } sign)
        {
            _position++;
            var operand = ParseExponentAtom();
            return operand is null || sign.Text == "+" ? operand : Call.Of(Operation.Negate, operand);
        }

        var primary = ParsePrimary();
        while (primary is not null && Current is { Kind: TokenKind.Factorial })
        {
            _position++;
            primary = Call.Of(Operation.Factorial, primary);
        }

        // 2^3^2 is 2^(3^2), and 2^4^\circ an angle of 2^4 degrees.
        if (primary is not null && Current is { Kind: TokenKind.Operator, Text: "^" } && TokenAt(_position + 1) is not
            { Kind: TokenKind.Degree } && Enter())
        {
            if (primary is NumberLiteral { Value: var power } && power > 9)
                _met |= Ambiguities.NeverRefute;
            TryExponent(ref primary);
            Leave();
        }

        return primary;
    }

    // "2^34x" without braces: TeX raises the first digit only. The digits behind it, where they are read so, are a factor of their own.
    private NumberLiteral? TakeScriptDigit(out NumberLiteral? behind)
    {
        behind = null;
        if (Current is not { Kind: TokenKind.Number, InMath: true, Decimals: 0 } digits || digits.Text.Length < 2
            || !digits.Text.All(char.IsAsciiDigit))
            return null;
        _met |= Ambiguities.ScriptDigits;
        if (!_options.IsSecond(Ambiguities.ScriptDigits))
            return null;
        _position++;
        behind = new NumberLiteral(Rational.TryParseDecimal(digits.Text.AsSpan(1), out var rest) ? rest : Rational.Zero);
        return new NumberLiteral(digits.Text[0] - '0');
    }
}
