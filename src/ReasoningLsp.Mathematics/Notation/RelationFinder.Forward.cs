namespace ReasoningLsp.Mathematics.Notation;

/// <content>The operand that begins after a sign.</content>
public sealed partial class RelationFinder
{
    private (Member Member, int Next) ReadForward(int start)
    {
        var i = start;
        while (i < _tokens.Length && _tokens[i].Kind is TokenKind.Cell or TokenKind.MathStart or TokenKind.MathEnd or TokenKind.Line)
            i++;
        var limit = Math.Min(_tokens.Length, i + LongestMember);
        var parsed = ExpressionParser.Parse(_tokens, i, limit, _options);
        if (parsed.Expression is not null && IsEnd(parsed.Next) && !LooseProduct.GoesOn(_tokens, i, parsed.Next))
            return (Make(parsed, i, parsed.Next), parsed.Next);
        var end = OpaqueEnd(i);
        return (Opaque(i, end), Math.Max(end, i));
    }

    // What may follow a complete member.
    private bool IsEnd(int index)
    {
        if (index >= _tokens.Length)
            return true;
        var token = _tokens[index];
        return token.Kind switch
        {
            TokenKind.Operator => token.Text == "mod",
            TokenKind.Number or TokenKind.Ellipsis or TokenKind.Superscript or TokenKind.Factorial or TokenKind.Prime => false,
            TokenKind.Letter => !token.InMath && token.SpaceBefore && !IsTimes(index),
            TokenKind.Command => token.Text is "pmod" or "label" or "neg" or "forall" or "exists" or "checkmark" or "square"
                or "blacksquare" or "Box",
            TokenKind.Open => !token.InMath || token.Text == "(" && IsRemark(index),
            TokenKind.Bar => !token.InMath && token.SpaceBefore,
            TokenKind.MathStart => !IsJoined(index + 1),
            TokenKind.MathEnd => !IsJoined(index + 1),
            TokenKind.Word => !IsUnknownOperand(index),
            TokenKind.Other => token.Text is not ("." or "\\" or "@" or "&"),
            _ => true,
        };
    }

    // "20 x 60 = 10 x S2": an x between a number and a name.
    private bool IsTimes(int index) =>
        _tokens[index].Text is "x" or "X" && index > 0 && _tokens[index - 1].Kind is TokenKind.Number or TokenKind.Close
        && index + 1 < _tokens.Length
            && _tokens[index + 1] is { Kind: TokenKind.Letter or TokenKind.Open or TokenKind.Word, SpaceBefore: true, InMath: false };

    // "(for some k)", "(1)" and the like after a formula.
    private bool IsRemark(int index) =>
        index + 1 < _tokens.Length
        && (_tokens[index + 1].Kind is TokenKind.Word
            || (_tokens[index + 1].Kind == TokenKind.Operator && _tokens[index + 1].Text == "mod")
                || _tokens[index + 1].Is(TokenKind.Command, "pmod"));

    // After mathematics, an operator or more mathematics right away continues the member in a way not read here.
    private bool IsJoined(int index)
    {
        while (index < _tokens.Length && _tokens[index].Kind is TokenKind.MathStart or TokenKind.MathEnd)
            index++;
        return index < _tokens.Length
            && _tokens[index] is { Kind: TokenKind.Operator, Text: not "mod" and not "-" } or { Kind: TokenKind.Percent };
    }

    // "5 apples * …" is read as a unit; a word followed by an operator that was not read makes the member incomplete.
    private bool IsUnknownOperand(int index)
    {
        var i = index;
        while (i < _tokens.Length && _tokens[i].Kind == TokenKind.Word && i - index < 8)
            i++;
        if (i >= _tokens.Length || _tokens[i].Kind != TokenKind.Operator || _tokens[i].Text is "mod" or "∪" or "∩")
            return false;
        return !_tokens[i].Is(TokenKind.Operator, "-") || !_tokens[i].SpaceBefore || (i + 1 < _tokens.Length && _tokens[i + 1].SpaceBefore);
    }

    private int OpaqueEnd(int start)
    {
        var depth = 0;
        var i = start;
        for (; i < _tokens.Length && i - start < LongestMember; i++)
        {
            var token = _tokens[i];
            if (token.Kind == TokenKind.Open)
                depth++;
            else if (token.Kind == TokenKind.Close && --depth < 0)
                break;
            else if (token is { Kind: TokenKind.Relation, Nested: false })
                break;
            else if (depth <= 0 && token.Kind is TokenKind.Break or TokenKind.Row or TokenKind.Connective or TokenKind.Line)
                break;
            else if (token.Kind == TokenKind.MathEnd && !IsJoined(i + 1))
                break;
        }

        return i;
    }
}
