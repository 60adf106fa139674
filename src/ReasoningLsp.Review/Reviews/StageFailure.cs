namespace ReasoningLsp.Review.Reviews;

/// <summary>What kept a stage from adding to one review; what the other stages say stands.</summary>
/// <param name="Message">In words for a person.</param>
/// <param name="Step">Index of the step to blame, or null.</param>
/// <param name="IsOfSolution">Whether it lies in this solution; otherwise every solution of the run fails alike.</param>
public sealed record StageFailure(string Message, int? Step, bool IsOfSolution)
{
    /// <summary>Whether the engine or the server was not to be had: whatever is asked of it fails alike.</summary>
    public bool IsUnavailable { get; init; }
}
