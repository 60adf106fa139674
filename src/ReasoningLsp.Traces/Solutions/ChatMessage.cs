using ReasoningLsp.Traces.Json;

namespace ReasoningLsp.Traces.Solutions;

/// <summary>One message of a conversation, as the interfaces of models and data sets write it.</summary>
/// <param name="Role">Who says it, or null.</param>
/// <param name="Parts">What is said, thoughts before what they led to.</param>
internal sealed record ChatMessage(string? Role, List<(MappedText Text, bool IsThought)> Parts)
{
    public bool IsQuestion => Role is "user" or "human" or "prompter";

    public bool IsReply => Role is "assistant" or "gpt" or "model" or "chatgpt" or "bot" or "ai";

    public static ChatMessage Read(JsonObjectPlace message)
    {
        var parts = new List<(MappedText, bool)>();
        foreach (var key in (string[])["reasoning_content", "reasoning", "thinking", "thought"])
            if (message.Find(key) is { } thoughts)
                AddParts(thoughts, isThought: true, parts);
        if (message.Find("content", "value", "text", "parts") is { } content)
            AddParts(content, isThought: false, parts);
        return new ChatMessage(message.String("role", "from", "sender")?.Text, parts);
    }

    /// <summary>What is said beside thoughts, as one text; null where nothing is.</summary>
    public MappedText? Text() =>
        Parts.FindAll(part => !part.IsThought) is { Count: > 0 } said ? MappedText.Join("\n\n", [.. said.Select(part => part.Text)]) : null;

    /// <summary>What is said, as the solution.</summary>
    public SolutionText Solution()
    {
        var solution = SolutionText.Empty;
        foreach (var (text, isThought) in Parts)
            solution = solution.Then(isThought ? SolutionText.SplitThoughts(text) : SolutionText.Split(text));
        return solution;
    }

    /// <summary>Adds what a content holds: a text, or blocks of text and of thought.</summary>
    public static void AddParts(JsonPlace content, bool isThought, List<(MappedText, bool)> parts)
    {
        if (content.String() is { } text)
        {
            if (!string.IsNullOrWhiteSpace(text.Text))
                parts.Add((text, isThought));
            return;
        }

        foreach (var item in content.Items())
        {
            if (item.String() is { } plain)
                parts.Add((plain, isThought));
            else if (item.Object() is { } block)
                AddBlock(block, isThought, parts);
        }
    }

    // {"text": …, "thought": true}, {"reasoningContent": {"reasoningText": {"text": …}}}
    // {"type": "thinking", "thinking": …}, {"type": "reasoning", "summary": [{"text": …}]}, {"type": "text", "text": …}
    private static void AddBlock(JsonObjectPlace block, bool isThought, List<(MappedText, bool)> parts)
    {
        var thinks = isThought || block.String("type")?.Text is "thinking" or "reasoning" or "think"
            || block.Find("thought") is { IsTrue: true };
        if (block.Find("thinking", "think") is { } thoughts)
            AddParts(thoughts, isThought: true, parts);
        else if (block.Find("reasoningContent")?.Object()?.Find("reasoningText")?.Object()?.Find("text") is { } reasoned)
            AddParts(reasoned, isThought: true, parts);
        else if (block.Find("text", "content", "summary") is { } content)
            AddParts(content, thinks, parts);
    }
}
