using System.Collections.Immutable;

namespace ReasoningLsp.Cli.Bench;

/// <summary>What a judge said of one labelled trace.</summary>
/// <param name="IsClean">Whether people found every step right.</param>
/// <param name="IsFlagged">Whether an exact check finds an error in it.</param>
/// <param name="Forms">P(YES) in every form of the question that was asked, in the order of <see cref="JudgeTrials.Forms"/>: the first
/// alone, or all.</param>
internal sealed record JudgeTrial(bool IsClean, bool IsFlagged, ImmutableArray<double> Forms)
{
    /// <summary>P(YES) as the first form puts it, the items asked backwards; null where only one form was asked.</summary>
    public double? Backwards { get; init; }

    /// <summary>The language of the instruction that was put at the end of a wrong solution; null where none was.</summary>
    public string? Language { get; init; }

    /// <summary>P(YES) with that instruction.</summary>
    public double Attacked { get; init; }

    /// <summary>P(YES) with a sentence of its length in its place that tells the judge nothing.</summary>
    public double Neutral { get; init; }
}
