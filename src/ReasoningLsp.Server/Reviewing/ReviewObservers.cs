using ReasoningLsp.Server.Documents;
using ReasoningLsp.Traces;

namespace ReasoningLsp.Server.Reviewing;

/// <summary>Tells several observers, in the order in which they were added. Complete before the first document is opened.</summary>
internal sealed class ReviewObservers : IReviewObserver
{
    private readonly List<IReviewObserver> _observers = [];

    /// <summary>Adds one.</summary>
    public void Add(IReviewObserver observer) => _observers.Add(observer);

    /// <inheritdoc/>
    public void Progressed(OpenDocument document, TextSnapshot text, TextSpan left)
    {
        foreach (var observer in _observers)
            observer.Progressed(document, text, left);
    }

    /// <inheritdoc/>
    public void Reviewed(OpenDocument document, ReviewedDocument? reviewed)
    {
        foreach (var observer in _observers)
            observer.Reviewed(document, reviewed);
    }

    /// <inheritdoc/>
    public void Closed(OpenDocument document)
    {
        foreach (var observer in _observers)
            observer.Closed(document);
    }
}
