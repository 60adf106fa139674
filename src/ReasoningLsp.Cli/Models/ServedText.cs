using System.Globalization;
using ReasoningLsp.Inference.Requests;

namespace ReasoningLsp.Cli.Models;

/// <summary>What a server is, in words.</summary>
internal static class ServedText
{
    /// <summary>Such as <c>vLLM 0.20.0, which reads 4,096 tokens at once</c>.</summary>
    public static string Of(ModelDescription description) => description.ContextLength > 0
        ? string.Create(CultureInfo.InvariantCulture,
            $"{description.Architecture}, which reads {description.ContextLength:N0} tokens at once")
        : $"{description.Architecture}, which holds conversations: it can judge and write, and not score steps";
}
