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
    /// <summary>Share of rounds that changed something.</summary>
    public double CorrectionRate => Rounds.IsEmpty ? 0 : (double)Rounds.Count(round => !round.Applied.IsEmpty) / Rounds.Length;

    /// <summary>Of the rounds that changed something, the share after which fewer steps are flagged and none is broken.</summary>
    public double CorrectionSuccess
    {
        get
        {
            var changed = Rounds.Where(round => !round.Applied.IsEmpty).ToList();
            return changed.Count == 0 ? 0 : (double)changed.Count(round => round.Righted.Length > 0 && round.Broken.IsEmpty) / changed.Count;
        }
    }

    /// <summary>Slope of the line through the rounds' successes (no step flagged: 1, else 0); 0 for fewer than two rounds.</summary>
    public double ImprovementSlope
    {
        get
        {
            if (Rounds.Length < 2)
                return 0;
            var middle = (Rounds.Length - 1) / 2.0;
            var mean = Rounds.Average(round => round.FlaggedAfter == 0 ? 1.0 : 0);
            var (above, below) = (0.0, 0.0);
            for (var i = 0; i < Rounds.Length; i++)
            {
                above += (i - middle) * ((Rounds[i].FlaggedAfter == 0 ? 1 : 0) - mean);
                below += (i - middle) * (i - middle);
            }

            return above / below;
        }
    }
}
