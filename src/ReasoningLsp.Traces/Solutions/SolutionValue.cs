using System.Collections.Immutable;
using ReasoningLsp.Traces.Json;

namespace ReasoningLsp.Traces.Solutions;

/// <summary>Reads the value under which a record holds a solution: a text, a list of texts, the messages of a conversation, or one
/// message.</summary>
internal static class SolutionValue
{
    private static readonly string[] s_names =
        ["completion", "response", "solution", "generation", "generated_text", "output", "prediction"];

    /// <summary>The solution; null where the value holds none.</summary>
    public static SolutionText? Read(JsonPlace value)
    {
        if (value.String() is { } text)
            return SolutionText.Split(text);
        if (value.Object() is { } message)
            return OfObject(message);
        SolutionText? solution = null;
        var items = value.Items();
        if (items.Exists(item => item.Object()?.Find("role", "from") is not null))
            return ChatMessages.Read(items).Solution;
        foreach (var item in items)
            if (item.String() is { } part)
                solution = (solution ?? SolutionText.Empty).Then(SolutionText.Split(part));
        return solution;
    }

    // A message, or an object that holds the solution under a name of its own: {"steps": […]}, {"completion": "…"}.
    private static SolutionText OfObject(JsonObjectPlace value)
    {
        var errors = ImmutableArray.CreateBuilder<ReadError>();
        if ((value.Find("steps") is { IsArray: true } steps ? JsonSteps.Read(steps, errors)
            : NumberedSteps.Of(value) is { } numbered ? JsonSteps.Read(numbered, errors) : null) is { } read)
        {
            return read with
            {
                FinalAnswer = value.String("final_answer", "answer"),
                Errors = read.Errors.AddRange(errors)
            };
        }

        var message = ChatMessage.Read(value).Solution();
        return message.Steps.IsEmpty && value.String(s_names) is { } text ? SolutionText.Split(text) : message;
    }
}
