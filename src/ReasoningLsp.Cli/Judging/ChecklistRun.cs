using ReasoningLsp.Cli.Hosting;
using ReasoningLsp.Inference;
using ReasoningLsp.Review.Checklists;
using ReasoningLsp.Review.Checklists.Lists;
using ReasoningLsp.Review.Decisions;
using ReasoningLsp.Review.Findings;
using ReasoningLsp.Review.Judges;
using ReasoningLsp.Review.Reviews;
using ReasoningLsp.Review.Running;

namespace ReasoningLsp.Cli.Judging;

/// <summary>Applies checklists in a run of <c>review</c>. A judge that fails is told once, and the exact checks go on. Thread-safe.</summary>
internal sealed class ChecklistRun(ProgramHost host, JudgingChoice choice, IInferenceEngine? engine)
{
    private readonly ChecklistReviewer _exact = new(null);
    private readonly ChecklistReviewer _judged = new(engine is null || choice.Model is null ? null : new ChecklistJudge(new Judge(engine), choice.Model, choice.Options));
    private int _failures;

    /// <summary>Whether the judge could not be asked about some trace.</summary>
    public bool HasFailed => Volatile.Read(ref _failures) > 0;

    /// <summary>The review with the verdicts of the checklist that holds for it, where one does.</summary>
    public TraceReview Apply(TraceReview review, ChecklistLibrary library, DecisionLog decisions, ReviewOptions options, CancellationToken cancellationToken)
    {
        ChecklistReview? checklist;
        try
        {
            // A worker's thread waits for the engine's.
            checklist = ApplyAsync(_judged, review, library, decisions, cancellationToken).GetAwaiter().GetResult();
        }
        catch (InferenceException error)
        {
            if (Interlocked.Increment(ref _failures) == 1)
                host.Error.WriteLine($"The judge was not asked: {error.Message}");
            checklist = ApplyAsync(_exact, review, library, decisions, cancellationToken).GetAwaiter().GetResult();
        }

        return checklist is null ? review : review.WithChecklist(checklist, options);
    }

    private async Task<ChecklistReview?> ApplyAsync(ChecklistReviewer reviewer, TraceReview review, ChecklistLibrary library, DecisionLog decisions, CancellationToken cancellationToken) => choice.List is { } list
        ? await reviewer.ApplyAsync(review, list, [], decisions, cancellationToken).ConfigureAwait(false)
        : await reviewer.ApplyAsync(review, [], library, decisions, cancellationToken).ConfigureAwait(false);
}
