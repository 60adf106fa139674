using System.Collections.Immutable;
using System.Text.RegularExpressions;
using ReasoningLsp.Traces.Json;
using ReasoningLsp.Traces.Solutions;

namespace ReasoningLsp.Traces.Shapes;

/// <summary>A call in DSPy's history: the messages that were sent and what came back.</summary>
internal sealed partial class DspyHistoryShape() : RecordShape("DSPy history",
    """{"messages": [{"role": "user", "content": "…"}], "outputs": ["…"]}""")
{
    public override ImmutableArray<ShapeKey> Keys { get; } =
        [new("messages", "[", IsTelling: false), new("outputs", "[", IsTelling: false)];

    protected override IReadOnlyList<RecordSolution>? ReadMatching(JsonObjectPlace record, ImmutableArray<ReadError>.Builder errors)
    {
        // Examples may stand before what is asked; the last message asks.
        var asked = record.Find("messages")!.Value.Items().Select(item => item.Object()).OfType<JsonObjectPlace>()
            .Select(ChatMessage.Read).LastOrDefault(message => message.IsQuestion)?.Text();
        var texts = record.Find("outputs")!.Value.Items().Select(item => item.String() ?? item.Object()?.String("text"))
            .OfType<MappedText>().ToList();
        return texts.Count == 0 ? null : [.. texts.Select((text, i) => new RecordSolution(Read(text))
        {
            Problem = asked is null ? null : Question(asked),
            Name = texts.Count > 1 ? Named.Number(i) : null,
        })];
    }

    // "[[ ## reasoning ## ]]" announces a field.
    private static SolutionText Read(MappedText text)
    {
        var fields = Fields(text);
        if (fields.Count == 0)
            return SolutionText.Split(text);
        var solution = SolutionText.Empty;
        foreach (var (name, value) in fields)
            solution = name is "answer" ? solution with { FinalAnswer = value } : solution.Then(SolutionText.Split(value));
        return solution;
    }

    private static MappedText Question(MappedText asked)
    {
        var end = Instruction().Match(asked.Text) is { Success: true } instruction ? instruction.Index : asked.Text.Length;
        var given = asked.Slice(new TextSpan(0, end));
        return Fields(given) is [.., var (_, last)] ? last : asked;
    }

    private static List<(string Name, MappedText Value)> Fields(MappedText text)
    {
        var found = new List<(string, MappedText)>();
        var markers = Marker().Matches(text.Text);
        for (var i = 0; i < markers.Count; i++)
        {
            var start = markers[i].Index + markers[i].Length;
            var end = Lines.TrimEnd(text.Text, start, i + 1 < markers.Count ? markers[i + 1].Index : text.Text.Length);
            if (end > start)
                found.Add((markers[i].Groups["name"].Value, text.Slice(TextSpan.FromBounds(start, end))));
        }

        return found;
    }

    [GeneratedRegex(@"^\[\[ ## (?<name>\w+) ## \]\][ \t]*\n?", RegexOptions.CultureInvariant | RegexOptions.Multiline)]
    private static partial Regex Marker();

    // What DSPy's adapter puts after the fields; it is part of its format.
    [GeneratedRegex(@"^Respond with the corresponding output fields", RegexOptions.CultureInvariant | RegexOptions.Multiline)]
    private static partial Regex Instruction();
}
