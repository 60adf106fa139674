namespace ReasoningLsp.Runs.Criteria;

/// <summary>A question that was learned.</summary>
/// <param name="Question">Its words, those that won.</param>
/// <param name="Auc">How often its answer puts a right solution above a wrong one, ties half, where it was learned.</param>
/// <param name="Wordings">In how many wordings it was tried.</param>
/// <param name="Duels">How many duels they fought.</param>
public sealed record LearnedCriterion(string Question, double Auc, int Wordings, int Duels);
