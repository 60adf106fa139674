using System.Collections.Immutable;
using ReasoningLsp.Traces.Assembly;
using ReasoningLsp.Traces.Json;

namespace ReasoningLsp.Traces.Solutions;

/// <summary>Reads a list of steps: strings, or objects that hold one.</summary>
internal static class JsonSteps
{
    /// <summary>The steps under an array, or under the numbered names of an object.</summary>
    public static SolutionText Read(JsonPlace steps, ImmutableArray<ReadError>.Builder errors) =>
        Read(steps.Object() is { } named ? NumberedSteps.Of(named) ?? [] : steps.Items(), errors);

    /// <summary>The steps that <paramref name="items"/> are.</summary>
    public static SolutionText Read(List<JsonPlace> items, ImmutableArray<ReadError>.Builder errors) =>
        Read([.. items.Select(item => (item.String() ?? (item.Object() is { } step ? Step(step) : null), item.Span))], errors);

    /// <summary>The steps as found, null where one is not readable; it counts all the same.</summary>
    public static SolutionText Read(List<(MappedText? Text, TextSpan Span)> steps, ImmutableArray<ReadError>.Builder errors)
    {
        var parts = new List<Part>();
        var isThought = false;
        foreach (var (text, span) in steps)
        {
            if (text is null)
                errors.Add(new ReadError("unreadable-step",
                    "This step is no string and no object with a \"text\"; it counts, but cannot be reviewed.", span));
            parts.Add(StepText.Read(text ?? MappedText.Verbatim(string.Empty, span.Start), parts.Count, ref isThought));
        }

        UnclosedMaths.Report(parts, errors);
        return new SolutionText([.. parts.Select(part => part.Step)], null, []);
    }

    // Structured outputs say what is done and what comes out.
    private static MappedText? Step(JsonObjectPlace step)
    {
        if (step.String("explanation", "reasoning", "description", "thought") is not { } explanation)
            return step.String("text", "content", "step", "value") ?? Calculation(step)
                ?? step.String("output", "calculation", "question", "item");
        if (Calculation(step) is { } whole)
            return MappedText.Join("\n\n", [explanation, WithDelimiters(whole)]);
        return step.String("output", "result", "calculation", "equation", "text") is { } output
            ? MappedText.Join("\n\n", [explanation, WithDelimiters(output)])
            : explanation;
    }

    // "17 * 24" and "408" are the two sides of one equation; one that has its sign stands beside what comes out.
    private static MappedText? Calculation(JsonObjectPlace step)
    {
        if (step.String("calculation", "equation", "expression") is not { Text.Length: > 0 } work
            || step.String("result", "output") is not { Text.Length: > 0 } result)
            return null;
        var isEquation = work.Text.Contains('=') || result.Text.Contains('=');
        return MappedText.Join(isEquation ? "\n\n" : " = ", [work, result]);
    }

    // Formulas stand there without the signs that set them off in a text.
    private static MappedText WithDelimiters(MappedText output)
    {
        var text = output.Text;
        var isBare = text.Contains('\\') && !text.Contains('$') && !text.Contains("\\(", StringComparison.Ordinal)
            && !text.Contains("\\[", StringComparison.Ordinal);
        if (!isBare || output.Text.Contains('\n'))
            return output;
        var runs = new RunBuilder();
        var (start, end) = (output.ToOriginal(new TextSpan(0, 0)).Start, output.ToOriginal(new TextSpan(0, text.Length)).End);
        runs.Add(start, 2, 0);
        foreach (var run in output.Runs)
            runs.Add(run.Original, run.Length, run.OriginalLength);
        runs.Add(end, 2, 0);
        return MappedText.FromRuns($"\\({text}\\)", runs.ToImmutable());
    }
}
