using System.Collections.Immutable;
using ReasoningLsp.Review.Decisions;
using ReasoningLsp.Runs.Routing;

namespace ReasoningLsp.Runs.Desks;

/// <summary>The same mistake in several solutions of a desk.</summary>
/// <param name="Key">What makes it the same.</param>
/// <param name="Members">Its findings, each with the row that it is of.</param>
public sealed record DeskGroup(string Key, ImmutableArray<(int Row, QueueFinding Finding)> Members)
{
    /// <summary>The rows that it concerns, in order.</summary>
    public IEnumerable<int> Rows => Members.Select(member => member.Row).Distinct();

    /// <summary>What people said of them.</summary>
    public MistakeState State(DecisionLog decisions) =>
        Members.Aggregate(default(MistakeState), (state, member) => state.And(member.Finding, decisions));
}
