using ReasoningLsp.Mathematics.Expressions;
using ReasoningLsp.Mathematics.Numbers;

namespace ReasoningLsp.Mathematics.Notation;

/// <content>Integrals.</content>
public sealed partial class ExpressionParser
{
    private static readonly NumberLiteral s_one = new(Rational.One);

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
            else if (high is null && Current is { Kind: TokenKind.Superscript } power)
                high = new NumberLiteral(Taken(power).Value);
        }

        if (low is null != high is null || ParseIntegrand() is not var (integrand, variable))
            return null;
        if (carried is not null)
            integrand = Call.Of(Operation.Multiply, carried, integrand);
        return low is null ? Call.Of(Operation.Integral, integrand, new Symbol(variable))
            : Call.Of(Operation.Integral, integrand, new Symbol(variable), low, high!);
    }

    // \left[\frac{x^3}{3}\right]_0^2: an antiderivative between its bounds, in the one letter that it holds.
    private Expression? BetweenBounds(Expression inner)
    {
        var saved = _position;
        if (!Take(TokenKind.Operator, "_"))
            return null;
        NumberLiteral? carried = null;
        var low = ParseBound(ref carried);
        var high = low is not null && carried is null && Take(TokenKind.Operator, "^") ? ParseBound(ref carried) : null;
        // "[x e^x]": the base of a power is no letter of its own.
        var names = ExpressionInspector.Symbols(inner).Where(name => name != "e").ToList();
        if (high is null || carried is not null || names.Count != 1
            || ExpressionInspector.Nodes(inner).Any(node => node is FunctionValue or Collection))
        {
            _position = saved;
            return null;
        }

        Expression At(Expression bound) => ExpressionRewriter.PutIn(inner, names[0], bound);
        return Call.Minus(At(high), At(low!));
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
            _position = start;
            _plainBrackets++;
            var integrand = start == end ? s_one : ParseUpTo(end);
            _plainBrackets--;
            _position = end + 2;
            return integrand is null ? null : (integrand, variable);
        }

        return TokenAt(start) is { Kind: TokenKind.Command, Text: "frac" or "dfrac" or "tfrac" } ? ParseFractionWithDifferential(start)
            : null;
    }

    // What stands from here to a token, all of it or nothing.
    private Expression? ParseUpTo(int end)
    {
        var limit = _limit;
        _limit = end;
        var expression = ParseSum();
        var isWhole = _position == end;
        _limit = limit;
        return isWhole ? expression : null;
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
            top = ParseUpTo(end);
            if (top is null)
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
}
