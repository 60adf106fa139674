using System.Collections.Immutable;
using ReasoningLsp.Traces.Assembly;

namespace ReasoningLsp.Traces.Json;

/// <summary>Reads an array of steps: strings, or objects that hold one.</summary>
internal static class JsonSteps
{
    public static SolutionText Read(string text, int start, int end, ImmutableArray<ReadError>.Builder errors)
    {
        var parts = new List<Part>();
        var isThought = false;
        var cursor = new JsonCursor(text, start, end);
        cursor.Enter();
        while (cursor.NextItem())
        {
            var next = cursor.Peek();
            var at = cursor.At;
            MappedText? step = null;
            if (next == '"')
                step = JsonText.Decode(text, cursor.ReadString());
            else if (next == '{')
                step = JsonValues.TextOf(text, cursor);
            else
                cursor.SkipValue();
            if (step is null)
                errors.Add(new ReadError("unreadable-step", "This step is no string and no object with a \"text\"; it counts, but cannot be reviewed.", TextSpan.FromBounds(at, cursor.At)));
            parts.Add(StepText.Read(step ?? MappedText.Verbatim(string.Empty, at), parts.Count, ref isThought));
        }

        UnclosedMaths.Report(parts, errors);
        return new SolutionText([.. parts.Select(part => part.Step)], null, []);
    }
}
