using System.Collections.Immutable;
using System.Text.Encodings.Web;
using System.Text.Json;

namespace ReasoningLsp.Review.Tests.Planting;

/// <summary>A right solution with one wrong result in it.</summary>
/// <param name="Source">The right one.</param>
/// <param name="Steps">The steps as planted.</param>
/// <param name="Step">The step whose calculation is wrong.</param>
/// <param name="Description">What was planted.</param>
internal sealed record PlantedError(AnnotatedSolution Source, ImmutableArray<string> Steps, int Step, string Description)
{
    private static readonly JsonSerializerOptions s_options = new() { Encoder = JavaScriptEncoder.Default };

    /// <summary>The planted solution as a line of JSONL, with what JSON must escape escaped; without the reference answer, which a repair
    /// must not lean on.</summary>
    public string Line => JsonSerializer.Serialize(new { id = Source.Id, problem = Source.Problem, steps = Steps }, s_options);

    /// <summary>Indexes of the steps that were changed.</summary>
    public ImmutableHashSet<int> Changed => [.. Enumerable.Range(0, Steps.Length).Where(i => Steps[i] != Source.Steps[i])];
}
