using ReasoningLsp.Review.Findings;
using ReasoningLsp.Traces;

namespace ReasoningLsp.Review.Checklists;

/// <summary>The answer to one item for one trace.</summary>
/// <param name="Item">The question.</param>
/// <param name="Answer">Yes, no, n/a or unsure.</param>
/// <param name="Source">Who answered.</param>
/// <param name="By">The check's or model's name, the person, or the reason why nobody answered.</param>
/// <param name="Evidence">What supports the answer, in one sentence.</param>
public sealed record ItemVerdict(ChecklistItem Item, ItemAnswer Answer, VerdictSource Source, string By, string Evidence)
{
    /// <summary>The probability that a judge gives to yes among yes and no, 0 to 1; null where no judge was asked.</summary>
    public double? PYes { get; init; }

    /// <summary>The probability that a judge gives to neither yes nor no, 0 to 1; null where no judge was asked.</summary>
    public double? Residual { get; init; }

    /// <summary>Lowest and highest <see cref="PYes"/> over the variations asked for; null where none were.</summary>
    public (double Low, double High)? Spread { get; init; }

    /// <summary>The step the answer points to, or null for the whole trace.</summary>
    public int? Step { get; init; }

    /// <summary>The text it concerns, in the original file, or null for the whole trace.</summary>
    public TextSpan? Span { get; init; }

    /// <summary>The finding that the answer repeats: then that finding is what is shown, and it names the item. Null where there is
    /// none.</summary>
    public Finding? Cause { get; init; }

    /// <summary>The verdict where a person silenced the finding that it repeats: it neither fails nor passes.</summary>
    public ItemVerdict Silenced() => this with
    {
        Answer = ItemAnswer.NotApplicable,
        Evidence = $"{Cause?.Rule.Id ?? "what refutes it"} is silenced here",
    };

    /// <summary>Why the judge should be doubted, or null.</summary>
    public string? Caution { get; init; }
}
