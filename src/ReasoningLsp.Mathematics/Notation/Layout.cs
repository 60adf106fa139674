using System.Collections.Immutable;

namespace ReasoningLsp.Mathematics.Notation;

/// <summary>Tokens that say nothing but where a formula or a cell begins and ends.</summary>
public static class Layout
{
    /// <summary>The first index from <paramref name="index"/> down that is no layout; -1 where there is none.</summary>
    public static int SkipBack(ImmutableArray<Token> tokens, int index)
    {
        while (index >= 0 && Is(tokens[index]))
            index--;
        return index;
    }

    /// <summary>The first index from <paramref name="index"/> up that is no layout; the length or more where there is none.</summary>
    public static int SkipForward(ImmutableArray<Token> tokens, int index)
    {
        while (index < tokens.Length && Is(tokens[index]))
            index++;
        return index;
    }

    private static bool Is(Token token) => token.Kind is TokenKind.MathStart or TokenKind.MathEnd or TokenKind.Cell;
}
