using ReasoningLsp.Mathematics.Expressions;
using ReasoningLsp.Mathematics.Numbers;

namespace ReasoningLsp.Mathematics.Notation;

/// <content>Derivatives, integrals and limits.</content>
public sealed partial class ExpressionParser
{
    private const int HighestOrder = 6;

    private static readonly NumberLiteral s_one = new(Rational.One), s_both = new(Rational.Zero), s_below = new(-Rational.One);

    // \frac{d}{dx}(…) works on what follows; \frac{dy}{dx} is a name of its own.
    private Expression? TryDerivative()
    {
        var saved = _position;
        if (ReadDifferentials() is not { } read)
        {
            _position = saved;
            return null;
        }

        if (read.Operand is { } operand)
        {
            return operand is Symbol named
                ? new Symbol(read.Order == 1 ? $"d{named.Name}/d{read.Variable}"
                    : $"d^{read.Order}{named.Name}/d{read.Variable}^{read.Order}")
                : Derivative(operand, read.Variable, read.Order);
        }

        // Nobody derives a greatest integer.
        _plainBrackets++;
        var inner = ParsePower();
        _plainBrackets--;
        while (inner is not null && StartsImplicitFactor(_position) && ParsePower() is { } factor)
            inner = Multiply(inner, factor);
        if (inner is null)
        {
            _position = saved;
            return null;
        }

        // "\frac{d}{dx} x \cdot \ln x": the product, or its first factor as in the rule of products.
        while (Current is { Kind: TokenKind.Operator, Text: "*" })
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

            inner = Multiply(inner, factor);
        }

