using ReasoningLsp.Inference;
using ReasoningLsp.Inference.Requests;
using ReasoningLsp.Review.Checklists;
using ReasoningLsp.Review.Corrections;
using ReasoningLsp.Review.Judges;
using ReasoningLsp.Review.Pipeline;
using ReasoningLsp.Review.Scores;
using ReasoningLsp.Review.Scoring;
using ReasoningLsp.Traces;

namespace ReasoningLsp.Cli.Mcp;

/// <summary>The models that whoever started the server gave to the tools; an agent chooses none. Thread-safe.</summary>
/// <param name="Engine">Computes, or null where no model is used.</param>
/// <param name="Model">Judges and writes, or null.</param>
/// <param name="Scorer">Scores, or null.</param>
/// <param name="RewardModel">What it scores with, or null.</param>
internal sealed record AgentModels(IInferenceEngine? Engine, JudgeModel? Model, ITraceScorer? Scorer, ScoringModel? RewardModel)
{
    private const int MostNotes = 3;

    /// <summary>Scores a trace for a correction's proof; null where nothing scores.</summary>
    public Func<Trace, CancellationToken, Task<TraceScores>>? Score => Scorer is { } scorer && RewardModel is { } model
        ? (trace, cancellationToken) => scorer.ScoreAsync(model, trace, RequestPriority.Interactive, cancellationToken)
        : null;

    /// <summary>The stage that scores, or null.</summary>
    public ScoreStage? ScoreStage(FailedStages failed) => Scorer is { } scorer && RewardModel is { } model
        ? new ScoreStage(scorer, model, failed) { Priority = RequestPriority.Interactive }
        : null;

    /// <summary>The stage that answers a checklist, by exact checks alone where nothing judges.</summary>
    public ChecklistStage ChecklistStage(Checklist? list, FailedStages failed) => new(
        list,
        Engine is { } engine && Model is { } model ? new ChecklistJudge(new Judge(engine), model, JudgeOptions.Default) : null,
        failed);

    /// <summary>What corrects the solutions of <paramref name="reviewed"/>, with the notes of the folder on problems that are
    /// <paramref name="like"/> it.</summary>
    public Corrector Corrector(AgentText text, DocumentReview reviewed, string like, int candidates,
        Action<CandidateTally>? told = null) =>
        new(reviewed.Recheck(),
            Writer(candidates, MemoryStore.For(text.Folder, text.Files).Read().Similar(like, MostNotes)), Score)
        { Told = told };

    private ICorrectionWriter? Writer(int candidates, IEnumerable<string> notes) =>
        candidates > 0 && Engine is { } engine && Model is { } model
            ? new ModelCorrectionWriter(engine, model, new CorrectionOptions { Candidates = candidates, Notes = [.. notes] })
            : null;
}
