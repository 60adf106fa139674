using ReasoningLsp.Traces.Json;

namespace ReasoningLsp.Traces.Solutions;

/// <summary>Reads a conversation: the last thing asked before the first reply is the problem, the replies are the solution.</summary>
internal static class ChatMessages
{
    /// <summary>The problem and the solution; either is null where the conversation has none.</summary>
    public static (MappedText? Problem, SolutionText? Solution) Read(List<JsonPlace> messages) =>
        Of(messages.Select(item => item.Object()).OfType<JsonObjectPlace>().Select(ChatMessage.Read));

    /// <summary>The same of messages that were read already.</summary>
    public static (MappedText? Problem, SolutionText? Solution) Of(IEnumerable<ChatMessage> messages)
    {
        MappedText? asked = null;
        SolutionText? solution = null;
        foreach (var message in messages)
        {
            if (message.IsQuestion && solution is null)
                asked = message.Text();
            if (message is { IsReply: true, Parts.Count: > 0 })
                solution = (solution ?? SolutionText.Empty).Then(message.Solution());
        }

        return (asked, solution);
    }
}
