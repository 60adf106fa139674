using System.Collections.Immutable;

namespace ReasoningLsp.Review.Checklists;

/// <summary>A checklist applied to a trace.</summary>
/// <param name="Name">The checklist's name.</param>
/// <param name="Verdicts">One an item, in its order.</param>
public sealed record ChecklistReview(string Name, ImmutableArray<ItemVerdict> Verdicts)
{
    /// <summary>What of the checklists could not be read or found.</summary>
    public ImmutableArray<ChecklistProblem> Problems { get; init; } = [];

    /// <summary>Weight of yes over the weight of yes, no and unsure; null where nothing applies.</summary>
    public double? PassRate
    {
        get
        {
            var all = Verdicts.Where(verdict => verdict.Answer != ItemAnswer.NotApplicable).Sum(verdict => verdict.Item.Weight);
            return all > 0 ? Verdicts.Where(verdict => verdict.Answer == ItemAnswer.Yes).Sum(verdict => verdict.Item.Weight) / all : null;
        }
    }

    /// <summary>How many items were answered so.</summary>
    public int CountOf(ItemAnswer answer) => Verdicts.Count(verdict => verdict.Answer == answer);

    /// <summary>How many items were answered by exact checks.</summary>
    public int AnsweredExactly => Verdicts.Count(verdict => verdict.Source == VerdictSource.Check && verdict.Answer != ItemAnswer.Unsure);
}
