using System.Globalization;
using ReasoningLsp.Inference.Requests;

namespace ReasoningLsp.Cli.Models;

/// <summary>What a server is, in words.</summary>
internal static class ServedText
{
    /// <summary>Whether steps can be scored there: what only holds conversations tells nothing of its tokens.</summary>
    public static bool Scores(ModelDescription description) => !description.HoldsOnlyConversations;

    /// <summary>Such as <c>vLLM 0.20.0, which reads 4,096 tokens at once</c>.</summary>
    public static string Of(ModelDescription description) => Scores(description)
        ? string.Create(CultureInfo.InvariantCulture,
            $"{description.Architecture}, which reads {description.ContextLength:N0} tokens at once")
        : $"a server that is {description.Architecture}, which holds conversations: it can judge and write, and not score steps";
}
