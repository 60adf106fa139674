using System.Collections.Immutable;
using System.Text.Json.Serialization;

namespace ReasoningLsp.Inference.Requests;

/// <summary>What a model is.</summary>
/// <param name="Architecture">Such as <c>qwen2</c>.</param>
/// <param name="Name">What the file calls it, or empty.</param>
/// <param name="Hash">Names the file by its content: header, length and samples of the data; with an adapter, of both files.</param>
/// <param name="Vocabulary">How many tokens it knows.</param>
/// <param name="ContextLength">Tokens it was trained to see.</param>
/// <param name="HiddenLength">Numbers in a hidden state.</param>
/// <param name="Parameters">How many weights.</param>
/// <param name="Bytes">Length of the file.</param>
public sealed record ModelDescription(string Architecture, string Name, string Hash, int Vocabulary, int ContextLength, int HiddenLength,
    long Parameters, long Bytes)
{
    /// <summary>Which of the well-known control tokens of chat formats the vocabulary holds.</summary>
    public ImmutableArray<string> Controls { get; init; } = [];

    /// <summary>Whether it is served by what only holds conversations: an answer can neither be continued nor held to a form.</summary>
    [JsonIgnore]
    public bool HoldsOnlyConversations => ContextLength == 0;
}
