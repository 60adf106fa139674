using ReasoningLsp.Mathematics.Expressions;
using ReasoningLsp.Mathematics.Numbers;

namespace ReasoningLsp.Mathematics.Notation;

/// <content>Derivatives.</content>
public sealed partial class ExpressionParser
{
    private const int HighestOrder = 6;

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
            return operand is Symbol named ? Differential(named.Name, read.Variable, read.Order)
                : Derivative(operand, read.Variable, read.Order);
        }

        if (DerivativeOfWhatFollows(read.Variable, read.Order) is { } derivative)
            return derivative;
        _position = saved;
        return null;
    }

    // d/dx (…), dy/dx, d^2/dx^2 …, as they are typed; the first letter is read.
    private Expression? TryPlainDerivative()
    {
        var saved = _position;
        var named = Current is { Kind: TokenKind.Letter, SpaceBefore: false } letter ? Taken(letter).Text : null;
        if ((named is null ? OrderHere() : 1) is { } order && Current is { Kind: TokenKind.Operator, Text: "/", SpaceBefore: false }
            && TokenAt(_position + 1) is { Kind: TokenKind.Letter, Text: "d", SpaceBefore: false }
            && TokenAt(_position + 2) is { Kind: TokenKind.Letter, SpaceBefore: false, Text: [>= 'a' and <= 'z'] variable })
        {
            _position += 3;
            if (named is not null)
                return Differential(named, variable, 1);
            if (OrderHere() == order && DerivativeOfWhatFollows(variable, order) is { } derivative)
                return derivative;
        }

        _position = saved;
        return null;
    }

    // (d/dx)(…), (d)/(dx)(…)
    private Call? TryBracketedDerivative(Token open)
    {
        var saved = _position;
        if (open is { Text: "(", InMath: true } && Take(TokenKind.Open, "(") && Take(TokenKind.Letter, "d") && OrderHere() is { } order)
        {
            var isApart = Take(TokenKind.Close, ")");
            if (Take(TokenKind.Operator, "/") && (!isApart || Take(TokenKind.Open, "(")) && Take(TokenKind.Letter, "d")
                && Current is { Kind: TokenKind.Letter, SpaceBefore: false } variable)
            {
                _position++;
                if (OrderHere() == order && Take(TokenKind.Close, ")") && DerivativeOfWhatFollows(variable.Text, order) is { } derivative)
                    return derivative;
            }
        }

        _position = saved;
        return null;
    }

    private static Symbol Differential(string name, string variable, int order) =>
        new(order == 1 ? $"d{name}/d{variable}" : $"d^{order}{name}/d{variable}^{order}");

    private Call? DerivativeOfWhatFollows(string variable, int order)
    {
        // Nobody derives a greatest integer.
        _plainBrackets++;
        var inner = ParsePower();
        _plainBrackets--;
        while (inner is not null && StartsImplicitFactor(_position) && ParsePower() is { } factor)
            inner = Multiply(inner, factor);
        if (inner is null)
            return null;

        // "\frac{d}{dx} x \cdot \ln x": the product, or its first factor as in the rule of products.
        inner = WithFactorsBehind(inner, _ => true);

        // "\frac{d}{dx} x^2 + 3x": how far the operator reaches is not said.
        if (_tokens[_position - 1].Kind != TokenKind.Close && Current is { Kind: TokenKind.Operator, Text: "+" or "-" })
            _met |= Ambiguities.NeverRefute;
        return Derivative(inner, variable, order);
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
}
