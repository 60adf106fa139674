using System.Collections.Immutable;
using ReasoningLsp.Traces.Json;

namespace ReasoningLsp.Traces.Shapes;

/// <summary>All shapes that are read, in the order in which they are tried.</summary>
internal static class RecordShapes
{
    public static ImmutableArray<RecordShape> All { get; } =
    [
        new StepsShape(), new Prm800kShape(), new StepwiseCompletionsShape(), new PreferenceShape(), new HarnessSampleShape(),
        new PreferredOutputShape(), new ArenaShape(), new ChatCompletionShape(), new ModelAnswerShape(), new ResponsesShape(),
        new GeminiShape(), new GeminiContentsShape(), new AiStudioShape(), new BedrockShape(), new OllamaChatShape(),
        new LibreChatShape(), new DspyHistoryShape(), new ConversationShape(), new ShareGptShape(), new LmStudioShape(),
        new EmbeddedConversationShape(), new MessageShape(), new MathShepherdShape(), new RolloutShape(),
        new ThinkingTrajectoryShape(), new InspectLogShape(), new ManyResponsesShape(), new OllamaGenerateShape(),
        new AnthropicBatchShape(), new ChatGptExportShape(), new ClaudeExportShape(), new OpenWebUiShape(), new OasstTreeShape(),
        new HelmShape(), new PromptfooShape(), new SampledShape(), new GeneratedTextShape(), new TitanShape(),
        new LangChainShape(), new SolutionShape(), new DspyShape(), new WorkedAnswerShape(), new VerlDataShape(),
        new LabelStudioShape(), new ArgillaShape(),
    ];

    private const int MostNames = 8;

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
            if (!shape.Keys.Any(key => key.IsTelling && IsHint(key, record)))
                continue;
            var share = shape.Keys.Count(key => key.IsIn(record)) / (double)shape.Keys.Length;
            if (nearest is null || share > most)
                (nearest, most) = (shape, share);
        }

        if (nearest is null)
            return new ReadError("no-steps", Unknown(record), record.Span);
        var missing = nearest.Keys.FirstOrDefault(key => !key.IsIn(record));
        var what = missing is null ? nearest.Lack(record) : $"it needs {missing.Wanted}";
        var place = (missing ?? nearest.Keys[0]).Find(record)?.Span ?? record.Span;
        return new ReadError("no-steps",
            $"The record is nearly of the shape {nearest.Name}, but {what}; such a record is written {nearest.Example}.", place);
    }

    // An object where a text or a list is wanted is no slip: some other tool means something else by the name.
    private static bool IsHint(ShapeKey key, JsonObjectPlace record) =>
        key.IsIn(record) || key.Find(record) is { IsObject: false };

    private static string Unknown(JsonObjectPlace record)
    {
        var names = record.Names.Take(MostNames + 1).ToList();
        var keys = names.Count == 0 ? "it has no keys"
            : $"its keys are {string.Join(", ", names.Take(MostNames).Select(name => $"\"{name}\""))}"
                + (names.Count > MostNames ? " and more" : string.Empty);
        return $"No solution is found in this record: {keys}. Give it \"steps\", \"solution\" or \"messages\".";
    }
}
