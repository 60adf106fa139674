using System.Collections.Immutable;
using ReasoningLsp.Review.Findings;
using ReasoningLsp.Review.Reviews;
using ReasoningLsp.Traces;

namespace ReasoningLsp.Review.Fixing;

/// <summary>Applies every exact fix of a document and reviews it again, until nothing is left to fix.</summary>
/// <param name="read">Reads the edited text.</param>
/// <param name="review">Reviews a document as it is shown to people, suppressed findings left out.</param>
public sealed class DocumentFixer(
    Func<string, TraceDocument> read,
    Func<TraceDocument, CancellationToken, ValueTask<ImmutableArray<TraceReview>>> review)
{
    // A fix can uncover the next error (a later step built on the false value), but not without end.
    private const int MaximumPasses = 5;

    /// <summary>Fixes <paramref name="document"/>.</summary>
    public async ValueTask<FixResult> FixAsync(TraceDocument document, FixKind reach, CancellationToken cancellationToken)
    {
        var result = new FixResult(document, await review(document, cancellationToken).ConfigureAwait(false), 0, 0);
        var alone = new List<(int Trace, int Step, string Was, string Is)>();
        var seen = new HashSet<string>(StringComparer.Ordinal) { document.Text };
        while (result.Passes < MaximumPasses)
        {
            var selection = FixSelection.Choose(result.Reviews.SelectMany(each => each.Findings), reach);
            if (selection.Fixes == 0)
                break;
            var text = TextEdits.Apply(result.Document.Text, selection.Edits);
            if (!seen.Add(text))
                break;
            foreach (var (finding, edit) in selection.Alone)
            {
                var step = finding.Step!.Value;
                var trace = result.Document.Traces
                    .TakeWhile(each => step >= each.Steps.Length || !each.Steps[step].Span.Contains(edit.Span))
                    .Count();
                alone.Add((trace, step, result.Document.Text.Substring(edit.Span.Start, edit.Span.Length), edit.NewText));
            }

            var next = read(text);
            result = new FixResult(next, await review(next, cancellationToken).ConfigureAwait(false), result.Fixes + selection.Fixes,
                result.Passes + 1);
        }

        return result with
        {
            Mended = [.. alone.Where(each => each.Trace < result.Document.Traces.Length
                    && each.Step < result.Document.Traces[each.Trace].Steps.Length)
                .Select(each => (each.Trace, new MendedValue(
                    StepHash.Of(result.Document.Traces[each.Trace].Steps[each.Step].Text.Text), each.Was, each.Is)))],
        };
    }
}
