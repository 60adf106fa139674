using System.Collections.Concurrent;
using System.Runtime.CompilerServices;
using ReasoningLsp.Review.Findings;
using ReasoningLsp.Review.Fixing;
using ReasoningLsp.Review.Reviews;
using ReasoningLsp.Server.Reviewing;

namespace ReasoningLsp.Server.Features.CodeActions;

/// <summary>
/// Fixes that take along what depends on a false value. Each costs a review, and editors ask for actions at every move of
/// the caret: it is worked out once for a reviewed document, when first asked for. Thread-safe.
/// </summary>
internal sealed class PropagatedFixes
{
    private readonly ConditionalWeakTable<ReviewedDocument, Known> _documents = [];

    /// <summary>The fix of a finding, or null where there is none.</summary>
    public Fix? Of(ReviewedDocument reviewed, TraceReview review, Finding finding, CancellationToken cancellationToken)
    {
        if (!finding.Fixes.Any(fix => fix.Kind == FixKind.Exact))
            return null;
        var known = _documents.GetValue(reviewed, document => new Known(reviewed.Policy.Propagation));
        if (known.Fixes.TryGetValue(finding, out var fix))
            return fix;
        return known.Fixes[finding] = known.Propagation.For(reviewed.Document, review, finding, cancellationToken);
    }

    private sealed record Known(Propagation Propagation)
    {
        // Two findings that say the same are two.
        public ConcurrentDictionary<object, Fix?> Fixes { get; } = new(ReferenceEqualityComparer.Instance);
    }
}
