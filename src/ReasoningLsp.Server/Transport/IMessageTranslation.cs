using System.Text.Json;

namespace ReasoningLsp.Server.Transport;

/// <summary>Puts what a client says in its own terms into ours, and back: the parts of a text that it holds in several documents.</summary>
internal interface IMessageTranslation
{
    /// <summary>The parameters of a request or notification in our terms, and what its answer is put back by; null: nothing.</summary>
    (JsonElement Parameters, object? Place) Inward(string method, JsonElement parameters);

    /// <summary>An answer in the client's terms.</summary>
    /// <param name="method">What was asked.</param>
    /// <param name="answer">In our terms.</param>
    /// <param name="place">What <see cref="Inward"/> gave with the question.</param>
    JsonElement Answer(string method, JsonElement answer, object? place);

    /// <summary>What is sent unasked, in the client's terms: one message, or several of the same method.</summary>
    IReadOnlyList<JsonElement> Outward(string method, JsonElement parameters);
}
