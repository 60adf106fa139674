namespace ReasoningLsp.Mathematics.Notation;

/// <summary>Tells products of names from words in plain text: "x^2 + 2ax + a^2".</summary>
internal static class NameProducts
{
    /// <summary>The tokens, with two or three small letters right after a number taken apart where each of them is a name elsewhere in the
    /// text.</summary>
    public static IReadOnlyList<Token> Split(List<Token> tokens)
    {
        if (!tokens.Exists(token => token is { InMath: false, Kind: TokenKind.Letter }))
            return tokens;
        var split = new List<Token>(tokens.Count);
        foreach (var token in tokens)
        {
            if (!IsProduct(token, split, tokens))
            {
                split.Add(token);
                continue;
            }

            for (var i = 0; i < token.Length; i++)
                split.Add(token with
                {
                    Kind = TokenKind.Letter,
                    Text = token.Text[i].ToString(),
                    Start = token.Start + i,
                    Length = 1,
                    SpaceBefore = false
                });
        }

        return split;
    }

    private static bool IsProduct(Token token, List<Token> before, List<Token> all) =>
        token is { Kind: TokenKind.Word, InMath: false, SpaceBefore: false, Text.Length: 2 or 3 } && before.Count > 0
        && before[^1].Kind == TokenKind.Number
        && token.Text.All(letter => char.IsAsciiLetterLower(letter)
            && all.Exists(other => other is { Kind: TokenKind.Letter, InMath: false } && other.Text.Length == 1
                && other.Text[0] == letter));
}
