using ReasoningLsp.Traces;

namespace ReasoningLsp.Review.Pipeline;

/// <summary>What is told while a document is reviewed.</summary>
/// <param name="Left">A part of the text is still to be reviewed.</param>
/// <param name="Failed">A defect of ours kept a trace from being reviewed.</param>
public sealed record ReviewProgress(Action<TextSpan> Left, Action<Trace, Exception> Failed)
{
    /// <summary>Nobody is told.</summary>
    public static ReviewProgress Silent { get; } = new(_ => { }, (_, _) => { });
}
