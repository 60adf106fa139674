using System.Collections.Immutable;
using ReasoningLsp.Review.Checklists;

namespace ReasoningLsp.Review.Corrections;

/// <summary>What a solution won and lost between two moments. Both have the same steps, as far as their number goes.</summary>
/// <param name="Before">Where it stood.</param>
/// <param name="After">Where it stands.</param>
internal sealed record StandingChange(Standing Before, Standing After)
{
    /// <summary>Steps that were flagged and are right now: what was decided by exact checks still is.</summary>
    public ImmutableArray<int> Righted =>
        [.. Before.Flagged.Except(After.Flagged).Where(step => After.IsChecked(step) || !Before.Decides(step)).Order()];

    /// <summary>Steps that were not flagged and are.</summary>
    public ImmutableArray<int> Broken => [.. After.Flagged.Except(Before.Flagged).Order()];

    /// <summary>Steps that were checked and right, are not flagged either, and cannot be checked any more.</summary>
    public ImmutableArray<int> Unchecked =>
        Steps(step => Before.IsChecked(step) && !After.IsChecked(step) && !After.Flagged.Contains(step));

    /// <summary>Steps whose score was in doubt and is not.</summary>
    public ImmutableArray<int> Risen => HasScores ? Steps(step => Before.IsDoubted(step) && !After.IsDoubted(step)) : [];

    /// <summary>Steps whose score was not in doubt and is.</summary>
    public ImmutableArray<int> Fallen => HasScores ? Steps(step => !Before.IsDoubted(step) && After.IsDoubted(step)) : [];

    /// <summary>Items that were answered no and are answered yes.</summary>
    public ImmutableArray<ItemVerdict> Met => Items(was => was == ItemAnswer.No, now => now == ItemAnswer.Yes);

    /// <summary>Items that were answered yes and are not, as they are answered now; one that no longer applies is not lost.</summary>
    public ImmutableArray<ItemVerdict> Lost => Items(was => was == ItemAnswer.Yes, now => now is ItemAnswer.No or ItemAnswer.Unsure);

    /// <summary>Whether the final answer equals the reference now and did not.</summary>
    public bool IsAnswerWon => Before.HasReferenceAnswer != true && After.HasReferenceAnswer == true;

    /// <summary>Whether the final answer equalled the reference and does not now.</summary>
    public bool IsAnswerLost => Before.HasReferenceAnswer == true && After.HasReferenceAnswer != true;

    /// <summary>Whether a final answer could be read and cannot be any more.</summary>
    public bool IsAnswerGone => Before.Answer is not null && After.Answer is null;

    /// <summary>Whether anything is better.</summary>
    public bool HasWon => !Righted.IsEmpty || !Met.IsEmpty || !Risen.IsEmpty || IsAnswerWon;

    /// <summary>What is worse, a phrase each; empty where nothing is.</summary>
    public IEnumerable<string> Losses()
    {
        foreach (var step in Broken)
            yield return $"step {step + 1} is wrong now";
        foreach (var step in Unchecked)
            yield return $"step {step + 1} was checked and cannot be any more";
        foreach (var step in Fallen)
            yield return $"the score of step {step + 1} falls {ProofText.Scores(Before, After, step)}";
        foreach (var item in Lost)
            yield return $"\"{ProofText.Short(item.Item.Question)}\" was answered yes and is {VerdictText.Of(item.Answer)}";
        if (IsAnswerGone)
            yield return "no final answer can be read any more";
        else if (IsAnswerLost)
            yield return $"the final answer {ProofText.Short(After.Answer!)} is not the reference any more";
    }

    // Scores that are only ever hints, those of weak and uncalibrated models, decide nothing.
    private bool HasScores => (Before.Scores, After.Scores) is ({ Profile.HintsOnly: false }, { Profile.HintsOnly: false });

    private ImmutableArray<int> Steps(Func<int, bool> predicate) =>
        [.. Enumerable.Range(0, Math.Min(Before.Trace.Steps.Length, After.Trace.Steps.Length)).Where(predicate)];

    private ImmutableArray<ItemVerdict> Items(Func<ItemAnswer, bool> was, Func<ItemAnswer, bool> now)
    {
        if (Before.Checklist is null || After.Checklist is null)
            return [];
        var asked = Before.Checklist.Verdicts.Where(verdict => was(verdict.Answer)).Select(verdict => verdict.Item.Id).ToHashSet();
        return [.. After.Checklist.Verdicts.Where(verdict => now(verdict.Answer) && asked.Contains(verdict.Item.Id))];
    }
}
