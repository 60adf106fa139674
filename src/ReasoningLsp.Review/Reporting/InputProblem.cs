using ReasoningLsp.Traces;

namespace ReasoningLsp.Review.Reporting;

/// <summary>Something that kept a file, or a record of it, from being reviewed, or from being reviewed by all that was asked for.</summary>
/// <param name="File">As people see it.</param>
/// <param name="Place">Where in the file, or null for all of it.</param>
/// <param name="Message">What is wrong and what would mend it.</param>
public sealed record InputProblem(string File, LinePosition? Place, string Message)
{
    /// <summary>Whether it was reviewed all the same, by less than was asked for.</summary>
    public bool IsReviewed { get; init; }

    /// <summary>What stands before the message where problems are listed.</summary>
    internal string Label => IsReviewed ? "Incomplete" : "Not read";
}
