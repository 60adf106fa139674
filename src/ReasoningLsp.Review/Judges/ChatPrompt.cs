using System.Collections.Immutable;
using ReasoningLsp.Inference.Requests;
using ReasoningLsp.Review.Profiles;

namespace ReasoningLsp.Review.Judges;

/// <summary>One request of a user, and how the answer to it begins.</summary>
public static class ChatPrompt
{
    /// <summary>The pieces, for a model with or without a chat format.</summary>
    public static ImmutableArray<PromptPiece> Of(ModelDescription model, string request, string answer)
    {
        if (ChatFormat.For(model.Controls) is not { } chat)
            return [PromptPiece.Begin, PromptPiece.Plain($"{request}\n\n{answer}")];
        return [PromptPiece.Begin, .. chat.Begin("user"), PromptPiece.Plain(request), .. chat.End("user"), .. chat.Begin("assistant"),
            PromptPiece.Plain(answer)];
    }
}
