using System.Globalization;
using ReasoningLsp.Review.Findings;

namespace ReasoningLsp.Review.Judges;

/// <summary>How well a judge was measured to tell right solutions from wrong ones.</summary>
/// <param name="Auc">The probability that a right solution has the greater P(YES), 0 to 1.</param>
/// <param name="Low">From here on it lies in 95 of 100 samples.</param>
/// <param name="High">And up to here.</param>
/// <param name="Traces">Of so many solutions.</param>
public sealed record JudgeMeasure(double Auc, double Low, double High, int Traces)
{
    /// <summary>Whether it is certain that the judge does better than a coin.</summary>
    public bool TellsApart => Low > 0.5;

    /// <summary>In one sentence, such as <c>does not tell right from wrong on these 60 traces: AUC 0.49, 0.34–0.64</c>.</summary>
    public string Sentence => string.Create(CultureInfo.InvariantCulture,
        $"{(TellsApart ? "tells" : "does not tell")} right from wrong on {(Traces == 1 ? "this" : "these")} {Plural.Of(Traces, "trace")}: "
            + $"AUC {Auc:0.00}, {Low:0.00}–{High:0.00}");
}
