using System.Collections.Immutable;
using ReasoningLsp.Mathematics.Expressions;

namespace ReasoningLsp.Mathematics.Notation;

/// <summary>
/// Reads one expression from tokens by precedence climbing. Takes as much as makes sense and says where it
/// stopped, since in prose nothing marks the end of a formula. Depth and work are bounded.
/// </summary>
public sealed partial class ExpressionParser
{
    private const int DeepestNesting = 100;
    private const int MostWork = 20_000;

    private readonly ImmutableArray<Token> _tokens;
    private readonly int _limit;
    private readonly ParserOptions _options;
    private int _position;
    private int _depth;
    private int _work;
    private Ambiguities _met;

    private ExpressionParser(ImmutableArray<Token> tokens, int start, int limit, ParserOptions options)
    {
        _tokens = tokens;
        _position = start;
        _limit = limit;
        _options = options;
    }

    /// <summary>Reads the longest expression that starts at token <paramref name="start"/> and ends before <paramref name="limit"/>.</summary>
    public static ParsedExpression Parse(ImmutableArray<Token> tokens, int start, int limit, ParserOptions options)
    {
        var parser = new ExpressionParser(tokens, start, limit, options);
        var expression = parser.ParseSum();
        return new ParsedExpression(expression, parser._position, parser._met);
    }

    private Token? Current => TokenAt(_position);

    private Token? TokenAt(int index)
    {
        return index < _limit ? _tokens[index] : null;
    }

    // Index of the next token that is more than layout, from the given one on.
    private int SkipLayout(int index)
    {
        while (index < _limit && _tokens[index].Kind is TokenKind.Cell or TokenKind.MathStart or TokenKind.MathEnd && CanSkip(index))
            index++;
        return index < _limit && _tokens[index].Kind is TokenKind.Row or TokenKind.Line && !InsideMatrix ? SkipRow(index) : index;
    }

    // A sum goes on in the next row if that row begins with its sign.
    private int SkipRow(int row)
    {
        var index = row + 1;
        while (index < _limit && (_tokens[index].Kind == TokenKind.Cell || _tokens[index].Is(TokenKind.Connective, "quad")))
            index++;
        return index < _limit && _tokens[index] is { Kind: TokenKind.Operator, Text: "+" or "-" or "*" or "/" or "±" } ? index : row;
    }

    // Mathematics may be left or entered inside an expression only next to an operator: "$3$ + $4$".
    private bool CanSkip(int index)
    {
        if (_tokens[index].Kind == TokenKind.Cell)
            return _depth == 0 || !InsideMatrix;
        var before = index > 0 ? _tokens[index - 1] : null;
        var after = index + 1 < _tokens.Length ? _tokens[index + 1] : null;
        return before is { Kind: TokenKind.Operator or TokenKind.Open or TokenKind.Currency } || after is { Kind: TokenKind.Operator or TokenKind.Close or TokenKind.Percent or TokenKind.Factorial } || before is { Kind: TokenKind.MathEnd or TokenKind.Relation };
    }

    private int _matrices;

    private bool InsideMatrix => _matrices > 0;

    private bool Enter() => ++_depth <= DeepestNesting && ++_work <= MostWork;

    private void Leave() => _depth--;

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
            var term = ParseTerm();
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
            if (token is { Kind: TokenKind.Operator, Text: "*" or "∗" or "/" or "÷" or "mod" or "of" or ":" } && !(token.Text == "∗" && _options.StarIsDefined))
            {
                if (token.Text is "/" && TryUnitAfterSlash(index, ref left))
                    continue;
                _position = SkipLayout(index + 1);
                var right = token.Text is "/" or "÷" or ":" ? ParseDivisor() : ParseSigned();
                if (right is null)
                {
                    _position = saved;
                    return left;
                }

                if (token.Text == ":")
                    _met |= Ambiguities.Ratio;
                left = token.Text switch
                {
                    "*" or "∗" or "of" => Multiply(left, right),
                    "mod" => Call.Of(Operation.Mod, left, right),
                    _ => Call.Of(Operation.Divide, left, right),
                };
            }
            else if (StartsImplicitFactor(_position))
            {
                var factor = ParsePower();
                if (factor is null)
                {
                    _position = saved;
                    return left;
                }

                left = Multiply(left, factor);
            }
            else
            {
                return left;
            }
        }

        return left;
    }

    // After a slash, "2x" may be one factor: both readings are kept apart by the caller.
    private Expression? ParseDivisor()
    {
        var divisor = ParseSigned();
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

    private static Call Multiply(Expression left, Expression right) =>
        left is Call { Operation: Operation.Multiply } product
            ? new Call(Operation.Multiply, product.Arguments.Add(right))
            : Call.Of(Operation.Multiply, left, right);

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
            _position = index + 1;
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
                "+" => operand,
                _ => Call.Of(Operation.PlusMinus, operand),
            };
        }

        _position = index;
        return ParsePower();
    }

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
                case TokenKind.Percent:
                    _position++;
                    expression = Call.Of(Operation.Percent, expression);
                    continue;
                case TokenKind.Degree:
                    _position++;
                    expression = Call.Of(Operation.Degrees, expression);
                    continue;
                case TokenKind.Superscript:
                    _position++;
                    expression = Call.Of(Operation.Power, expression, new NumberLiteral(token.Value));
                    continue;
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

    private bool TryExponent(ref Expression expression)
    {
        var saved = _position;
        _position++;
        if (Current is { Kind: TokenKind.Degree } || (Current is { Kind: TokenKind.Open, Text: "group" } && TokenAt(_position + 1) is { Kind: TokenKind.Degree } && TokenAt(_position + 2) is { Kind: TokenKind.Close }))
        {
            _position += Current.Kind == TokenKind.Degree ? 1 : 3;
            expression = Call.Of(Operation.Degrees, expression);
            return true;
        }

        var exponent = Current is { Kind: TokenKind.Open, Text: "group" } ? ParseGroup() : ParseExponentAtom();
        if (exponent is null)
        {
            _position = saved;
            return false;
        }

        expression = Call.Of(Operation.Power, expression, exponent);
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

        // 2^3^2 is 2^(3^2).
        if (primary is not null && Current is { Kind: TokenKind.Operator, Text: "^" } && Enter())
        {
            if (primary is NumberLiteral { Value: var power } && power > 9)
                _met |= Ambiguities.NeverRefute;
            TryExponent(ref primary);
            Leave();
        }

        return primary;
    }

    private Expression? ParseGroup()
    {
        var saved = _position;
        _position++;
        var inner = ParseList("group");
        if (inner is null || Current is not { Kind: TokenKind.Close, Text: "group" })
        {
            _position = saved;
            return null;
        }

        _position++;
        return inner;
    }

    // Expressions with commas between them; a single one stays itself.
    private Expression? ParseList(string bracket)
    {
        var first = ParseSum();
        if (first is null || SkipComma() is not { } comma)
            return first;
        var items = Start(first);
        var saved = _position;
        _position = comma;
        while (ParseSum() is { } item)
        {
            items.Add(item);
            saved = _position;
            if (SkipComma() is not { } next)
                break;
            _position = next;
        }

        _position = saved;
        return items.Count == 1 && bracket == "group" ? first : new Collection(CollectionKind.List, items.ToImmutable());
    }

    private int? SkipComma() => Current is { Kind: TokenKind.Comma } ? SkipLayout(_position + 1) : null;
}
