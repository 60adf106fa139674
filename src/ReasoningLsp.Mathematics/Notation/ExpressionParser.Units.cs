using ReasoningLsp.Mathematics.Expressions;

namespace ReasoningLsp.Mathematics.Notation;

/// <content>Units: the words that follow a number.</content>
public sealed partial class ExpressionParser
{
    private const int LongestUnit = 6;

    // "75 miles / 55 mph": words after a number are its unit if an operator, a relation or the end follows.
    private Expression TryUnit(Expression expression)
    {
        if (Current is not { Kind: TokenKind.Word or TokenKind.Letter } first || !CanCarryUnit(expression))
            return expression;
        if (first.Kind == TokenKind.Letter && (first.InMath || !first.SpaceBefore || !IsUnitLetter(first.Text)))
            return expression;
        var end = UnitEnd(_position);
        if (end == _position)
            return expression;
        var unit = string.Join(' ', Enumerable.Range(_position, end - _position).Select(index => _tokens[index].Text));
        _position = end;
        // "8.30 + 15 = 8.45am" counts minutes; "302 appx" claims no more than that.
        if (first.Text.ToLowerInvariant() is "am" or "pm" or "appx" or "approx" or "approximately" or "roughly" or "about" or "circa")
            _met |= Ambiguities.NeverRefute;
        return new Quantity(expression, unit);
    }

    // One letter by itself: a unit that is written so, and no unknown such as T or K.
    private static bool IsUnitLetter(string letter) => letter is "m" or "g" or "s" or "h" or "l" or "L" or "A" or "V" or "W" or "N" or "J" or "C" or "F" or "M" or "d" or "t" or "c" or "p";

    private static bool CanCarryUnit(Expression expression) => expression switch
    {
        NumberLiteral or Symbol => expression is NumberLiteral,
        Quantity { Unit: "$" or "€" or "£" } => true,
        Call { Operation: Operation.Divide or Operation.Percent or Operation.Power or Operation.Add or Operation.Multiply or Operation.Negate or Operation.Root } => true,
        _ => false,
    };

    private int UnitEnd(int start)
    {
        var index = start;
        while (index < _limit && index - start < LongestUnit)
        {
            var token = _tokens[index];
            var isWord = token.Kind == TokenKind.Word && (index == start ? !IsStopWord(token.Text) : !IsClauseWord(token.Text));
            var isLetter = token.Kind == TokenKind.Letter && !token.InMath && token.SpaceBefore;
            var isSlash = token is { Kind: TokenKind.Operator, Text: "/" } && index > start && TokenAt(index + 1) is { Kind: TokenKind.Word };
            var isSquare = token.Kind == TokenKind.Superscript && index > start;
            if (!isWord && !isLetter && !isSlash && !isSquare)
                break;
            index++;
        }

        // "5 miles^2", "m^2"
        if (index > start && TokenAt(index) is { Kind: TokenKind.Operator, Text: "^" } && TokenAt(index + 1) is { Kind: TokenKind.Number })
            index += 2;
        if (index == start)
            return start;
        return TokenAt(index) switch
        {
            null => index,
            { Kind: TokenKind.Operator or TokenKind.Relation or TokenKind.Close or TokenKind.Comma or TokenKind.Break or TokenKind.Line or TokenKind.MathEnd or TokenKind.Row or TokenKind.Cell or TokenKind.Connective or TokenKind.Bar or TokenKind.Open } => index,
            { Kind: TokenKind.Word } => index,
            _ => start,
        };
    }

    private bool TryUnitAfterSlash(int slash, ref Expression left)
    {
        if (TokenAt(slash + 1) is not { Kind: TokenKind.Word } || !IsQuantityLike(left))
            return false;
        var start = slash + 1;
        var end = UnitEnd(start);
        if (end == start)
            return false;
        var unit = "/" + string.Join(' ', Enumerable.Range(start, end - start).Select(index => _tokens[index].Text));
        _position = end;
        left = WithUnit(left, unit);
        return true;
    }



    private static bool IsQuantityLike(Expression expression) => expression switch
    {
        NumberLiteral or Quantity => true,
        Call { Operation: Operation.Multiply or Operation.Divide } call => IsQuantityLike(call.Arguments[^1]),
        _ => false,
    };

    private static Expression WithUnit(Expression expression, string unit) => expression switch
    {
        Quantity quantity => new Quantity(quantity.Value, quantity.Unit + unit),
        Call { Operation: Operation.Multiply } product => new Call(product.Operation, product.Arguments.SetItem(product.Arguments.Length - 1, WithUnit(product.Arguments[^1], unit))),
        _ => new Quantity(expression, unit),
    };

    // Words that begin a new clause rather than name a unit.
    private static bool IsStopWord(string word) => IsClauseWord(word) || word is "per" or "of" or "each" or "every";

    private static bool IsClauseWord(string word) => word.ToLowerInvariant() is
        "so" or "thus" or "hence" or "therefore" or "which" or "that" or "then" or "and" or "or" or "is" or "are" or "was" or "were" or "if" or "because" or "since"
        or "but" or "when" or "where" or "we" or "he" or "she" or "they" or "it" or "this" or "as" or "while" or "from" or "with" or "gives" or "equals" or "has" or "have" or "had" or "means" or "not" or "also" or "now" or "let" or "after" or "before" or "will" or "would" or "can" or "must" or "should" or "remainder" or "remaining" or "rem" or "quotient" or "mod" or "at" or "by" or "on" or "for" or "to" or "in" or "than";
}
