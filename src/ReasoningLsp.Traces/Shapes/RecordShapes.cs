using System.Collections.Immutable;
using ReasoningLsp.Traces.Json;

namespace ReasoningLsp.Traces.Shapes;

/// <summary>All shapes that are read, in the order in which they are tried.</summary>
internal static class RecordShapes
{
    public static ImmutableArray<RecordShape> All { get; } =
    [
        new StepsShape(), new Prm800kShape(), new StepwiseCompletionsShape(), new PreferenceShape(), new HarnessSampleShape(),
        new ChatCompletionShape(), new ResponsesShape(), new GeminiShape(), new GeminiContentsShape(), new BedrockShape(),
        new OllamaChatShape(), new ConversationShape(), new ShareGptShape(), new MessageShape(),
        new MathShepherdShape(), new RolloutShape(), new ThinkingTrajectoryShape(), new InspectLogShape(),
        new ManyResponsesShape(), new OllamaGenerateShape(), new AnthropicBatchShape(), new ChatGptExportShape(), new ClaudeExportShape(),
        new GeneratedTextShape(), new TitanShape(), new LangChainShape(),
        new SolutionShape(), new WorkedAnswerShape(),
    ];

    /// <summary>The solutions of <paramref name="record"/>; none, with an error that says what is nearest, where no shape fits.</summary>
    public static IReadOnlyList<RecordSolution> Read(JsonObjectPlace record, ImmutableArray<ReadError>.Builder errors)
    {
        foreach (var shape in All)
            if (shape.Read(record, errors) is { Count: > 0 } solutions)
                return solutions;
        errors.Add(Nearest(record));
        return [];
    }

    private static ReadError Nearest(JsonObjectPlace record)
    {
        RecordShape? nearest = null;
        var most = 0.0;
        foreach (var shape in All)
        {
            if (!shape.Keys.Any(key => key.IsTelling && key.Find(record) is not null))
                continue;
            var share = shape.Keys.Count(key => key.IsIn(record)) / (double)shape.Keys.Length;
            if (nearest is null || share > most)
                (nearest, most) = (shape, share);
        }

        if (nearest is null)
            return new ReadError("no-steps", "The record has no steps: give it \"steps\", \"solution\" or \"messages\".", record.Span);
        var missing = nearest.Keys.FirstOrDefault(key => !key.IsIn(record));
        var what = missing is null ? "no text of a solution stands in it" : $"it needs {missing.Wanted}";
        var place = missing?.Find(record)?.Span ?? record.Span;
        return new ReadError("no-steps",
            $"The record is nearly of the shape {nearest.Name}, but {what}; such a record is written {nearest.Example}.", place);
    }
}
