using System.Collections.Immutable;

namespace ReasoningLsp.Review.Decisions;

/// <summary>What people said of one solution, beside what they dismissed.</summary>
/// <param name="Mark">Its mark, or null.</param>
/// <param name="Notes">Notes in the order of the steps, those of the whole first.</param>
/// <param name="Findings">Findings that were confirmed, and what someone was asked.</param>
public sealed record PersonWords(GivenMark? Mark, ImmutableArray<StepNote> Notes, ImmutableArray<FindingWord> Findings)
{
    /// <summary>Nobody said anything.</summary>
    public static PersonWords None { get; } = new(null, [], []);

    /// <summary>Whether nobody said anything.</summary>
    public bool IsEmpty => Mark is null && Notes.IsEmpty && Findings.IsEmpty;

    /// <summary>The notes at a step, or those of the whole.</summary>
    public IEnumerable<StepNote> NotesAt(int? step) => Notes.Where(note => note.Step == step);

    /// <summary>What was said of a finding, or null.</summary>
    public FindingWord? On(string rule, int? step, string message) =>
        Findings.FirstOrDefault(word => word.Step == step && word.Finding == DecisionSubject.Of(rule, word.Finding.Step, message));
}
