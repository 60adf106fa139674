using ReasoningLsp.Review.Folders;
using ReasoningLsp.Review.Pipeline;
using ReasoningLsp.Server.Checklists;
using ReasoningLsp.Server.Documents;
using ReasoningLsp.Server.Transport;

namespace ReasoningLsp.Server.Reviewing;

/// <summary>
/// An open document and its one slot for reviewing: however many texts arrive while a review runs, only the last
/// of them is reviewed next. Changes are taken at once; nothing here waits for a review but who asks for one.
/// </summary>
internal sealed class OpenDocument : IDisposable
{
    private readonly FolderPolicies _policies;
    private readonly IReviewObserver _observer;
    private readonly ServerLog _log;
    private readonly Lock _gate = new();
    private readonly CancellationTokenSource _close = new();
    private readonly CancellationToken _closed;
    private TextSnapshot _text;
    private ReviewedDocument? _reviewed;
    private TaskCompletionSource _finished = new(TaskCreationOptions.RunContinuationsAsynchronously);
    private long _wanted;
    private long _done = -1;
    private ScoreBook _scores = ScoreBook.Empty;
    private ProgramBook _programs = ProgramBook.Empty;
    private ChecklistBook _checklists = ChecklistBook.Empty;
    private bool _isNamed;
    private SolutionGuess? _guess;
    private bool _busy;

    /// <summary>A document that is not reviewed before <see cref="Renew"/> asks for it.</summary>
    public OpenDocument(TextSnapshot text, FolderPolicies policies, IReviewObserver observer, ServerLog log)
    {
        _text = text;
        _policies = policies;
        _observer = observer;
        _log = log;
        _closed = _close.Token;
    }

    /// <summary>The text as it is now.</summary>
    public TextSnapshot Text
    {
        get
        {
            lock (_gate)
                return _text;
        }
    }

    /// <summary>Whether the document is still open.</summary>
    public bool IsOpen => !_closed.IsCancellationRequested;

    /// <summary>Whether a document that does not ask for review looks as if it held a solution.</summary>
    public bool LooksLikeSolution
    {
        get
        {
            lock (_gate)
                return _guess?.Looks == true;
        }
    }

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

    /// <summary>
    /// What is known of the scores of its steps. Setting it reviews the document again, for which nothing is checked anew.
    /// </summary>
    public ScoreBook Scores
    {
        get
        {
            lock (_gate)
                return _scores;
        }

        set
        {
            lock (_gate)
            {
                _scores = value;
                Want();
            }
        }
    }

    /// <summary>
    /// What came of running its programs. Setting it reviews the document again, for which nothing is checked anew.
    /// </summary>
    public ProgramBook Programs
    {
        get
        {
            lock (_gate)
                return _programs;
        }

        set
        {
            lock (_gate)
            {
                _programs = value;
                Want();
            }
        }
    }

    /// <summary>Which checklists a person applied, and what a judge answered.</summary>
    public ChecklistBook Checklists
    {
        get
        {
            lock (_gate)
                return _checklists;
        }
    }

    /// <summary>More is known of the checklists: the document is reviewed again, for which nothing is checked anew.</summary>
    public void Note(Func<ChecklistBook, ChecklistBook> change)
    {
        lock (_gate)
        {
            _checklists = change(_checklists);
            Want();
        }
    }

    /// <summary>Closes the document: nothing more is reviewed or published.</summary>
    public void Dispose()
    {
        _close.Cancel();
        _close.Dispose();
        lock (_gate)
            _finished.TrySetResult();
    }

    /// <summary>
    /// The review of the text as it is now, or of a later one; null where the document does not ask for review or is closed.
    /// </summary>
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

    private void Work()
    {
        while (true)
        {
            TextSnapshot next;
            ReviewedDocument? before;
            long wanted;
            ScoreBook scores;
            ProgramBook programs;
            ChecklistBook checklists;
            bool isNamed;
            lock (_gate)
            {
                if (_done == _wanted || _closed.IsCancellationRequested)
                {
                    _busy = false;
                    return;
                }

                (next, before, scores, programs) = (_text, _reviewed, _scores, _programs);
                (checklists, wanted, isNamed) = (_checklists, _wanted, _isNamed);
            }

            Finish(before, Review(next, before, scores, programs, checklists, isNamed), wanted);
        }
    }

    private ReviewedDocument? Review(
        TextSnapshot next, ReviewedDocument? before, ScoreBook scores, ProgramBook programs, ChecklistBook checklists, bool isNamed)
    {
        try
        {
            var policy = _policies.For(next.Identity.Path is { } path ? Path.GetDirectoryName(path) : null);
            if (!isNamed && !DocumentReviewer.Asks(next, policy))
            {
                // Only the one review that runs sets it.
                var guess = SolutionGuess.Of(next, _guess);
                lock (_gate)
                    _guess = guess;
                return null;
            }

            var progress = new ReviewProgress(
                left => _observer.Progressed(this, next, left),
                (trace, error) => _log.Write($"Solution {trace.Index + 1} of {next.Identity.Uri} could not be reviewed", error));
            return DocumentReviewer.Review(next, policy, before, scores, programs, checklists, progress, _closed);
        }
        catch (OperationCanceledException)
        {
            return null;
        }
        catch (Exception error)
        {
            // A server never dies of a document.
            _log.Write($"The review of {next.Identity.Uri} failed", error);
            return null;
        }
    }

    private void Show(ReviewedDocument? reviewed)
    {
        try
        {
            _observer.Reviewed(this, reviewed);
        }
        catch (Exception error)
        {
            _log.Write($"What was found in {Text.Identity.Uri} could not be shown", error);
        }
    }

    private void Finish(ReviewedDocument? before, ReviewedDocument? reviewed, long wanted)
    {
        TaskCompletionSource finished;
        bool stands;
        lock (_gate)
        {
            _reviewed = reviewed;
            // As the review saw it, whatever was noted meanwhile.
            if (before is not null && reviewed is not null)
                _checklists = _checklists.Following(before.Document.Traces, reviewed.Document.Traces);
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
