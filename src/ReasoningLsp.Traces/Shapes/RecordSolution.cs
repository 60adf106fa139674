using ReasoningLsp.Traces.Solutions;

namespace ReasoningLsp.Traces.Shapes;

/// <summary>One solution that a record holds.</summary>
/// <param name="Text">The solution.</param>
internal sealed record RecordSolution(SolutionText Text)
{
    /// <summary>What it solves; null where the record says it under one of the usual keys, or not at all.</summary>
    public MappedText? Problem { get; init; }

    /// <summary>The reference answer; null where the record says it under one of the usual keys, or not at all.</summary>
    public string? Reference { get; init; }

    /// <summary>Whether the usual keys for a reference hold something else in this shape.</summary>
    public bool HasNoReference { get; init; }

    /// <summary>Which of the record's solutions it is, such as <c>chosen</c>; null where there is but one.</summary>
    public string? Name { get; init; }
}
