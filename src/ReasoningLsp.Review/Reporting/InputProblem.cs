using ReasoningLsp.Traces;

namespace ReasoningLsp.Review.Reporting;

/// <summary>Something that kept a file, or a record of it, from being reviewed.</summary>
/// <param name="File">As people see it.</param>
/// <param name="Place">Where in the file, or null for all of it.</param>
/// <param name="Message">What is wrong and what would mend it.</param>
public sealed record InputProblem(string File, LinePosition? Place, string Message);
