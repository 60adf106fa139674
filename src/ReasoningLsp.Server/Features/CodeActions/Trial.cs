using System.Collections.Immutable;
using ReasoningLsp.Server.Reviewing;
using ReasoningLsp.Traces;

namespace ReasoningLsp.Server.Features.CodeActions;

/// <summary>What an edit would lead to, found out before it is offered.</summary>
internal static class Trial
{
    /// <summary>The document as it would be reviewed after <paramref name="edits"/>.</summary>
    public static ReviewedDocument After(ReviewedDocument reviewed, ImmutableArray<TextEdit> edits, CancellationToken cancellationToken) =>
        DocumentReviewer.Review(reviewed.Text.After(edits), reviewed.Policy, reviewed, cancellationToken);

    /// <summary>Whether both documents say the same: problem, steps and answers, word for word.</summary>
    public static bool SaysTheSame(ReviewedDocument before, ReviewedDocument after) =>
        before.Document.Traces.SelectMany(Texts).SequenceEqual(after.Document.Traces.SelectMany(Texts), StringComparer.Ordinal);

    private static IEnumerable<string> Texts(Trace trace) => trace.Steps.Select(step => step.Text.Text)
        .Concat([trace.Problem?.Text ?? string.Empty, trace.FinalAnswer?.Text ?? string.Empty, trace.Settings.Answer ?? string.Empty]);
}
