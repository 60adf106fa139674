using System.Collections.Immutable;
using ReasoningLsp.Review.Profiles;
using ReasoningLsp.Traces;

namespace ReasoningLsp.Review.Scoring;

/// <summary>What of a trace reaches a model: all that its scores depend on, beside the model and the profile.</summary>
public static class TraceTexts
{
    /// <summary>The problem; empty where the trace has none.</summary>
    public static string Problem(Trace trace)
    {
        ArgumentNullException.ThrowIfNull(trace);
        return trace.Problem?.Text ?? string.Empty;
    }

    /// <summary>The steps as they stand in their record; a profile that numbers steps itself gets them without their labels.</summary>
    public static ImmutableArray<string> Steps(Trace trace, Profile profile)
    {
        ArgumentNullException.ThrowIfNull(trace);
        ArgumentNullException.ThrowIfNull(profile);
        var keepsLabel = !profile.NumbersSteps;
        return [.. trace.Steps.Select(step => step.Given(keepsLabel))];
    }
}
