using ReasoningLsp.Traces.Json;

namespace ReasoningLsp.Traces.Solutions;

/// <summary>Reads a conversation: the last thing asked before the first reply is the problem, the replies are the solution.</summary>
internal static class ChatMessages
{
    /// <summary>The problem and the solution; either is null where the conversation has none.</summary>
    public static (MappedText? Problem, SolutionText? Solution) Read(List<JsonPlace> messages)
    {
        MappedText? asked = null;
        SolutionText? solution = null;
        foreach (var item in messages)
        {
            if (item.Object() is not { } place)
                continue;
            var message = ChatMessage.Read(place);
            if (message.IsQuestion && solution is null)
                asked = message.Text();
            if (message.IsReply)
                solution = (solution ?? SolutionText.Empty).Then(message.Solution());
        }

        return (asked, solution);
    }
}
