using ReasoningLsp.Mathematics.Notation;

namespace ReasoningLsp.Review.Relations;

/// <summary>Finds the one number a literal member consists of.</summary>
internal static class NumberToken
{
    /// <summary>The only number token of the right side, or null where there are several or a sign stands before it; "3 oranges/person" has
    /// a sign only after it.</summary>
    public static Token? In(JudgedLink link)
    {
        Token? number = null;
        for (var i = link.Right.FirstToken; i < link.Right.EndToken; i++)
        {
            var token = link.Statement.Tokens[i];
            if (token.Kind == TokenKind.Operator && number is null)
                return null;
            if (token.Kind != TokenKind.Number)
                continue;
            if (number is not null)
                return null;
            number = token;
        }

        return number;
    }
}
