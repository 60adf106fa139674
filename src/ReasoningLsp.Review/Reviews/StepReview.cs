using System.Collections.Immutable;
using ReasoningLsp.Review.Findings;

namespace ReasoningLsp.Review.Reviews;

/// <summary>What the exact checks made of one step.</summary>
/// <param name="Step">Its index.</param>
/// <param name="State">What is known of it.</param>
/// <param name="Relations">Every relation found in it, in order.</param>
public sealed record StepReview(int Step, StepState State, ImmutableArray<RelationOutcome> Relations)
{
    /// <summary>Whether a relation in it was proven and nothing was left open or refuted: then no doubt remains for a model. A fact in
    /// words stands among other words, of which that says nothing.</summary>
    public bool IsProven => State is StepState.Checked && Relations.All(relation => relation.Verdict == RelationVerdict.Proven)
        && Relations.Any(relation => !relation.IsInWords);

    /// <summary>The state of a step: checked only where something in it was proven, nothing refuted and no calculation
    /// excused. What is refuted and flags nothing,
    /// because it is a hint, leaves it open.</summary>
    public static StepState StateOf(ImmutableArray<RelationOutcome> relations, bool isFlagged) =>
        isFlagged ? StepState.Flagged
        : relations.Any(relation => relation.Verdict == RelationVerdict.Proven)
            && relations.All(relation => relation is { Verdict: not RelationVerdict.Refuted, IsExcused: false }) ? StepState.Checked
        : StepState.NothingCheckable;

    /// <summary>The step as the findings leave it that are shown of it, and those that people set aside.</summary>
    internal StepReview With(IEnumerable<Finding> shown, IEnumerable<SetAside> setAside)
    {
        var flags = shown.Where(finding => finding.Flags).ToList();
        var aside = setAside.Where(each => each.Finding.Flags).ToList();
        var state = flags.Exists(finding => !finding.Rule.IsOfModel) ? StepState.Flagged
            : aside.Exists(each => each.By == SetAsideBy.Decision) ? StepState.Dismissed
            : aside.Count > 0 ? StepState.Silenced
            : flags.Count > 0 ? StepState.Doubted
            : StateOf(Relations, isFlagged: false);
        return state == State ? this : this with { State = state };
    }
}
