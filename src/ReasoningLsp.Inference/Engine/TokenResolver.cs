using System.Collections.Immutable;
using ReasoningLsp.Inference.Native;
using ReasoningLsp.Inference.Requests;

namespace ReasoningLsp.Inference.Engine;

/// <summary>Names to token numbers.</summary>
internal static class TokenResolver
{
    /// <summary>A control token by its name.</summary>
    /// <exception cref="InferenceException">The name is not exactly one token.</exception>
    public static int Control(Vocabulary vocabulary, string name) => vocabulary.Control(name)
        ?? throw new InferenceException(InferenceError.BadRequest,
            $"The model's vocabulary does not hold {name} as one token, so this profile does not fit it.");

    /// <summary>A token number that the vocabulary has.</summary>
    /// <exception cref="InferenceException">It has not.</exception>
    public static int Known(Vocabulary vocabulary, int token) => token >= 0 && token < vocabulary.Size
        ? token
        : throw new InferenceException(InferenceError.BadRequest,
            $"The model's vocabulary of {vocabulary.Size} tokens has no token {token}, so this profile does not fit it.");

    /// <summary>Candidate groups as token numbers; of a group, names that are not one token are left out.</summary>
    /// <exception cref="InferenceException">Nothing of a group is one token.</exception>
    public static ImmutableArray<ImmutableArray<int>> Groups(Vocabulary vocabulary, ImmutableArray<ImmutableArray<PromptPiece>> groups) =>
        [.. groups.Select(group => Group(vocabulary, group))];

    private static ImmutableArray<int> Group(Vocabulary vocabulary, ImmutableArray<PromptPiece> group)
    {
        ImmutableArray<int> tokens = [.. group.Select(piece => One(vocabulary, piece)).OfType<int>().Distinct()];
        return tokens.IsEmpty
            ? throw new InferenceException(InferenceError.BadRequest,
                $"The model's vocabulary holds none of {string.Join(", ", group)} as one token, so this profile does not fit it.")
            : tokens;
    }

    private static int? One(Vocabulary vocabulary, PromptPiece piece) => piece.Kind switch
    {
        PieceKind.Id => Known(vocabulary, piece.Number),
        PieceKind.Control => vocabulary.Control(piece.Text),
        PieceKind.Text => vocabulary.Plain(piece.Text) is [var token] ? token : null,
        _ => vocabulary.Begin,
    };
}
