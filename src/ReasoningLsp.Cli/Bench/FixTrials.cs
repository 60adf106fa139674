using System.Collections.Immutable;
using ReasoningLsp.Review.Findings;
using ReasoningLsp.Review.Fixing;
using ReasoningLsp.Review.Folders;
using ReasoningLsp.Review.Reviews;
using ReasoningLsp.Traces;
using ReasoningLsp.Traces.Files;

namespace ReasoningLsp.Cli.Bench;

/// <summary>Fixes records as <c>review --fix</c> would, without writing them. Thread-safe.</summary>
/// <param name="policy">Reviews them.</param>
/// <param name="reach">How far a fix reaches.</param>
internal sealed class FixTrials(FolderPolicy policy, FixKind reach)
{
    /// <summary>The reviews of a record after its fixes, in the order of its traces; null where nothing can be fixed.</summary>
    public async ValueTask<ImmutableArray<TraceReview>?> FixAsync(TraceDocument record, CancellationToken cancellationToken)
    {
        var fixer = new DocumentFixer(
            text => JsonLinesTraceReader.ReadRecord(new JsonLine(text, 0, 0, 0, null)),
            (document, token) => ValueTask.FromResult<ImmutableArray<TraceReview>>([.. document.Traces.Select(
                trace => policy.Propagation.AddTo(policy.Exact.Review(trace, token), document, token))]));
        var result = await fixer.FixAsync(record, reach, cancellationToken).ConfigureAwait(false);
        return result.Fixes == 0 || result.Reviews.Length != record.Traces.Length ? null : result.Reviews;
    }
}
