using System.Collections.Immutable;
using ReasoningLsp.Review.Baselines;
using ReasoningLsp.Review.Decisions;
using ReasoningLsp.Review.Findings;
using ReasoningLsp.Review.Folders;
using ReasoningLsp.Review.Reviews;
using ReasoningLsp.Review.Running;
using ReasoningLsp.Traces;

namespace ReasoningLsp.Review.Pipeline;

/// <summary>
/// The review of a document on its way through the stages: exact first, then whatever adds to it, the filter last. Immutable.
/// </summary>
/// <param name="Document">Its traces.</param>
/// <param name="Policy">What holds for it.</param>
/// <param name="Raw">What the exact checks say of each trace: what the next review builds on.</param>
/// <param name="Reviews">The same as far as the stages came.</param>
/// <param name="StepsChecked">How many steps were checked for this, and not taken from the review before.</param>
public sealed record DocumentReview(
    TraceDocument Document, FolderPolicy Policy, ImmutableArray<TraceReview> Raw, ImmutableArray<TraceReview> Reviews, int StepsChecked)
{
    /// <summary>
    /// The first stage. What <paramref name="before"/> knows of traces that say the same is taken over; of the others only
    /// steps are checked that the edit concerns.
    /// </summary>
    public static DocumentReview Exact(
        TraceDocument document, FolderPolicy policy, DocumentReview? before, ReviewProgress progress, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(document);
        ArgumentNullException.ThrowIfNull(policy);
        ArgumentNullException.ThrowIfNull(progress);
        var known = before is not null && ReferenceEquals(before.Policy.Exact, policy.Exact) ? before.Raw : [];
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

            progress.Left(TextSpan.FromBounds(trace.Span.Start, document.Text.Length));
            var review = Review(policy.Exact, previous, trace, progress, cancellationToken);
            stepsChecked += review.StepsChecked;
            raw.Add(review);
        }

        var reviews = raw.MoveToImmutable();
        return new DocumentReview(document, policy, reviews, reviews, stepsChecked);
    }

    /// <summary>What the stages between made of it.</summary>
    public DocumentReview With(ImmutableArray<TraceReview> reviews) => reviews == Reviews ? this : this with { Reviews = reviews };

    /// <summary>The last stage: what comments silence, people dismissed or a baseline knows is gone.</summary>
    public DocumentReview Filtered() => With(WithoutKnown(Policy.Filter.Apply(Document, Reviews)));

    /// <summary>The last stage where known findings are told apart later, because they are counted over several documents.</summary>
    public DocumentReview FilteredButKnown() => With(Policy.Filter.Apply(Document, Reviews));

    /// <summary>With what people said beside: marks, notes, findings that they confirmed.</summary>
    /// <param name="file">The document's file, or null where it has none.</param>
    public DocumentReview WithPeople(string? file)
    {
        var isSaid = false;
        var reviews = ImmutableArray.CreateBuilder<TraceReview>(Reviews.Length);
        foreach (var review in Reviews)
        {
            var words = Policy.Decisions.Of(() => SolutionName.Of(review.Trace, file),
                review.Findings.Select(finding =>
                    (DecisionSubject.Of(finding.Rule.Id, StepHash.Of(review.Trace, finding), finding.Message), finding.Step)));
            isSaid |= !words.IsEmpty;
            reviews.Add(words.IsEmpty ? review : review with { People = words });
        }

        return isSaid ? With(reviews.MoveToImmutable()) : this;
    }

    /// <summary>With a fix that takes along what depends on the false value, at every finding that can have one.</summary>
    public DocumentReview WithDependents(CancellationToken cancellationToken) =>
        With([.. Reviews.Select(review => Policy.Propagation.AddTo(review, Document, cancellationToken))]);

    /// <summary>
    /// Reviews a trace as it would read after a change: by the same rules, and without what is not shown of this document
    /// because a comment silences it, a person called it wrong or a baseline knows it. Thread-safe.
    /// </summary>
    public Func<Trace, CancellationToken, TraceReview> Recheck()
    {
        var shown = Reviews.SelectMany(Keys).ToHashSet();
        var hidden = Raw.SelectMany(Keys).Where(key => !shown.Contains(key)).ToHashSet();
        return hidden.Count == 0
            ? Policy.Exact.Review
            : (trace, cancellationToken) =>
            {
                var review = Policy.Exact.Review(trace, cancellationToken);
                return review.WithFindings(review.Findings.Where(finding => !hidden.Contains(Key(trace, finding))));
            };
    }

    private static IEnumerable<(Rule Rule, string Step)> Keys(TraceReview review) =>
        review.Findings.Select(finding => Key(review.Trace, finding));

    private static (Rule Rule, string Step) Key(Trace trace, Finding finding) => (finding.Rule, StepHash.Of(trace, finding));

    private ImmutableArray<TraceReview> WithoutKnown(ImmutableArray<TraceReview> shown)
    {
        if (Policy.Baseline is not { } baseline)
            return shown;
        var unknown = new UnknownFindings(baseline);
        return [.. shown.Select(review => unknown.Next(review).Review)];
    }

    // A defect of ours costs one solution, not the document.
    private static TraceReview Review(
        IExactReviewer exact, TraceReview? previous, Trace trace, ReviewProgress progress, CancellationToken cancellationToken)
    {
        try
        {
            return previous is null ? exact.Review(trace, cancellationToken) : exact.Update(previous, trace, cancellationToken);
        }
        catch (Exception error) when (FailedReview.IsDefect(error))
        {
            progress.Failed(trace, error);
            return FailedReview.Of(trace, error);
        }
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
}
