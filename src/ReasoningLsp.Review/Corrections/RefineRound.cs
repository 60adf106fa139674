using System.Collections.Immutable;

namespace ReasoningLsp.Review.Corrections;

/// <summary>The account of one round: what it won, what it broke, what it cost.</summary>
/// <param name="Number">From 1.</param>
/// <param name="Applied">The corrections applied, in order.</param>
public sealed record RefineRound(int Number, ImmutableArray<Correction> Applied)
{
    /// <summary>Steps that were flagged before and are not after.</summary>
    public ImmutableArray<int> Righted { get; init; } = [];

    /// <summary>Steps that were not flagged before and are after.</summary>
    public ImmutableArray<int> Broken { get; init; } = [];

    /// <summary>Steps that were checked and right before, and were rewritten all the same without depending on what was wrong.</summary>
    public ImmutableArray<int> OverCorrected { get; init; } = [];

    /// <summary>Steps that changed although no correction names them.</summary>
    public ImmutableArray<int> SideEffects { get; init; } = [];

    /// <summary>Questions answered yes now and not before.</summary>
    public ImmutableArray<string> ItemsWon { get; init; } = [];

    /// <summary>Questions answered yes before and not now.</summary>
    public ImmutableArray<string> ItemsLost { get; init; } = [];

    /// <summary>Flagged steps that are left.</summary>
    public int FlaggedAfter { get; init; }

    /// <summary>The checklist's pass rate after the round, or null.</summary>
    public double? PassRateAfter { get; init; }

    /// <summary>Steps asked for corrections in this round; the budget is counted in these.</summary>
    public int Asked { get; init; }

    /// <summary>Whether the round was kept; one that broke something was taken back.</summary>
    public bool IsKept { get; init; } = true;
}
