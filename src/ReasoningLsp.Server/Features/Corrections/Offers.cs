using System.Collections.Concurrent;
using System.Collections.Immutable;
using ReasoningLsp.Review.Corrections;
using ReasoningLsp.Server.Reviewing;

namespace ReasoningLsp.Server.Features.Corrections;

/// <summary>What was suggested last for each document, until something else is or it is closed. Thread-safe.</summary>
internal sealed class Offers : IReviewObserver
{
    private readonly ConcurrentDictionary<OpenDocument, (
        ReviewedDocument Reviewed, ImmutableDictionary<int, Correction> Corrections)> _offers = [
        ];
    private int _count;

    /// <summary>Suggests anew: what was on offer for a document is so no more.</summary>
    public void Begin(OpenDocument document, ReviewedDocument reviewed) =>
        _offers[document] = (reviewed, ImmutableDictionary<int, Correction>.Empty);

    /// <summary>Puts one more on offer, unless something else is suggested by now; returns the number by which it is taken.</summary>
    public int Add(OpenDocument document, ReviewedDocument reviewed, Correction correction)
    {
        var id = Interlocked.Increment(ref _count);
        _offers.AddOrUpdate(
            document,
            _ => (reviewed, ImmutableDictionary<int, Correction>.Empty.Add(id, correction)),
            (_, known) => ReferenceEquals(known.Reviewed, reviewed) ? (reviewed, known.Corrections.Add(id, correction)) : known);
        if (!document.IsOpen)
            Closed(document);
        return id;
    }

    /// <summary>The correction of a number, with the document that it is for; null where it is not on offer.</summary>
    public (ReviewedDocument Reviewed, Correction Correction)? Find(OpenDocument document, int? id) =>
        id is { } number && _offers.TryGetValue(document, out var offer) && offer.Corrections.GetValueOrDefault(number) is { } correction
            ? (offer.Reviewed, correction)
            : null;

    /// <inheritdoc/>
    public void Closed(OpenDocument document) => _offers.TryRemove(document, out _);
}
