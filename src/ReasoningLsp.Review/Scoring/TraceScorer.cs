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
    private const double Shrink = 0.8;

    private readonly IInferenceEngine _engine;
    private readonly RowScorer _rows = new();
    private readonly RatioScorer _ratios = new();
    private readonly CritiqueScorer _critiques;

    /// <summary>A scorer that computes with <paramref name="engine"/>.</summary>
    public TraceScorer(IInferenceEngine engine)
        : this(engine, null)
    {
    }

    /// <summary>A scorer that has no critique written twice.</summary>
    internal TraceScorer(IInferenceEngine engine, ICritiqueMemory? memory)
    {
        _engine = engine;
        _critiques = new CritiqueScorer(memory);
    }

    /// <inheritdoc/>
    public Task<TraceScores> ScoreAsync(ScoringModel model, Trace trace, RequestPriority priority, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(trace);
        ArgumentNullException.ThrowIfNull(model);
        return ScoreAsync(model, trace.Index, TraceTexts.Problem(trace), TraceTexts.Steps(trace, model.Profile), priority,
            cancellationToken);
    }

    /// <summary>Scores steps: exactly one score each, or an error.</summary>
    /// <exception cref="InferenceException">The engine cannot compute it.</exception>
    /// <exception cref="ProfileException">The profile does not fit the model.</exception>
    public Task<TraceScores> ScoreAsync(ScoringModel model, string problem, ImmutableArray<string> steps, RequestPriority priority,
        CancellationToken cancellationToken) => ScoreAsync(model, 0, problem, steps, priority, cancellationToken);

    internal static string NameOf(ModelReference model)
    {
        if (model.Remote is { } remote)
            return remote.Id;
        var name = Path.GetFileNameWithoutExtension(model.Adapter ?? model.Path);
        return name.EndsWith(".lora", StringComparison.OrdinalIgnoreCase) ? name[..^".lora".Length] : name;
    }

    private async Task<TraceScores> ScoreAsync(ScoringModel model, int solution, string problem, ImmutableArray<string> steps,
        RequestPriority priority, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(model);
        ArgumentNullException.ThrowIfNull(problem);
        var description = await _engine.DescribeAsync(model.Model, cancellationToken).ConfigureAwait(false);
        var name = NameOf(model.Model);
        if (steps.IsEmpty)
            return new TraceScores(model.Profile, name, []);
        var context = new ScoringContext(_engine, model, ChatFormat.For(description.Controls), priority);
        if (model.Profile.Reading.Whole)
            return new TraceScores(model.Profile, name, [])
            {
                Note = MarkerNote.Of(model.Profile, problem, steps),
                Whole = await WholeAsync(context, solution, problem, steps, cancellationToken).ConfigureAwait(false)
            };
        var (scores, start) = await WindowedAsync(context, solution, problem, steps, cancellationToken).ConfigureAwait(false);
        if (scores.Length != steps.Length || scores.Any(score => !double.IsFinite(score.Value)))
            throw new ProfileException(
                $"The model gave {scores.Count(score => double.IsFinite(score.Value))} usable scores for {steps.Length} steps.")
            {
                IsOfSolution = true
            };
        return new TraceScores(model.Profile, name, scores) { Start = start, Note = MarkerNote.Of(model.Profile, problem, steps) };
    }

    private async Task<double> WholeAsync(ScoringContext context, int solution, string problem, ImmutableArray<string> steps,
        CancellationToken cancellationToken)
    {
        try
        {
            var scores = await FamilyOf(context.Profile.Reading.Kind).ScoreAsync(context, StepWindow.Whole(problem, steps),
                cancellationToken).ConfigureAwait(false);
            return scores.Steps is [var only] && double.IsFinite(only.Value) ? only.Value
                : throw new ProfileException("The model gave no usable score for the solution.") { IsOfSolution = true };
        }
        catch (InferenceException error) when (error.Kind == InferenceError.TooLong)
        {
            throw SolutionTooLongException.OfSolution(solution, null, error);
        }
    }

    private async Task<WindowScores> WindowedAsync(ScoringContext context, int solution, string problem,
        ImmutableArray<string> steps, CancellationToken cancellationToken)
    {
        var family = FamilyOf(context.Profile.Reading.Kind);
        double characters = problem.Length + steps.Sum(step => step.Length);
        try
        {
            return await family.ScoreAsync(context, StepWindow.Whole(problem, steps), cancellationToken).ConfigureAwait(false);
        }
        catch (InferenceException error) when (error.Kind == InferenceError.TooLong)
        {
            characters *= Shrink * error.Limit / error.Tokens;
        }

        var scores = ImmutableArray.CreateBuilder<StepScore>(steps.Length);
        double? start = null;
        while (scores.Count < steps.Length)
        {
            var window = WindowPlan.Next(problem, steps, scores.Count, characters) with
            {
                Carried = scores.Count == 0 ? 0 : Probability.LogOdds(scores[^1].Value)
            };
            try
            {
                var scored = await family.ScoreAsync(context, window, cancellationToken).ConfigureAwait(false);
                scores.AddRange(scored.Steps);
                start ??= scored.Start;
            }
            catch (InferenceException error) when (error.Kind == InferenceError.TooLong)
            {
                if (window.IsOneStep)
                    throw SolutionTooLongException.OfStep(solution, window.First, problem.Length, steps[window.First].Length, error);
                characters *= Shrink;
            }
        }

        return new WindowScores(scores.ToImmutable(), start);
    }

    private IFamilyScorer FamilyOf(ProfileKind kind) => kind switch
    {
        ProfileKind.LogRatio => _ratios,
        ProfileKind.Generate => _critiques,
        _ => _rows,
    };
}
