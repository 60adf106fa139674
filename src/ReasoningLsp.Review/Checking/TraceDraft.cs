using ReasoningLsp.Traces;

namespace ReasoningLsp.Review.Checking;

/// <summary>A finding of a trace check.</summary>
/// <param name="Step">Index of the step in which it is shown.</param>
/// <param name="Draft">The finding, its spans in the text of that step.</param>
/// <param name="IsWhole">Whether it speaks of the whole trace, and of the step only for want of a better place.</param>
internal sealed record TraceDraft(int Step, Draft Draft, bool IsWhole = false)
{
    /// <summary>Where in the file it is shown, where that is in no step, such as in an answer section; null for the draft's own
    /// place.</summary>
    public TextSpan? Place { get; init; }

    /// <summary>Whether it names no place of the file, so that it holds wherever its trace stands.</summary>
    public bool IsMovable => Place is null && Draft.RelatedElsewhere.IsDefaultOrEmpty;
}
