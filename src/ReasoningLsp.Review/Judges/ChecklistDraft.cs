using ReasoningLsp.Review.Checklists;

namespace ReasoningLsp.Review.Judges;

/// <summary>A checklist for a problem, to be read by a person before it is used.</summary>
/// <param name="List">Its items: those that follow from the problem's text first.</param>
/// <param name="FromProblem">How many of them follow from the problem's text.</param>
/// <param name="Dropped">Lines of the model that repeat one, are no question of yes or no, or are not about this problem.</param>
public sealed record ChecklistDraft(Checklist List, int FromProblem, int Dropped);
