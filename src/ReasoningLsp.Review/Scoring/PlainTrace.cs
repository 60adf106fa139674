using System.Collections.Immutable;
using ReasoningLsp.Traces;

namespace ReasoningLsp.Review.Scoring;

/// <summary>Texts as a trace that stands in no file.</summary>
internal static class PlainTrace
{
    /// <summary>A problem and its steps.</summary>
    public static Trace Of(string problem, ImmutableArray<string> steps) =>
        new(0, null, MappedText.Verbatim(problem, 0),
        [.. steps.Select((text, index) => new Step(index, null, null, MappedText.Verbatim(text, 0), new TextSpan(0, text.Length)))], null,
        TraceSettings.None, new TextSpan(0, 0), []);
}
