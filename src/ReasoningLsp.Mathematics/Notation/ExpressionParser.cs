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
    private int _limit;
    private readonly ParserOptions _options;
    private int _position;
    private int _depth;
    private int _work;
    private int _roots;
    private Ambiguities _met;

    // What a sum runs over, which is no imaginary unit.
    private string? _bound;

    private ExpressionParser(ImmutableArray<Token> tokens, int start, int limit, ParserOptions options)
    {
        _tokens = tokens;
        _position = start;
        _limit = limit;
        _options = options;
    }

    /// <summary>Reads the longest expression that starts at token <paramref name="start"/> and ends before
    /// <paramref name="limit"/>.</summary>
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
        return index < _limit && _tokens[index] is { Kind: TokenKind.Operator, Text: "+" or "-" or "*" or "/" or "±" }
            && !(index == row + 1 && OpensEquation(row)) ? index : row;
    }

    // "\\ - 6x &= 60": a row of a table that starts with a minus and has its own sign in the second column.
    private bool OpensEquation(int row)
    {
        if (_tokens[row].Kind != TokenKind.Row || !_tokens[row + 1].Is(TokenKind.Operator, "-"))
            return false;
        for (var i = row + 2; i < _tokens.Length && _tokens[i].Kind is not (TokenKind.Row or TokenKind.MathEnd); i++)
        {
            if (_tokens[i] is { Kind: TokenKind.Relation, Nested: false })
                return _tokens[i - 1].Kind == TokenKind.Cell;
        }

        return false;
    }

    // Mathematics may be left or entered inside an expression only next to an operator: "$3$ + $4$".
    private bool CanSkip(int index)
    {
        if (_tokens[index].Kind == TokenKind.Cell)
            return _depth == 0 || !InsideMatrix;
        var before = index > 0 ? _tokens[index - 1] : null;
        var after = index + 1 < _tokens.Length ? _tokens[index + 1] : null;
        return before is { Kind: TokenKind.Operator or TokenKind.Open or TokenKind.Currency }
            || after is { Kind: TokenKind.Operator or TokenKind.Close or TokenKind.Percent or TokenKind.Factorial }
                || before is { Kind: TokenKind.MathEnd or TokenKind.Relation };
    }

    private int _matrices;

    private bool InsideMatrix => _matrices > 0;

    private bool Enter() => ++_depth <= DeepestNesting && ++_work <= MostWork;

    private void Leave() => _depth--;

    private Expression? ParseGroup()
    {
        var saved = _position;
        _position++;
        var inner = ParseList("group");
        if (inner is not null && Current is { Kind: TokenKind.Command, Text: "over" or "choose" or "atop" } bar)
            inner = ParseBelow(inner, bar);
        if (inner is null || Current is not { Kind: TokenKind.Close, Text: "group" })
        {
            _position = saved;
            return null;
        }

        _position++;
        return inner;
    }

    // {a \over b}, {n \choose k}
    private Expression? ParseBelow(Expression top, Token bar)
    {
        _position++;
        var bottom = bar.Text == "atop" ? null : ParseSum();
        return bottom is null ? null : Call.Of(bar.Text == "over" ? Operation.Divide : Operation.Binomial, top, bottom);
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
