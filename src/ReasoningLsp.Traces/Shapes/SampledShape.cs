using System.Collections.Immutable;
using ReasoningLsp.Traces.Json;

namespace ReasoningLsp.Traces.Shapes;

/// <summary>A sample as OpenAI's evals log it.</summary>
internal sealed class SampledShape() : RecordShape("OpenAI evals sample",
    """{"input": [{"role": "user", "content": "…"}], "ideal": "…", "sampled": "…"}""")
{
    public override ImmutableArray<ShapeKey> Keys { get; } = [new("sampled", "\"[")];

    protected override IReadOnlyList<RecordSolution>? ReadMatching(JsonObjectPlace record, ImmutableArray<ReadError>.Builder errors)
    {
        var sampled = record.Find("sampled")!.Value;
        // Any of several ideal answers would do, so that none is the one to compare with.
        var reference = record.Strings("ideal", "expected") is [var ideal] ? ideal : null;
        return Named.Of(sampled.IsArray ? sampled.Items() : [sampled], null) is { Count: > 0 } solutions
            ? [.. solutions.Select(solution => solution with { Reference = reference, HasNoReference = true })] : null;
    }
}
