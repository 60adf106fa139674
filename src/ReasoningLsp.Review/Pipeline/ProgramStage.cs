using ReasoningLsp.Programs;
using ReasoningLsp.Review.Folders;
using ReasoningLsp.Review.Programs;
using ReasoningLsp.Review.Reviews;
using ReasoningLsp.Review.Running;

namespace ReasoningLsp.Review.Pipeline;

/// <summary>Runs the programs of a trace. Where that cannot be done it is told, and the exact checks stand.</summary>
/// <param name="sandbox">Runs them.</param>
/// <param name="failed">Told of what fails.</param>
public sealed class ProgramStage(IProgramSandbox sandbox, FailedStages failed) : ITraceStage
{
    private readonly ProgramReviewer _reviewer = new(sandbox);

    /// <inheritdoc/>
    public async ValueTask<TraceReview> ApplyAsync(TraceReview review, FolderPolicy policy, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(review);
        ArgumentNullException.ThrowIfNull(policy);
        var programs = ProgramReader.Of(review.Trace);
        if (programs.IsEmpty)
            return review;
        try
        {
            var answers = await _reviewer.AnswersAsync(programs, cancellationToken).ConfigureAwait(false);
            return review.WithPrograms([.. programs.Zip(answers, (program, answer) => new ProgramOutcome(program, answer))],
                policy.Options);
        }
        catch (SandboxUnavailableException error)
        {
            return failed.Add(review, "No program was run", error);
        }
    }
}
