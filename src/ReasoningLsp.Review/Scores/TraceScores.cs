using System.Collections.Immutable;
using ReasoningLsp.Review.Profiles;

namespace ReasoningLsp.Review.Scores;

/// <summary>A reward model's scores of one trace: exactly one a step.</summary>
/// <param name="Profile">The profile.</param>
/// <param name="Model">Name of the model.</param>
/// <param name="Steps">One a step, in order.</param>
public sealed record TraceScores(Profile Profile, string Model, ImmutableArray<StepScore> Steps)
{
    /// <summary>The one score of a model that reads whole solutions and scores no step; <see cref="Steps"/> is empty then.</summary>
    public double? Whole { get; init; }

    /// <summary>The value of the problem alone, before any step; null where it cannot be read.</summary>
    public double? Start { get; init; }

    /// <summary>One score for all, as the profile aggregates; null without finished steps.</summary>
    public double? Aggregate => Whole ?? AggregateBy(Profile.Aggregation);

    /// <summary>One score to rank solutions by, which no step that is put in can raise.</summary>
    public double? Rank => Whole ?? AggregateBy(Profile.Aggregation is Aggregation.Product or Aggregation.Sum ? Profile.Aggregation
        : Aggregation.Minimum);

    /// <summary>What must be said of these scores beside what holds of all of the profile's, or null.</summary>
    public string? Note { get; init; }

    /// <summary>One score for all finished steps; null where there is none.</summary>
    public double? AggregateBy(Aggregation aggregation)
    {
        ImmutableArray<StepScore> steps = [.. Steps.Where(step => !step.IsPartial)];
        return steps.IsEmpty ? null : aggregation switch
        {
            Aggregation.Minimum => steps.Min(step => step.Value),
            Aggregation.Product => steps.Aggregate(1.0, (product, step) => product * step.Value),
            Aggregation.Last => steps[^1].Value,
            Aggregation.Sum => Probability.Logistic(steps.Sum(step => Probability.LogOdds(step.Value))),
            _ => steps.Average(step => step.Value),
        };
    }
}
