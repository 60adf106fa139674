using ReasoningLsp.Mathematics.Evaluation;
using ReasoningLsp.Mathematics.Expressions;

namespace ReasoningLsp.Mathematics.Judging;

/// <summary>The verdict on one relation, with the values it rests on.</summary>
/// <param name="Verdict">What is known.</param>
/// <param name="Left">Value of the left side in the first reading, where there is one.</param>
/// <param name="Right">Value of the right side in the first reading, where there is one.</param>
public readonly record struct Judgment(Verdict Verdict, Value? Left = null, Value? Right = null)
{
    /// <summary>The parts that <see cref="Left"/> and <see cref="Right"/> are values of, where the sides are tuples, matrices or have a
    /// ±.</summary>
    public (Expression Left, Expression Right)? Parts { get; init; }

    /// <summary>The unit in which <see cref="Left"/> and <see cref="Right"/> are given where units decided; null for plain
    /// numbers.</summary>
    public string? Unit { get; init; }

    /// <summary>The reading in which it holds or fails, in words, where it is not the first that comes to mind; null otherwise.</summary>
    public string? Reading { get; init; }

    /// <summary>Why nothing was decided, in words; null where something was, or where nothing is known of it.</summary>
    public string? Doubt { get; init; }

    /// <summary>What sort of doubt <see cref="Doubt"/> is.</summary>
    public DoubtKind DoubtKind { get; init; }

    /// <summary>The same values, undecided.</summary>
    /// <param name="kind">What sort of doubt it is.</param>
    /// <param name="doubt">Why, in words.</param>
    public Judgment Doubted(DoubtKind kind, string doubt) => this with { Verdict = Verdict.Unknown, Doubt = doubt, DoubtKind = kind };

    /// <summary>Nothing certain.</summary>
    public static Judgment Unknown => new(Verdict.Unknown);

    /// <summary>Whether it holds exactly, rounded or cut off.</summary>
    public bool Holds => Verdict is Verdict.Holds or Verdict.HoldsRounded or Verdict.HoldsTruncated;
}
