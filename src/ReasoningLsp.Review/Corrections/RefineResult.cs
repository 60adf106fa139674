using System.Collections.Immutable;
using ReasoningLsp.Traces;

namespace ReasoningLsp.Review.Corrections;

/// <summary>A document after refining.</summary>
/// <param name="Document">The document; the same as before where nothing was kept.</param>
/// <param name="Edits">All that changed, as edits of the text before: whole steps' worth, ascending.</param>
/// <param name="Rounds">The account, a round each.</param>
/// <param name="Reason">Why it ended.</param>
public sealed record RefineResult(TraceDocument Document, ImmutableArray<TextEdit> Edits, ImmutableArray<RefineRound> Rounds, string Reason)
{
    /// <summary>Flagged steps of the original: round 0.</summary>
    public int FlaggedBefore { get; init; }

    /// <summary>Flagged steps of the result.</summary>
    public int Flagged => Rounds.LastOrDefault(round => round.IsKept)?.FlaggedAfter ?? FlaggedBefore;

    /// <summary>Steps of the original that something asked to change.</summary>
    public int LeftBefore { get; init; }

    /// <summary>Share of rounds that changed something.</summary>
    public double CorrectionRate => Rounds.IsEmpty ? 0 : (double)Changed.Count() / Rounds.Length;

    /// <summary>Of the rounds that changed something, the share that made a wrong step right and was kept; 0 without any.</summary>
    public double CorrectionSuccess =>
        Changed.Any() ? (double)Changed.Count(round => round is { IsKept: true, Righted.IsEmpty: false }) / Changed.Count() : 0;

    /// <summary>
    /// Slope of the line through the successes of the original, as round 0, and of every round (nothing left to change: 1, else
    /// 0); 0 without rounds.
    /// </summary>
    public double ImprovementSlope
    {
        get
        {
            var successes = Successes();
            var middle = (successes.Count - 1) / 2.0;
            var mean = successes.Average();
            var rounds = Enumerable.Range(0, successes.Count);
            var below = rounds.Sum(round => (round - middle) * (round - middle));
            return below == 0 ? 0 : rounds.Sum(round => (round - middle) * (successes[round] - mean)) / below;
        }
    }

    private IEnumerable<RefineRound> Changed => Rounds.Where(round => !round.Applied.IsEmpty);

    // A round that was taken back left what was there before it.
    private List<double> Successes()
    {
        var left = LeftBefore;
        List<double> successes = [left == 0 ? 1 : 0];
        foreach (var round in Rounds)
        {
            left = round.IsKept ? round.LeftAfter : left;
            successes.Add(left == 0 ? 1 : 0);
        }

        return successes;
    }
}
