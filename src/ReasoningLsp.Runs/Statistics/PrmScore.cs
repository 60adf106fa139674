namespace ReasoningLsp.Runs.Statistics;

/// <summary>PRMBench's score: F1 of right steps and F1 of wrong steps, in equal parts.</summary>
/// <param name="Right">F1 with right steps as what is looked for.</param>
/// <param name="Wrong">F1 with wrong steps as what is looked for.</param>
public sealed record PrmScore(double Right, double Wrong)
{
    /// <summary>The score of steps that people judged.</summary>
    public static PrmScore Of(IReadOnlyCollection<(bool IsRight, bool CalledRight)> steps) =>
        new(Agreement.F1(steps, true), Agreement.F1(steps, false));

    /// <summary>The mean of the two, from 0 to 1.</summary>
    public double Value => (Right + Wrong) / 2;
}
