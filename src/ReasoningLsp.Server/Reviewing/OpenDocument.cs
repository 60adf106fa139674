using ReasoningLsp.Server.Documents;
using ReasoningLsp.Server.Transport;
using ReasoningLsp.Server.Workspace;

namespace ReasoningLsp.Server.Reviewing;

/// <summary>
/// An open document and its one slot for reviewing: however many texts arrive while a review runs, only the last
/// of them is reviewed next. Changes are taken at once; nothing here waits for a review but who asks for one.
/// </summary>
internal sealed class OpenDocument(TextSnapshot text, FolderPolicies policies, IReviewObserver observer, ServerLog log)
{
    private readonly Lock _gate = new();
    private readonly CancellationTokenSource _closed = new();
    private TextSnapshot _text = text;
    private ReviewedDocument? _reviewed;
    private TaskCompletionSource _finished = new(TaskCreationOptions.RunContinuationsAsynchronously);
    private long _wanted;
    private long _done = -1;
    private bool _isNamed;
    private bool _busy;

    /// <summary>The text as it is now.</summary>
    public TextSnapshot Text
    {
        get
        {
            lock (_gate)
                return _text;
        }
    }

    /// <summary>The last review, of this text or an earlier one; null where there is none.</summary>
    public ReviewedDocument? LastReviewed
    {
        get
        {
            lock (_gate)
                return _reviewed;
        }
    }

    /// <summary>Cancelled when the document is closed.</summary>
    public CancellationToken Closed => _closed.Token;

    /// <summary>Whether the document is still open.</summary>
    public bool IsOpen => !_closed.IsCancellationRequested;

    /// <summary>The text is another.</summary>
    public void Change(TextSnapshot next)
    {
        lock (_gate)
        {
            _text = next;
            Want();
        }
    }

    /// <summary>The document is to be reviewed again: what holds for it may have changed.</summary>
    public void Renew()
    {
        lock (_gate)
            Want();
    }

    /// <summary>A person named this document: it is reviewed whether it asks for that or not.</summary>
    public void Name()
    {
        lock (_gate)
        {
            _isNamed = true;
            Want();
        }
    }

    /// <summary>Nothing more is reviewed or published.</summary>
    public void Close()
    {
        _closed.Cancel();
        lock (_gate)
            _finished.TrySetResult();
    }

    /// <summary>The review of the text as it is when this is called, or of a later one; null where the document does not ask for review or is closed.</summary>
    public async Task<ReviewedDocument?> ReviewedAsync(CancellationToken cancellationToken)
    {
        long wanted;
        lock (_gate)
            wanted = _wanted;
        while (true)
        {
            Task finished;
            lock (_gate)
            {
                if (_done >= wanted || _closed.IsCancellationRequested)
                    return _closed.IsCancellationRequested ? null : _reviewed;
                finished = _finished.Task;
            }

            await finished.WaitAsync(cancellationToken).ConfigureAwait(false);
        }
    }

    private void Want()
    {
        _wanted++;
        if (_busy)
            return;
        _busy = true;
        _ = Task.Run(Work, CancellationToken.None);
    }

    /// <summary>Starts the first review.</summary>
    public void Start() => Renew();

    private void Work()
    {
        while (true)
        {
            TextSnapshot next;
            ReviewedDocument? before;
            long wanted;
            bool isNamed;
            lock (_gate)
            {
                if (_done == _wanted || _closed.IsCancellationRequested)
                {
                    _busy = false;
                    return;
                }

                (next, before, wanted, isNamed) = (_text, _reviewed, _wanted, _isNamed);
            }

            Finish(Review(next, before, isNamed), wanted);
        }
    }

    private ReviewedDocument? Review(TextSnapshot next, ReviewedDocument? before, bool isNamed)
    {
        try
        {
            var policy = policies.For(next.Identity.Path is { } path ? Path.GetDirectoryName(path) : null);
            return isNamed || DocumentReviewer.Asks(next, policy) ? DocumentReviewer.Review(next, policy, before, left => observer.Progressed(this, next, left), _closed.Token) : null;
        }
        catch (OperationCanceledException)
        {
            return null;
        }
        catch (Exception error)
        {
            // A server never dies of a document.
            log.Write($"The review of {next.Identity.Uri} failed", error);
            return null;
        }
    }

    private void Show(ReviewedDocument? reviewed)
    {
        try
        {
            observer.Reviewed(this, reviewed);
        }
        catch (Exception error)
        {
            log.Write($"What was found in {Text.Identity.Uri} could not be shown", error);
        }
    }

    private void Finish(ReviewedDocument? reviewed, long wanted)
    {
        TaskCompletionSource finished;
        bool stands;
        lock (_gate)
        {
            _reviewed = reviewed;
            stands = _wanted == wanted && !_closed.IsCancellationRequested;
        }

        // A review of a text that is gone is a base for the next one and nothing that is shown.
        if (stands)
            Show(reviewed);
        lock (_gate)
        {
            _done = wanted;
            finished = _finished;
            _finished = new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously);
        }

        finished.TrySetResult();
    }
}
