using System.Collections.Immutable;
using ReasoningLsp.Traces.Json;
using ReasoningLsp.Traces.Solutions;

namespace ReasoningLsp.Traces.Shapes;

/// <summary>What Amazon's Titan models answer.</summary>
internal sealed class TitanShape() : RecordShape("Titan response", """{"results": [{"outputText": "…"}]}""")
{
    public override ImmutableArray<ShapeKey> Keys { get; } = [new("results", "[")];

    protected override IReadOnlyList<RecordSolution>? ReadMatching(JsonObjectPlace record, ImmutableArray<ReadError>.Builder errors) =>
        record.Find("results")!.Value.Items().Select(item => item.Object()?.String("outputText")).OfType<MappedText>().ToList()
            is { Count: > 0 } texts
            ? [.. texts.Select((text, i) => new RecordSolution(SolutionText.Split(text))
            {
                Name = texts.Count > 1 ? (i + 1).ToString(System.Globalization.CultureInfo.InvariantCulture) : null,
                Problem = CommonKeys.Problem(record) ?? record.String("inputText"),
            })]
            : null;
}
