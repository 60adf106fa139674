using System.Collections.Immutable;

namespace ReasoningLsp.Traces.Json;

/// <summary>Reads a conversation: the last thing asked before the first reply is the problem, the replies are the solution.</summary>
internal static class ChatMessages
{
    public static (MappedText? Problem, SolutionText Solution) Read(string text, int start, int end, MappedText? problem)
    {
        var steps = ImmutableArray.CreateBuilder<Step>();
        var errors = ImmutableArray.CreateBuilder<ReadError>();
        MappedText? asked = null, answer = null;
        var hasReply = false;
        var cursor = new JsonCursor(text, start, end);
        cursor.Enter();
        while (cursor.NextItem())
        {
            var message = ReadMessage(text, cursor);
            if (message.Role is "user" or "human" && !hasReply)
                asked = message.Content.FirstOrDefault();
            if (message.Role is not ("assistant" or "gpt" or "model"))
                continue;
            hasReply = true;
            foreach (var (part, isThought) in message.Thoughts.Select(part => (part, true)).Concat(message.Content.Select(part => (part, false))))
            {
                var split = SolutionText.Split(part, steps.Count);
                steps.AddRange(isThought ? split.Steps.Select(step => step with { IsThought = true }) : split.Steps);
                errors.AddRange(split.Errors);
                answer = split.FinalAnswer ?? answer;
            }
        }

        if (!hasReply)
            errors.Add(new ReadError("no-steps", "The conversation holds no message of an assistant.", new TextSpan(start, 1)));
        return (problem ?? asked, new SolutionText(steps.ToImmutable(), answer, errors.ToImmutable()));
    }

    private static (string? Role, List<MappedText> Content, List<MappedText> Thoughts) ReadMessage(string text, JsonCursor cursor)
    {
        string? role = null;
        List<MappedText> content = [], thoughts = [];
        if (cursor.Peek() != '{')
        {
            cursor.SkipValue();
            return (null, content, thoughts);
        }

        cursor.Enter();
        while (cursor.NextProperty(out var name))
        {
            switch (text.AsSpan(name.Start, name.Length))
            {
                case "role" or "from" when cursor.Peek() == '"':
                    role = JsonText.Decode(text, cursor.ReadString()).Text;
                    break;
                case "content" or "value":
                    ReadContent(text, cursor, content);
                    break;
                case "reasoning_content" or "reasoning" or "thinking":
                    ReadContent(text, cursor, thoughts);
                    break;
                default:
                    cursor.SkipValue();
                    break;
            }
        }

        return (role, content, thoughts);
    }

    private static void ReadContent(string text, JsonCursor cursor, List<MappedText> content)
    {
        if (cursor.Peek() == '"')
        {
            content.Add(JsonText.Decode(text, cursor.ReadString()));
            return;
        }

        if (cursor.Peek() != '[')
        {
            cursor.SkipValue();
            return;
        }

        cursor.Enter();
        while (cursor.NextItem())
        {
            if (cursor.Peek() == '"')
                content.Add(JsonText.Decode(text, cursor.ReadString()));
            else if (cursor.Peek() != '{')
                cursor.SkipValue();
            else if (JsonValues.TextOf(text, cursor) is { } part)
                content.Add(part);
        }
    }
}
