using System.Collections.Immutable;
using ReasoningLsp.Review.Reviews;
using ReasoningLsp.Traces;

namespace ReasoningLsp.Review.Fixing;

/// <summary>A document after its fixes, reviewed again.</summary>
/// <param name="Document">The document as it should be written.</param>
/// <param name="Reviews">Its review, a trace each.</param>
/// <param name="Fixes">How many fixes were applied; 0 where the text is unchanged.</param>
/// <param name="Passes">How often fixes were applied and the document reviewed again.</param>
public sealed record FixResult(TraceDocument Document, ImmutableArray<TraceReview> Reviews, int Fixes, int Passes)
{
    /// <summary>The values that were put right where they were calculated, and nowhere else, by the trace in the document.</summary>
    public ImmutableArray<(int Trace, MendedValue Value)> Mended { get; init; } = [];
}
