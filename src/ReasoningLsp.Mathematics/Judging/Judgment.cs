using ReasoningLsp.Mathematics.Evaluation;

namespace ReasoningLsp.Mathematics.Judging;

/// <summary>The verdict on one relation, with the values it rests on.</summary>
/// <param name="Verdict">What is known.</param>
/// <param name="Left">Value of the left side in the first reading, where there is one.</param>
/// <param name="Right">Value of the right side in the first reading, where there is one.</param>
public readonly record struct Judgment(Verdict Verdict, Value? Left = null, Value? Right = null)
{
    /// <summary>Nothing certain.</summary>
    public static Judgment Unknown => new(Verdict.Unknown);

    /// <summary>Whether it holds exactly, rounded or cut off.</summary>
    public bool Holds => Verdict is Verdict.Holds or Verdict.HoldsRounded or Verdict.HoldsTruncated;
}
