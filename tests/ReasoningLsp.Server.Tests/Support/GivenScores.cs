using System.Collections.Immutable;
using ReasoningLsp.Inference;
using ReasoningLsp.Inference.Requests;
using ReasoningLsp.Review.Judges;
using ReasoningLsp.Review.Profiles;
using ReasoningLsp.Review.Scores;
using ReasoningLsp.Review.Scoring;
using ReasoningLsp.Server.Models;
using ReasoningLsp.Traces;

namespace ReasoningLsp.Server.Tests.Support;

/// <summary>Stands in for a reward model: a step that says "(0.2)" has that score, any other 0.9. Counts what it was asked.</summary>
internal sealed class GivenScores : IModelHost, ITraceScorer
{
    private readonly List<int> _asked = [];

    /// <summary>How many steps each request held, in order.</summary>
    public int[] Asked
    {
        get
        {
            lock (_asked)
                return [.. _asked];
        }
    }

    /// <summary>Why nothing can be scored, or null.</summary>
    public InferenceException? Failure { get; set; }

    /// <summary>What was measured of its scores, or null.</summary>
    public MeasuredCalibration? Measured { get; set; }

    public bool IsReproducible { get; set; }

    public IInferenceEngine Engine => throw new NotSupportedException();

    public ITraceScorer Scorer => this;

    public ImmutableArray<OfferedModel> Known() => [new("given", "stands in", "scores")];

    public Task<ModelOffers> OffersAsync(CancellationToken cancellationToken) => throw new NotSupportedException();

    public Task<ModelsOutcome> ManageAsync(ImmutableArray<string> arguments, Action<string, int?> report,
        CancellationToken cancellationToken) => throw new NotSupportedException();

    public ScoringModel RewardModel(string name) => name == "given"
        ? new ScoringModel(ProfileCatalog.Find("reasoning-prm-135m")! with { Measured = Measured }, new ModelReference("given.gguf"))
        : throw new ProfileException($"There is no model or profile \"{name}\".");

    public JudgeModel Judge(string name) => throw new NotSupportedException();

    public Task<TraceScores> ScoreAsync(ScoringModel model, Trace trace, RequestPriority priority, CancellationToken cancellationToken)
    {
        if (Failure is { } failure)
            throw failure;
        if (trace.Steps.FirstOrDefault(step => step.Text.Text.Contains("(too long)", StringComparison.Ordinal)) is { } step)
        {
            var length = step.Text.Text.Length;
            var error = new InferenceException(InferenceError.TooLong, "Too long.") { Tokens = 5_000 + length, Limit = 4_096 };
            throw SolutionTooLongException.OfStep(trace.Index, step.Index, 9, length, error);
        }

        lock (_asked)
            _asked.Add(trace.Steps.Length);
        return Task.FromResult(new TraceScores(model.Profile, "given",
            [.. trace.Steps.Select(each => new StepScore(each.Index, each.Text.Text.Contains("(0.2)", StringComparison.Ordinal) ? 0.2 : 0.9,
            ScoreSignal.Correctness))]));
    }

    public ValueTask DisposeAsync() => ValueTask.CompletedTask;
}
