using System.Collections.Immutable;
using ReasoningLsp.Review.Baselines;
using ReasoningLsp.Review.Inputs;
using ReasoningLsp.Review.Reviews;
using ReasoningLsp.Review.Running;
using ReasoningLsp.Server.Checklists;
using ReasoningLsp.Server.Documents;
using ReasoningLsp.Server.Workspace;
using ReasoningLsp.Traces;
using ReasoningLsp.Traces.Files;
using ReasoningLsp.Traces.Reading;

namespace ReasoningLsp.Server.Reviewing;

/// <summary>From a text to its review, building on the review before. Pure but for the configuration it is given; thread-safe.</summary>
internal static class DocumentReviewer
{
    /// <summary>Whether a document asks for review: by its name, its content, or its folder's configuration.</summary>
    public static bool Asks(TextSnapshot text, FolderPolicy policy) => text.Identity.Path is { } path
        ? FolderOptIn.Applies(path, policy.Configuration, () => text.Text)
        : text.Identity.IsWritten && OptIn.Applies(text.Identity.Name, text.Text);

    /// <summary>Reviews <paramref name="text"/> without a word on the way.</summary>
    public static ReviewedDocument Review(TextSnapshot text, FolderPolicy policy, ReviewedDocument? before, CancellationToken cancellationToken) =>
        Review(text, policy, before, ScoreBook.Empty, ChecklistBook.Empty, ReviewProgress.Silent, cancellationToken);

    /// <summary>
    /// Reviews <paramref name="text"/>. Only what differs from <paramref name="before"/> is read, and only what depends on that
    /// is checked; <paramref name="scores"/> that still hold and the verdicts of checklists are joined in.
    /// </summary>
    public static ReviewedDocument Review(
        TextSnapshot text, FolderPolicy policy, ReviewedDocument? before, ScoreBook scores, ChecklistBook checklists, ReviewProgress progress, CancellationToken cancellationToken)
    {
        progress.Left(new TextSpan(0, text.Text.Length));
        var document = Read(text, before);
        var known = before is not null && ReferenceEquals(before.Policy.Reviewer, policy.Reviewer) ? before.Raw : [];
        var traces = Reviewable(document);
        var raw = ImmutableArray.CreateBuilder<TraceReview>(traces.Length);
        var stepsChecked = 0;
        foreach (var trace in traces)
        {
            cancellationToken.ThrowIfCancellationRequested();
            var previous = Previous(known, trace, traces.Length);
            if (previous is not null && ReferenceEquals(previous.Trace, trace))
            {
                raw.Add(previous);
                continue;
            }

            progress.Left(TextSpan.FromBounds(trace.Span.Start, text.Text.Length));
            var review = Review(policy.Reviewer, previous, trace, progress, cancellationToken);
            stepsChecked += review.StepsChecked;
            raw.Add(review);
        }

        var reviews = raw.MoveToImmutable();
        var lists = before is null ? checklists : checklists.Following(before.Document.Traces, document.Traces);
        var joined = AppliedChecklist.Join(Scored(policy, scores, reviews), policy, lists);
        return new ReviewedDocument(text, policy, document, reviews, Shown(policy, document, joined), stepsChecked);
    }

    // A defect of ours costs one solution, not the document.
    private static TraceReview Review(
        Reviewer reviewer, TraceReview? previous, Trace trace, ReviewProgress progress, CancellationToken cancellationToken)
    {
        try
        {
            return previous is null ? reviewer.Review(trace, cancellationToken) : reviewer.Update(previous, trace, cancellationToken);
        }
        catch (Exception error) when (FailedReview.IsDefect(error))
        {
            progress.Failed(trace, error);
            return FailedReview.Of(trace, error);
        }
    }

    private static TraceDocument Read(TextSnapshot text, ReviewedDocument? before)
    {
        if (before is null)
            return TraceReader.Read(text.Text, text.Identity.Format ?? TraceFormats.FromContent(text.Text));
        return TraceReader.Apply(before.Document, text.EditsSince(before.Text));
    }

    // What could not be read is shown even where nothing else could be.
    private static ImmutableArray<Trace> Reviewable(TraceDocument document) => document.Traces.IsEmpty && !document.Errors.IsEmpty
        ? [new Trace(0, null, null, [], null, TraceSettings.None, new TextSpan(0, document.Text.Length), document.Errors)]
        : document.Traces;

    // The review to build on: at the same place from the start, or from the end where traces came or went before it.
    private static TraceReview? Previous(ImmutableArray<TraceReview> known, Trace trace, int count)
    {
        var sameStart = trace.Index < known.Length ? known[trace.Index] : null;
        if (known.Length == count || (sameStart is not null && MovedTraces.SaysTheSame(sameStart.Trace, trace)))
            return sameStart;
        var fromEnd = trace.Index + known.Length - count;
        return fromEnd >= 0 && fromEnd < known.Length && MovedTraces.SaysTheSame(known[fromEnd].Trace, trace) ? known[fromEnd] : sameStart;
    }

    private static ImmutableArray<TraceReview> Scored(FolderPolicy policy, ScoreBook scores, ImmutableArray<TraceReview> raw) => scores.IsEmpty
        ? raw
        : [.. raw.Select(review => scores.Of(review.Trace) is { } known ? review.WithScores(known, policy.Options) : review)];

    private static ImmutableArray<TraceReview> Shown(FolderPolicy policy, TraceDocument document, ImmutableArray<TraceReview> raw)
    {
        var shown = policy.Filter.Apply(document, raw);
        if (policy.Baseline is not { } baseline)
            return shown;
        var keys = new FindingKeys();
        return [.. shown.Select(review =>
        {
            var own = keys.For(review);
            return own.Any(baseline.Contains) ? review.WithFindings(review.Findings.Where((_, index) => !baseline.Contains(own[index]))) : review;
        })];
    }
}
