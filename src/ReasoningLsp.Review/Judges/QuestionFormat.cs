namespace ReasoningLsp.Review.Judges;

/// <summary>How a question is put. All mean the same; a judge that answers differently is unsure.</summary>
public enum QuestionFormat
{
    /// <summary>A question.</summary>
    Question,

    /// <summary>A requirement, and whether it is met.</summary>
    Requirement,

    /// <summary>A form to fill in.</summary>
    Form,
}
