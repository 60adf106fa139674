namespace ReasoningLsp.Review.Checklists;

/// <summary>What of a checklist could not be read or found.</summary>
/// <param name="Line">Line of its file from 1, or 0 where there is none.</param>
/// <param name="Message">What is wrong and what would mend it.</param>
public sealed record ChecklistProblem(int Line, string Message);
