using System.Collections.Immutable;
using ReasoningLsp.Cli.Hosting;
using ReasoningLsp.Cli.Judging;
using ReasoningLsp.Cli.Scoring;
using ReasoningLsp.Inference;
using ReasoningLsp.Review.Judges;
using ReasoningLsp.Review.Pipeline;
using ReasoningLsp.Review.Scoring;
using ReasoningLsp.Review.Scoring.Backward;

namespace ReasoningLsp.Cli.Reviewing;

/// <summary>The stages of a run in which models take part. Each tells of its first failure.</summary>
/// <param name="Pipeline">All of them, in order.</param>
/// <param name="Failed">What each of them failed at.</param>
internal sealed record ModelStages(ReviewPipeline Pipeline, IReadOnlyList<FailedStages> Failed)
{
    /// <summary>Whether a stage failed for some trace.</summary>
    public bool AnyFailed => Failed.Any(each => each.Any);

    /// <summary>The stages that a user chose, after those that come <paramref name="first"/> and need no model.</summary>
    public static ModelStages Of(
        ProgramHost host, IInferenceEngine engine, ITraceScorer scorer, ScoringModel? model, SignalChoice signals, JudgingChoice judging,
        ImmutableArray<ITraceStage> first)
    {
        FailedStages scores = new(host.Error.WriteLine), backward = new(host.Error.WriteLine), checklist = new(host.Error.WriteLine);
        var stages = new List<ITraceStage>(first);
        if (model is not null)
            stages.Add(new ScoreStage(scorer, model, scores) { PartialLast = signals.PartialLast, Mathematics = signals.Mathematics });
        if (signals.Backward is { } asked)
            stages.Add(new BackwardStage(new BackwardScorer(engine), asked, backward));
        var judge = judging.Model is { } named ? new ChecklistJudge(new Judge(engine), named, judging.Options) : null;
        stages.Add(new ChecklistStage(judging.List, judge, checklist));
        return new ModelStages(new ReviewPipeline([.. stages]), [scores, backward, checklist]);
    }
}
