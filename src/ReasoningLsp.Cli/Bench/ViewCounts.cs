using System.Collections.Immutable;
using ReasoningLsp.Review.Scores;

namespace ReasoningLsp.Cli.Bench;

/// <summary>What the scores of the mathematics alone tell of the steps that people judged.</summary>
internal sealed record ViewCounts
{
    /// <summary>Judged steps that hold mathematics.</summary>
    public int Steps => Judged.Count;

    /// <summary>Of these, the wrong ones.</summary>
    public int Wrong => Judged.Count(step => !step.IsRight);

    /// <summary>Steps whose two scores disagree.</summary>
    public int Disagreeing => Judged.Count(Disagrees);

    /// <summary>Of these, the wrong ones.</summary>
    public int DisagreeingWrong => Judged.Count(step => Disagrees(step) && !step.IsRight);

    /// <summary>The probability that a right step is put above a wrong one: by the whole step, by its mathematics, by their mean, and by
    /// how little they differ.</summary>
    public IEnumerable<(string Name, double Auc)> Auc => Order("whole", step => step.Whole)
        .Concat(Order("mathematics", step => step.Mathematics))
        .Concat(Order("mean", step => step.Whole + step.Mathematics))
        .Concat(Order("agreement", step => -Math.Abs(step.Whole - step.Mathematics)));

    private ImmutableList<(double Whole, double Mathematics, bool IsRight)> Judged { get; init; } = [];

    /// <summary>The same and one trace more, whose first wrong step is <paramref name="wrong"/> or −1.</summary>
    public ViewCounts With(TraceScores scores, MathematicsScores mathematics, int wrong) => this with
    {
        Judged = Judged.AddRange(
        mathematics.Steps.Where(step => wrong < 0 || step.Step <= wrong)
        .Select(step => (scores.Steps[step.Step].Value, step.Value, step.Step != wrong))),
    };

    /// <summary>Both together.</summary>
    public ViewCounts Plus(ViewCounts other) => this with { Judged = Judged.AddRange(other.Judged) };

    private static bool Disagrees((double Whole, double Mathematics, bool IsRight) step) =>
        Math.Abs(step.Whole - step.Mathematics) >= MathematicsScores.LargeDifference;

    private IEnumerable<(string Name, double Auc)> Order(string name,
        Func<(double Whole, double Mathematics, bool IsRight), double> number) =>
        RankOrder.Auc(Judged.Select(step => (number(step), step.IsRight))) is { } auc ? [(name, auc)] : [];
}
