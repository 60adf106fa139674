using System.Collections.Immutable;
using ReasoningLsp.Review.Findings;
using ReasoningLsp.Review.Reviews;
using ReasoningLsp.Server.Reviewing;
using ReasoningLsp.Traces;

namespace ReasoningLsp.Server.Features.CodeActions;

/// <summary>The edits that can be made about a finding.</summary>
internal sealed class FindingEdits(PropagatedFixes propagated)
{
    /// <summary>The fixes of a finding; first, where it is certain, the one that takes along what depends on the false value, which is
    /// followed now that a person asks.</summary>
    public ImmutableArray<Fix> Fixes(ReviewedDocument reviewed, TraceReview review, Finding finding, CancellationToken cancellationToken)
    {
        var fixes = finding.Fixes.Sort((left, right) => left.Kind.CompareTo(right.Kind));
        return propagated.Of(reviewed, review, finding, cancellationToken) is { } all ? fixes.Insert(0, all) : fixes;
    }

    /// <summary>The edit of an action, or null where it cannot be made.</summary>
    public ImmutableArray<TextEdit>? Of(
        string action, ReviewedDocument reviewed, TraceReview review, Finding finding, CancellationToken cancellationToken) => action switch
        {
            ActionKind.Exact => finding.Fixes.FirstOrDefault(fix => fix.Kind == FixKind.Exact)?.Edits,
            ActionKind.Propagate => propagated.Of(reviewed, review, finding, cancellationToken)?.Edits,
            ActionKind.SilenceStep => One(SuppressionEdits.ForStep(reviewed, review, finding, cancellationToken)),
            ActionKind.SilenceFile => One(SuppressionEdits.ForFile(reviewed, review, finding, cancellationToken)),
            ActionKind.RemoveComment => One(Comment(reviewed, finding)),
            _ => null,
        };

    // The whole line where the comment stands alone.
    private static TextEdit? Comment(ReviewedDocument reviewed, Finding finding)
    {
        if (!reviewed.Document.Suppressions.Any(suppression => suppression.Span == finding.Span && suppression.Rules.Length == 1))
            return null;
        var line = reviewed.Text.LineAt(finding.Span.Start);
        var text = reviewed.Text.Text;
        var isAlone = text.AsSpan(line.Start, line.Length).Trim().Length == finding.Span.Length;
        if (!isAlone)
            return new TextEdit(finding.Span, string.Empty);
        var after = line.End;
        if (after < text.Length && text[after] == '\r')
            after++;
        if (after < text.Length && text[after] == '\n')
            after++;
        return new TextEdit(TextSpan.FromBounds(line.Start, after), string.Empty);
    }

    private static ImmutableArray<TextEdit>? One(TextEdit? edit) => edit is null ? null : [edit];
}
