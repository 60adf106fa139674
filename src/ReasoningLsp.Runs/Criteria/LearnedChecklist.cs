using System.Collections.Immutable;
using ReasoningLsp.Runs.Statistics;

namespace ReasoningLsp.Runs.Criteria;

/// <summary>What was learned from people's decisions, and what it is worth on those that were held back.</summary>
/// <param name="Criteria">The questions; none where none tells right from wrong.</param>
/// <param name="Tried">How many questions were tried.</param>
/// <param name="Learned">How many decided solutions it was learned from.</param>
/// <param name="Held">How many were held back.</param>
/// <param name="Before">How often the list before puts a right one of these above a wrong one, ties half; null where it asks
/// nothing.</param>
/// <param name="After">The same of the learned list.</param>
public sealed record LearnedChecklist(ImmutableArray<LearnedCriterion> Criteria, int Tried, int Learned, int Held,
    (double Auc, Interval Interval)? Before, (double Auc, Interval Interval)? After);
