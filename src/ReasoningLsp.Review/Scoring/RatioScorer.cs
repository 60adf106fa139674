using System.Collections.Immutable;
using ReasoningLsp.Inference.Requests;
using ReasoningLsp.Review.Profiles;
using ReasoningLsp.Review.Scores;

namespace ReasoningLsp.Review.Scoring;

/// <summary>Families that ask how much likelier one model finds the text than another.</summary>
internal sealed class RatioScorer : IFamilyScorer
{
    /// <inheritdoc/>
    public async Task<WindowScores> ScoreAsync(ScoringContext context, StepWindow window, CancellationToken cancellationToken)
    {
        var reading = context.Profile.Reading;
        var reference = context.Model.Reference
            ?? throw new ProfileException($"The profile {context.Profile.Name} compares two models: name the reference model too.");
        var prompt = TracePrompt.Of(context, window);
        var request = new ScoreRequest
        {
            Model = context.Model.Model,
            Pieces = prompt.Pieces,
            Rows = prompt.Rows,
            Start = prompt.Start,
            Kind = ReadingKind.LogProbability,
            LongestText = context.Profile.ContextLength,
            Priority = context.Priority,
        };
        var first = await context.Engine.ScoreAsync(request, cancellationToken).ConfigureAwait(false);
        var second = await context.Engine.ScoreAsync(request with { Model = reference }, cancellationToken).ConfigureAwait(false);
        if (!first.Tokens.SequenceEqual(second.Tokens))
            throw new ProfileException("The two models read text as different tokens, so they cannot be compared.");
        var scores = ImmutableArray.CreateBuilder<StepScore>();
        var before = 0.0;
        var sum = window.Carried;
        for (var i = 0; i < first.Values.Length; i++)
        {
            var ratio = reading.Beta * (first.Values[i][0] - second.Values[i][0]);
            sum += window.First + i >= window.FirstScored ? ratio - before : 0;
            if (window.First + i >= window.FirstScored)
                scores.Add(new StepScore(window.First + i, Probability.Logistic(reading.Cumulative ? sum : ratio - before),
                    context.Profile.Signal)
                { IsWindowed = window.IsWindowed });
            before = ratio;
        }

        // Before its first token a solution is as likely to one model as to the other: of a sum that is the value of the problem alone.
        return new WindowScores(scores.ToImmutable(), reading.Cumulative && window.First == 0 ? Probability.Logistic(0) : null);
    }
}
