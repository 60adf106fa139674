namespace ReasoningLsp.Mathematics.Notation;

/// <content>Signs that are spelled out.</content>
public sealed partial class Lexer
{
    private bool TakeWordSign(string word, Token previous, bool beforeOperand)
    {
        if (word is "times" or "divided" or "multiplied" && StandsBehindSum())
            return false;
        if (beforeOperand && word is "times" or "plus" or "minus" && previous.Kind != TokenKind.Word)
        {
            Take(TokenKind.Operator, word switch { "times" => "*", "plus" => "+", _ => "-" }, word.Length);
            return true;
        }

        if (word is "divided" or "multiplied" && _text.AsSpan(_position, Math.Min(_end - _position, word.Length + 4)).EndsWith(" by "))
        {
            Take(TokenKind.Operator, word == "divided" ? "÷" : "*", word.Length + 3);
            return true;
        }

        return false;
    }

    // "x³ - 2x + 5 divided by x + 1": the word may mean all of what is written before it.
    private bool StandsBehindSum()
    {
        for (var i = _tokens.Count - 1; i > 0; i--)
        {
            switch (_tokens[i])
            {
                case { Kind: TokenKind.Operator, Text: "+" or "-", Length: 1 } when _tokens[i - 1].Kind is TokenKind.Number
                    or TokenKind.Letter or TokenKind.Superscript or TokenKind.Close:
                    return true;
                case
                {
                    Kind: TokenKind.Relation or TokenKind.Break or TokenKind.Line or TokenKind.Word or TokenKind.Comma or TokenKind.Open
                }:
                    return false;
            }
        }

        return false;
    }
}
