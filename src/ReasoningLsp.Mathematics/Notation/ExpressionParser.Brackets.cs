using System.Collections.Immutable;
using ReasoningLsp.Mathematics.Expressions;
using ReasoningLsp.Mathematics.Numbers;

namespace ReasoningLsp.Mathematics.Notation;

/// <content>Brackets, matrices and bars.</content>
public sealed partial class ExpressionParser
{
    private static readonly Rational s_items = 100;

    private int _bars;
    private int _plainBrackets;

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

    private Expression? ParseBracket(Token open)
    {
        if (open.Text == "group")
        {
            // "{2}\frac12": a mixed number as much as a product.
            if (IsNumberBeforeFraction())
                _met |= Ambiguities.NeverRefute;
            return ParseGroup();
        }

        if (open.Text.EndsWith("matrix", StringComparison.Ordinal) || open.Text == "matrix array")
            return ParseMatrix(open);
        var saved = _position;
        _position = SkipLayout(_position + 1);
        var first = Math.Min(_position, _tokens.Length - 1);
        var matrices = _matrices;
        _matrices = 0;
        var inner = open.Text == "{" && Current is { Kind: TokenKind.Close } ? new Collection(CollectionKind.List, [])
            : ParseList(open.Text);
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
            ("(", ")") when items.Length == 1 => Grouped(inner, first),
            ("[", "]") when items.Length == 1 => BetweenBounds(inner) ?? Bracketed(inner),
            ("[", "]") when TypedMatrix(items, first) is { } matrix => matrix,
            ("(", ")") => new Collection(CollectionKind.Tuple, items),
            ("⟨", "⟩") => new Collection(CollectionKind.Tuple, items),
            ("[", "]") when items.Length == 2 => new Collection(CollectionKind.ClosedInterval, items),
            ("(", "]") when items.Length == 2 => new Collection(CollectionKind.OpenClosedInterval, items),
            ("[", ")") when items.Length == 2 => new Collection(CollectionKind.ClosedOpenInterval, items),
            ("[", "]") => new Collection(CollectionKind.Tuple, items),
            _ => Fail(saved),
        };
    }

    // [[1, 2], [3, 4]]: rows in square brackets, all as long.
    private Collection? TypedMatrix(ImmutableArray<Expression> items, int first)
    {
        if (!_tokens[first].Is(TokenKind.Open, "[") || !_tokens[_position - 2].Is(TokenKind.Close, "]")
            || items[0] is not Collection { Items.Length: var columns }
            || !items.All(item => item is Collection { Kind: CollectionKind.ClosedInterval or CollectionKind.Tuple } row
                && row.Items.Length == columns && (columns > 2 || row.Kind == CollectionKind.ClosedInterval)))
            return null;
        return new Collection(CollectionKind.Matrix, [.. items.SelectMany(item => ((Collection)item).Items)], columns);
    }

    private bool IsNumberBeforeFraction() =>
        TokenAt(_position + 1) is { Kind: TokenKind.Number, Value.IsInteger: true } && TokenAt(_position + 2) is { Kind: TokenKind.Close }
        && TokenAt(_position + 3) is { Kind: TokenKind.Command, Text: "frac" or "dfrac" or "tfrac" or "cfrac" };

    // Square brackets group, and for some writers they round down.
    private Expression Bracketed(Expression inner)
    {
        if (inner is Collection { Kind: CollectionKind.Matrix })
            return inner;
        if (inner is NumberLiteral)
            _met |= Ambiguities.NeverRefute;
        if (_plainBrackets > 0)
            return inner;
        _met |= Ambiguities.GaussBracket;
        return _options.IsSecond(Ambiguities.GaussBracket) ? Call.Of(Operation.Floor, inner) : inner;
    }

    // "(192,120)": a pair, or one number with a comma between its thousands.
    private Expression Grouped(Expression inner, int start)
    {
        if (IsItemNumber(inner, start) || (inner is NumberLiteral && _tokens[start].Kind == TokenKind.Number
            && _tokens[start].Text.Contains(',', StringComparison.Ordinal)))
            _met |= Ambiguities.NeverRefute;
        return IsAccountNumber(inner, start) ? MayBeLoss(inner) : inner;
    }

    // "(2) √16 = 4", "(3) |-5| = 5": the number of an item, or a factor.
    private bool IsItemNumber(Expression inner, int start) =>
        inner is NumberLiteral { Decimals: 0 } number && number.Value < s_items && _position == start + 2
        && Current is { SpaceBefore: true, Kind: not TokenKind.Operator and not TokenKind.Relation }
        && (start == 1 || _tokens[start - 2] is { Kind: TokenKind.Break or TokenKind.Line or TokenKind.Open or TokenKind.Comma });

    // "(50) + 80": a bracket round a bare number that opens a sum or is added in prose groups nothing.
    private bool IsAccountNumber(Expression inner, int start)
    {
        return inner is NumberLiteral && _tokens[start] is { Kind: TokenKind.Number, InMath: false } && _position == start + 2
            && (start == 1 || _tokens[start - 2] is { Kind: TokenKind.Operator, Text: "+" } or
            {
                Kind: not (TokenKind.Operator or TokenKind.Number or TokenKind.Letter or TokenKind.Close or TokenKind.Command
                    or TokenKind.Word)
            }) && Current is { Kind: TokenKind.Operator, Text: "+" or "-" };
    }

    private Expression? Fail(int position)
    {
        _position = position;
        return null;
    }

    private Expression? ParseMatrix(Token open)
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
        return open.Text == "vmatrix" ? Call.Of(Operation.Determinant, matrix) : matrix;
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
