using System.Collections.Immutable;
using ReasoningLsp.Review.Profiles;

namespace ReasoningLsp.Review.Scoring;

/// <summary>A reward model's scores of one trace: exactly one a step.</summary>
/// <param name="Profile">The profile.</param>
/// <param name="Model">Name of the model.</param>
/// <param name="Steps">One a step, in order.</param>
public sealed record TraceScores(Profile Profile, string Model, ImmutableArray<StepScore> Steps)
{
    /// <summary>One score for all, as the profile aggregates; null without steps.</summary>
    public double? Aggregate => Steps.IsEmpty ? null : Profile.Aggregation switch
    {
        Aggregation.Minimum => Steps.Min(step => step.Value),
        Aggregation.Product => Steps.Aggregate(1.0, (product, step) => product * step.Value),
        Aggregation.Last => Steps[^1].Value,
        _ => Steps.Average(step => step.Value),
    };
}
