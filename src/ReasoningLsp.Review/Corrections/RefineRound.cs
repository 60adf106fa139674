using System.Collections.Immutable;

namespace ReasoningLsp.Review.Corrections;

/// <summary>The account of one round: what it won, what it broke, what it cost.</summary>
/// <param name="Number">From 1.</param>
/// <param name="Applied">The corrections applied, in order.</param>
public sealed record RefineRound(int Number, ImmutableArray<Correction> Applied)
{
    /// <summary>For steps of which nothing proposed was verified, the best of it: not applied, and its proof says why.</summary>
    public ImmutableArray<Correction> NotApplied { get; init; } = [];

    /// <summary>Steps that were flagged before and are right after; what exact checks decided before they still decide.</summary>
    public ImmutableArray<int> Righted { get; init; } = [];

    /// <summary>Steps that were not flagged before and are after.</summary>
    public ImmutableArray<int> Broken { get; init; } = [];

    /// <summary>Steps that exact checks found right before, and that a model's text replaced all the same.</summary>
    public ImmutableArray<int> OverCorrected { get; init; } = [];

    /// <summary>
    /// Steps that no correction names and that changed all the same: their text, what exact checks say of them, or a score that
    /// fell below the threshold.
    /// </summary>
    public ImmutableArray<int> SideEffects { get; init; } = [];

    /// <summary>Questions answered no before and yes after.</summary>
    public ImmutableArray<string> ItemsWon { get; init; } = [];

    /// <summary>Questions answered yes before and not after.</summary>
    public ImmutableArray<string> ItemsLost { get; init; } = [];

    /// <summary>Steps whose score was below the threshold and is not.</summary>
    public ImmutableArray<int> ScoresRisen { get; init; } = [];

    /// <summary>Steps whose score was not below the threshold and is.</summary>
    public ImmutableArray<int> ScoresFallen { get; init; } = [];

    /// <summary>All that the round lost, a phrase each; a round that lost something is taken back.</summary>
    public ImmutableArray<string> Losses { get; init; } = [];

    /// <summary>Flagged steps after the round, as it was before it was taken back.</summary>
    public int FlaggedAfter { get; init; }

    /// <summary>Steps that a finding, an unmet item or a low score still asks to change after the round.</summary>
    public int LeftAfter { get; init; }

    /// <summary>The checklist's pass rate after the round, or null.</summary>
    public double? PassRateAfter { get; init; }

    /// <summary>Steps asked for corrections in this round; the budget is counted in these.</summary>
    public int Asked { get; init; }

    /// <summary>Whether the round was kept; one that lost something, or won nothing, was taken back.</summary>
    public bool IsKept { get; init; } = true;
}
