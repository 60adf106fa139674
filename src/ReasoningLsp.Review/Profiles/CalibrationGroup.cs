using System.Collections.Immutable;

namespace ReasoningLsp.Review.Profiles;

/// <summary>What was measured of the scores of a model, on all judged steps or on those of a kind.</summary>
/// <param name="Of">Of which, such as <c>language = de</c>; empty for all.</param>
/// <param name="Levels">The levels, scores rising.</param>
public sealed record CalibrationGroup(string Of, ImmutableArray<CalibrationLevel> Levels)
{
    /// <summary>The lowest score that was judged.</summary>
    public double From => Levels[0].From;

    /// <summary>The highest score that was judged.</summary>
    public double To => Levels[^1].To;

    /// <summary>The level of a score, between two the nearer one; null beyond what was judged: of that nothing is known.</summary>
    public CalibrationLevel? At(double score) => !(score >= From && score <= To) ? null
        : Levels.MinBy(level => score < level.From ? level.From - score : score > level.To ? score - level.To : 0);
}
