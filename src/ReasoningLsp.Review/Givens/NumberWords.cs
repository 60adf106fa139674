using System.Collections.Immutable;
using ReasoningLsp.Mathematics.Notation;

namespace ReasoningLsp.Review.Givens;

/// <summary>The words of a text as numbers are read from them.</summary>
internal static class NumberWords
{
    /// <summary>The token at <paramref name="index"/> and the words behind it, at most <paramref name="most"/> tokens, lower case; those
    /// with hyphens in their parts.</summary>
    public static string[] From(ImmutableArray<Token> tokens, int index, int most) =>
        [.. tokens.Skip(index).Take(most).TakeWhile((token, at) => at == 0 || token.Kind == TokenKind.Word)
            .SelectMany(token => token.Text.ToLowerInvariant().Split('-', StringSplitOptions.RemoveEmptyEntries))];
}
