using ReasoningLsp.Traces.Json;

namespace ReasoningLsp.Traces.Solutions;

/// <summary>Reads the value under which a record holds a solution: a text, a list of texts, the messages of a conversation, or one
/// message.</summary>
internal static class SolutionValue
{
    /// <summary>The solution; null where the value holds none.</summary>
    public static SolutionText? Read(JsonPlace value)
    {
        if (value.String() is { } text)
            return SolutionText.Split(text);
        if (value.Object() is { } message)
            return ChatMessage.Read(message).Solution();
        SolutionText? solution = null;
        var items = value.Items();
        if (items.Exists(item => item.Object()?.Find("role", "from") is not null))
            return ChatMessages.Read(items).Solution;
        foreach (var item in items)
            if (item.String() is { } part)
                solution = (solution ?? SolutionText.Empty).Then(SolutionText.Split(part));
        return solution;
    }
}
