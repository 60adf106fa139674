using System.Collections.Immutable;
using ReasoningLsp.Review.Scores;

namespace ReasoningLsp.Cli.Bench;

/// <summary>Whether backward scores tell a solution's own problem from another one, and right solutions from wrong ones.</summary>
internal sealed record BackwardCounts
{
    /// <summary>Solutions with a score of their own problem and of another.</summary>
    public int Solutions => Pairs.Count;

    /// <summary>Solutions that make their own problem likelier than they make the other.</summary>
    public int OwnFirst => Pairs.Count(pair => pair.Own > pair.Other);

    /// <summary>Solutions said to be unrelated to their own problem.</summary>
    public int OwnUnrelated => Pairs.Count(pair => pair.Own <= 0);

    /// <summary>Solutions said to be unrelated to the other problem.</summary>
    public int OtherUnrelated => Pairs.Count(pair => pair.Other <= 0);

    /// <summary>The probability that an own problem is put above another one, whatever the solutions.</summary>
    public double? OwnAuc => RankOrder.Auc(Pairs.SelectMany(pair => ((double, bool)[])[(pair.Own, true), (pair.Other, false)]));

    /// <summary>The probability that a clean solution is put above a wrong one.</summary>
    public double? CleanAuc => RankOrder.Auc(Pairs.Where(pair => pair.IsClean is not null).Select(pair => (pair.Own, pair.IsClean!.Value)));

    private ImmutableList<(double Own, double Other, bool? IsClean)> Pairs { get; init; } = [];

    /// <summary>The same and one solution more.</summary>
    public BackwardCounts With(BackwardScore own, BackwardScore other, TraceLabel label) =>
        this with { Pairs = Pairs.Add((own.Gain, other.Gain, label.FirstWrongStep is { } step ? step < 0 : null)) };

    /// <summary>Both together.</summary>
    public BackwardCounts Plus(BackwardCounts other) => this with { Pairs = Pairs.AddRange(other.Pairs) };
}
