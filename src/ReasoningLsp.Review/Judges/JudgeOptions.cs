using ReasoningLsp.Inference.Requests;

namespace ReasoningLsp.Review.Judges;

/// <summary>How a judge is asked about a checklist.</summary>
public sealed record JudgeOptions
{
    /// <summary>Each item once, by its probability.</summary>
    public static JudgeOptions Default { get; } = new();

    /// <summary>Whether every item is put in all forms of <see cref="QuestionForm.Variations"/>, and the spread shown.</summary>
    public bool Vary { get; init; }

    /// <summary>Whether every verdict is reasoned, with the step it points to; takes as long as writing takes.</summary>
    public bool Reason { get; init; }

    /// <summary>Who waits.</summary>
    public RequestPriority Priority { get; init; }
}
