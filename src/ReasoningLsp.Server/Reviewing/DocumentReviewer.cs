using System.Collections.Immutable;
using ReasoningLsp.Review.Findings;
using ReasoningLsp.Review.Folders;
using ReasoningLsp.Review.Inputs;
using ReasoningLsp.Review.Pipeline;
using ReasoningLsp.Review.Reviews;
using ReasoningLsp.Review.Running;
using ReasoningLsp.Server.Checklists;
using ReasoningLsp.Server.Documents;
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
    public static ReviewedDocument Review(
        TextSnapshot text, FolderPolicy policy, ReviewedDocument? before, CancellationToken cancellationToken) =>
        Review(text, policy, before, ScoreBook.Empty, ProgramBook.Empty, ChecklistBook.Empty, ReviewProgress.Silent, cancellationToken);

    /// <summary>
    /// Reviews <paramref name="text"/>. Only what differs from <paramref name="before"/> is read, and only what depends on that
    /// is checked; <paramref name="scores"/> and <paramref name="programs"/> that still hold and the verdicts of checklists are joined in.
    /// </summary>
    public static ReviewedDocument Review(
        TextSnapshot text,
        FolderPolicy policy,
        ReviewedDocument? before,
        ScoreBook scores,
        ProgramBook programs,
        ChecklistBook checklists,
        ReviewProgress progress,
        CancellationToken cancellationToken)
    {
        progress.Left(new TextSpan(0, text.Text.Length));
        var exact = DocumentReview.Exact(Read(text, before), policy, before?.Review, progress, cancellationToken);
        var lists = before is null ? checklists : checklists.Following(before.Document.Traces, exact.Document.Traces);
        var joined = AppliedChecklist.Join(Scored(policy, scores, programs.Join(exact.Reviews, policy.Options)), policy, lists);
        var mended = MendedValues.Following(before, text, exact.Document);
        if (!mended.IsEmpty)
            joined = [.. joined.Select(review => review.WithMended(mended, policy.Options))];
        return new ReviewedDocument(text, exact.With(joined).Filtered().WithPeople(text.Identity.Path)) { Mended = mended };
    }

    private static TraceDocument Read(TextSnapshot text, ReviewedDocument? before)
    {
        if (before is null)
            return TraceReader.Read(text.Text, text.Identity.Format ?? TraceFormats.FromContent(text.Text));
        return TraceReader.Apply(before.Document, text.EditsSince(before.Text));
    }

    private static ImmutableArray<TraceReview> Scored(FolderPolicy policy, ScoreBook scores, ImmutableArray<TraceReview> raw) =>
        scores.IsEmpty
        ? raw
        : [.. raw.Select(review => scores.Of(review.Trace) is { } known ? Undoubted(review, review.WithScores(known, policy.Options))
            : review)];

    // What exact checks have proven no model doubts.
    private static TraceReview Undoubted(TraceReview exact, TraceReview scored) => scored.WithFindings(scored.Findings.Where(
        finding => !(finding.Rule == RuleCatalog.LowScore || finding.Rule == RuleCatalog.ScoreDrop)
            || finding.Step is not { } step || !exact.Steps[step].IsProven));
}
