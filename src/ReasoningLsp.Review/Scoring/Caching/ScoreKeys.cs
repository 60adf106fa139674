using System.Collections.Immutable;
using ReasoningLsp.Review.Profiles;

namespace ReasoningLsp.Review.Scoring.Caching;

/// <summary>Under what the scores of a trace may be kept.</summary>
/// <param name="Alone">A key a step, of scores that depend on nothing after it; empty where none does.</param>
/// <param name="Together">A key a score, of scores that depend on the whole trace.</param>
internal readonly record struct ScoreKeys(ImmutableArray<byte[]> Alone, ImmutableArray<byte[]> Together)
{
    /// <summary>Of a trace with these texts.</summary>
    public static ScoreKeys Of(string model, string problem, ImmutableArray<string> steps, Profile profile) => new(
        profile.ScoresStepsInOrder ? PrefixKey.Of(model, problem, steps, HasStart(profile)) : [],
        PrefixKey.OfWhole(model, problem, steps, profile.Reading.Whole ? 1 : steps.Length + (HasStart(profile) ? 1 : 0)));

    /// <summary>Whether the value of the problem alone is the first of the scores.</summary>
    public static bool HasStart(Profile profile) => profile.ReadsStart
        || profile.Reading is { Kind: ProfileKind.LogRatio, Cumulative: true };
}