        // "\frac{d}{dx} x^2 + 3x": how far the operator reaches is not said.
        if (_tokens[_position - 1].Kind != TokenKind.Close && Current is { Kind: TokenKind.Operator, Text: "+" or "-" })
            _met |= Ambiguities.NeverRefute;
        return Derivative(inner, read.Variable, read.Order);
    }

    private static Call Derivative(Expression operand, string variable, int order) =>
        Call.Of(Operation.Derivative, operand, new Symbol(variable), new NumberLiteral(order));

    // {d^2 operand}{dx^2}, the command itself being read; the operand is null where it follows.
    private (Expression? Operand, string Variable, int Order)? ReadDifferentials()
    {
        if (!Take(TokenKind.Open, "group") || !TakeDifferential() || OrderHere() is not { } order)
            return null;
        Expression? operand = null;
        if (Current is not { Kind: TokenKind.Close })
        {
            operand = ParseTerm();
            if (operand is null)
                return null;
        }

        if (!Take(TokenKind.Close, "group") || !Take(TokenKind.Open, "group") || !TakeDifferential()
            || Current is not { Kind: TokenKind.Letter } variable)
            return null;
        _position++;
        return OrderHere() == order && Take(TokenKind.Close, "group") ? (operand, variable.Text, order) : null;
    }

    private bool Take(TokenKind kind, string text)
    {
        if (Current is not { } token || token.Kind != kind || token.Text != text)
            return false;
        _position++;
        return true;
    }

    private bool TakeDifferential() => Take(TokenKind.Letter, "d") || Take(TokenKind.Command, "partial");

    // The order behind a differential: 1 where none is written.
    private int? OrderHere()
    {
        if (Current is { Kind: TokenKind.Superscript } power)
        {
            _position++;
            return OrderOf(power.Value);
        }

        if (!Take(TokenKind.Operator, "^"))
            return 1;
        var exponent = Current is { Kind: TokenKind.Open, Text: "group" } ? ParseGroup() : ParseExponentAtom();
        return exponent is NumberLiteral number ? OrderOf(number.Value) : null;
    }

    private static int? OrderOf(Rational order) =>
        order is { IsInteger: true, Sign: > 0 } && order <= HighestOrder ? (int)order.Numerator : null;

    // (x^2 + 1)': a prime behind a bracket, where one name only can be meant.
    private Expression? PrimedBracket(Expression expression)
    {
        var names = ExpressionInspector.Symbols(expression);
        names.Remove("e");
        if (_tokens[_position - 1] is not { Kind: TokenKind.Close, Text: ")" or "]" } || names.Count != 1
            || names.First() is not [var letter] || !char.IsAsciiLetterLower(letter)
            || ExpressionInspector.Nodes(expression).Any(node => node is FunctionValue or Collection))
            return null;
        var order = 0;
        while (Current is { Kind: TokenKind.Prime })
        {
            order++;
            _position++;
        }

        return order <= HighestOrder ? Derivative(expression, names.First(), order) : null;
    }

    // \int_a^b … dx, \int \frac{dx}{x}
    private Expression? ParseIntegral()
    {
        Expression? low = null, high = null;
        NumberLiteral? carried = null;
        for (var i = 0; i < 2; i++)
        {
            if (low is null && Take(TokenKind.Operator, "_"))
                low = ParseBound();
            else if (high is null && Take(TokenKind.Operator, "^"))
                high = ParseBound(ref carried);
        }

        if (low is null != high is null || ParseIntegrand() is not var (integrand, variable))
            return null;
        if (carried is not null)
            integrand = Call.Of(Operation.Multiply, carried, integrand);
        return low is null ? Call.Of(Operation.Integral, integrand, new Symbol(variable))
            : Call.Of(Operation.Integral, integrand, new Symbol(variable), low, high!);
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

    // Without braces one sign, \int_0^1, and its minus.
    private Expression? ParseBound(ref NumberLiteral? carried)
    {
        if (TakeScriptDigit(out var behind) is not { } digit)
            return ParseBound();
        carried = behind;
        return digit;
    }

    private Expression? ParseBound() => Current is { Kind: TokenKind.Open, Text: "group" } ? ParseGroup()
        : Current is { Kind: TokenKind.Letter } letter && letter.Text != "e" ? new Symbol(Taken(letter).Text)
        : Take(TokenKind.Operator, "-") ? ParsePrimary() is { } opposite ? Call.Of(Operation.Negate, opposite) : null : ParsePrimary();

    private (Expression Integrand, string Variable)? ParseIntegrand()
    {
        var start = SkipLayout(_position);
        if (DifferentialAfter(start) is { } end)
        {
            var variable = _tokens[end + 1].Text;
            var limit = _limit;
            (_position, _limit) = (start, end);
            _plainBrackets++;
            var integrand = start == end ? s_one : ParseSum();
            _plainBrackets--;
            var isWhole = _position == end;
            (_position, _limit) = (end + 2, limit);
            return integrand is not null && isWhole ? (integrand, variable) : null;
        }

        return TokenAt(start) is { Kind: TokenKind.Command, Text: "frac" or "dfrac" or "tfrac" } ? ParseFractionWithDifferential(start)
            : null;
    }

    // \frac{2x\,dx}{x^2 + 1}
    private (Expression Integrand, string Variable)? ParseFractionWithDifferential(int start)
    {
        _position = start + 1;
        if (!Take(TokenKind.Open, "group"))
            return null;
        Expression? top = s_one;
        if (Current is not { Kind: TokenKind.Letter, Text: "d" })
        {
            if (DifferentialAfter(_position) is not { } end)
                return null;
            var limit = _limit;
            _limit = end;
            top = ParseSum();
            var isWhole = _position == end;
            _limit = limit;
            if (top is null || !isWhole)
                return null;
        }

        if (!Take(TokenKind.Letter, "d") || Current is not { Kind: TokenKind.Letter } variable)
            return null;
        _position++;
        return Take(TokenKind.Close, "group") && ParseArgument() is { } bottom
            ? (Call.Of(Operation.Divide, top, bottom), variable.Text) : null;
    }

    // Where "dx" stands that closes the integral which opens before this token.
    private int? DifferentialAfter(int start)
    {
        int depth = 0, inner = 0;
        for (var i = start; i + 1 < _limit; i++)
        {
            switch (_tokens[i])
            {
                case { Kind: TokenKind.Open }:
                    depth++;
                    break;
                case { Kind: TokenKind.Close }:
                    if (--depth < 0)
                        return null;
                    break;
                case { Kind: TokenKind.Relation, Nested: false } or { Kind: TokenKind.MathEnd or TokenKind.Break or TokenKind.Row }:
                    return null;
                case { Kind: TokenKind.Command, Text: "int" } when depth == 0:
                    inner++;
                    break;
                case { Kind: TokenKind.Letter, Text: "d" } when depth == 0 && _tokens[i + 1].Kind == TokenKind.Letter
                    && !(i > 0 && _tokens[i - 1] is { Kind: TokenKind.Operator, Text: "^" or "_" }):
                    if (inner-- == 0)
                        return i;
                    i++;
                    break;
            }
        }

        return null;
    }

    // \lim_{x \to a^+} …
    private Call? ParseLimit()
    {
        if (!Take(TokenKind.Operator, "_") || !Take(TokenKind.Open, "group") || Current is not { Kind: TokenKind.Letter } variable)
            return null;
        _position++;
        if (Current is not { Kind: TokenKind.Connective, Text: "⇒" })
            return null;
        _position++;
        var target = Current is { Kind: TokenKind.Operator, Text: "+" } ? null : ParseSum();
        if (target is null && Take(TokenKind.Operator, "+"))
            target = ParseSum();
        var side = SideHere();
        if (target is null || side is null || !Take(TokenKind.Close, "group") || ParseTerm() is not { } body)
            return null;
        // "\lim_{x \to 0} x + 1": how far the limit reaches is not said.
        if (Current is { Kind: TokenKind.Operator, Text: "+" or "-" })
            _met |= Ambiguities.NeverRefute;
        return Call.Of(Operation.Limit, body, new Symbol(variable.Text), target, side);
    }

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
