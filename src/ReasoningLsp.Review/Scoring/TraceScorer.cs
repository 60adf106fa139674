using System.Collections.Immutable;
using ReasoningLsp.Inference;
using ReasoningLsp.Inference.Requests;
using ReasoningLsp.Review.Profiles;
using ReasoningLsp.Review.Scores;
using ReasoningLsp.Traces;

namespace ReasoningLsp.Review.Scoring;

/// <summary>Scores the steps of traces with a reward model. Thread-safe.</summary>
public sealed class TraceScorer : ITraceScorer
{
    private const int Attempts = 6;
    private const double Shrink = 0.8;

    private readonly IInferenceEngine _engine;
    private readonly RowScorer _rows = new();
    private readonly RatioScorer _ratios = new();
    private readonly CritiqueScorer _critiques = new();

    /// <summary>A scorer that computes with <paramref name="engine"/>.</summary>
    public TraceScorer(IInferenceEngine engine) => _engine = engine;

    /// <inheritdoc/>
    public Task<TraceScores> ScoreAsync(ScoringModel model, Trace trace, RequestPriority priority, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(trace);
        return ScoreAsync(model, trace.Problem?.Text ?? string.Empty, [.. trace.Steps.Select(step => step.Text.Text)], priority,
            cancellationToken);
    }

    /// <summary>Scores steps: exactly one score each, or an error.</summary>
    /// <exception cref="InferenceException">The engine cannot compute it.</exception>
    /// <exception cref="ProfileException">The profile does not fit the model.</exception>
    public async Task<TraceScores> ScoreAsync(ScoringModel model, string problem, ImmutableArray<string> steps, RequestPriority priority,
        CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(model);
        ArgumentNullException.ThrowIfNull(problem);
        var description = await _engine.DescribeAsync(model.Model, cancellationToken).ConfigureAwait(false);
        var name = NameOf(model.Model);
        if (steps.IsEmpty)
            return new TraceScores(model.Profile, name, []);
        var context = new ScoringContext(_engine, model, ChatFormat.For(description.Controls), priority);
        var scores = await WindowedAsync(context, problem, steps, cancellationToken).ConfigureAwait(false);
        if (scores.Length != steps.Length || scores.Any(score => !double.IsFinite(score.Value)))
            throw new ProfileException(
                $"The model gave {scores.Count(score => double.IsFinite(score.Value))} usable scores for {steps.Length} steps.");
        return new TraceScores(model.Profile, name, scores);
    }

    internal static string NameOf(ModelReference model)
    {
        if (model.Remote is { } remote)
            return remote.Id;
        var name = Path.GetFileNameWithoutExtension(model.Adapter ?? model.Path);
        return name.EndsWith(".lora", StringComparison.OrdinalIgnoreCase) ? name[..^".lora".Length] : name;
    }

    private async Task<ImmutableArray<StepScore>> WindowedAsync(ScoringContext context, string problem, ImmutableArray<string> steps,
        CancellationToken cancellationToken)
    {
        var family = FamilyOf(context.Profile.Reading.Kind);
        InferenceException tooLong;
        try
        {
            return await family.ScoreAsync(context, StepWindow.Whole(problem, steps), cancellationToken).ConfigureAwait(false);
        }
        catch (InferenceException error) when (error.Kind == InferenceError.TooLong)
        {
            tooLong = error;
        }

        var characters = (double)(problem.Length + steps.Sum(step => step.Length)) * tooLong.Limit / tooLong.Tokens;
        for (var attempt = 0; attempt < Attempts; attempt++)
        {
            characters *= Shrink;
            var windows = WindowPlan.Of(problem, steps, characters);
            if (windows.IsEmpty)
                break;
            try
            {
                var scores = ImmutableArray.CreateBuilder<StepScore>(steps.Length);
                foreach (var window in windows)
                    scores.AddRange(await family.ScoreAsync(context, window, cancellationToken).ConfigureAwait(false));
                return scores.ToImmutable();
            }
            catch (InferenceException error) when (error.Kind == InferenceError.TooLong)
            {
                tooLong = error;
            }
        }

        throw tooLong;
    }

    private IFamilyScorer FamilyOf(ProfileKind kind) => kind switch
    {
        ProfileKind.LogRatio => _ratios,
        ProfileKind.Generate => _critiques,
        _ => _rows,
    };
}
