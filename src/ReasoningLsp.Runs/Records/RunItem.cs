using ReasoningLsp.Review.Checklists;
using ReasoningLsp.Review.Decisions;
using ReasoningLsp.Review.Findings;

namespace ReasoningLsp.Runs.Records;

/// <summary>An item of a checklist as a run keeps it, with what was answered.</summary>
/// <param name="Question">The question.</param>
/// <param name="Verdict"><c>yes</c>, <c>no</c>, <c>n/a</c> or <c>unsure</c>.</param>
/// <param name="Evidence">What the answer rests on.</param>
/// <param name="By">Who answered.</param>
/// <param name="Step">Index of the step that it points to, or null.</param>
public sealed record RunItem(string Question, string Verdict, string Evidence, string By, int? Step)
{
    /// <summary>The answer of people where they gave one, else this.</summary>
    public RunItem With(RunTrace trace, DecisionLog decisions)
    {
        ArgumentNullException.ThrowIfNull(trace);
        ArgumentNullException.ThrowIfNull(decisions);
        var id = new ChecklistItem(Question).Id;
        var said = decisions.OnItem(id, HashOf(trace)) ?? decisions.OnItem(id, WholeHash(trace));
        return said?.Verdict is { } verdict && VerdictText.Parse(verdict) is { } answer ? this with
        {
            Verdict = VerdictText.Of(answer),
            By = $"reviewer {said.Who}".TrimEnd(),
            Evidence = said.Reason.Length > 0 ? said.Reason : $"decided by a person; before: {Verdict}, {By}",
        } : this;
    }

    /// <summary>What a person says of it.</summary>
    public Decision Says(RunTrace trace, ItemAnswer answer, string reason, DateTimeOffset when, string? who)
    {
        ArgumentNullException.ThrowIfNull(trace);
        return new Decision(DecisionKind.ItemVerdict, RuleCatalog.ItemNotMet.Id, HashOf(trace), reason, when, who)
        {
            Item = new ChecklistItem(Question).Id,
            Verdict = VerdictText.Of(answer),
            Statement = Question,
            File = trace.File,
        };
    }

    // The same text as in a file that is open: a verdict given there holds here, and the other way round.
    private string HashOf(RunTrace trace) => Step is { } step && step < trace.Steps.Length ? StepHash.Of(trace.Steps[step])
        : WholeHash(trace);

    private static string WholeHash(RunTrace trace) => StepHash.OfSolution(trace.Problem, trace.Steps);
}
