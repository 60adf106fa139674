using System.Collections.Immutable;
using ReasoningLsp.Traces.Chunks;

namespace ReasoningLsp.Traces.Assembly;

/// <summary>A part as it was put together, with what it was made of.</summary>
/// <param name="Key">What it was made of.</param>
/// <param name="Step">The part as a step; of a problem or an answer only the text counts.</param>
/// <param name="Danglings">Delimiters without partner, spans in the reviewed text.</param>
internal sealed record Part(PartKey Key, Step Step, ImmutableArray<Dangling> Danglings);
