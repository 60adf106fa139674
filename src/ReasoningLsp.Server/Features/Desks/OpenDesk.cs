using ReasoningLsp.Review.Decisions;
using ReasoningLsp.Review.Files;
using ReasoningLsp.Runs.Composites;
using ReasoningLsp.Runs.Desks;
using ReasoningLsp.Runs.Records;
using ReasoningLsp.Runs.Storage;
using ReasoningLsp.Server.Protocol;
using ReasoningLsp.Server.Sessions;

namespace ReasoningLsp.Server.Features.Desks;

/// <summary>A desk that a client has open. It is filled away from the message loop, and what is there can be looked at meanwhile.</summary>
internal sealed class OpenDesk : IDisposable
{
    private readonly CancellationTokenSource _stop = new();
    private readonly Session _session;
    private readonly int _number;
    private readonly string? _own;
    private DeskLines? _lines;

    /// <summary>Opens it and begins to fill it.</summary>
    public OpenDesk(Session session, int number, DeskPlace place)
    {
        (_session, _number, Place) = (session, number, place);
        _own = place.Lines is null ? session.Files.FileNamed($"desk-{number}.jsonl") : null;
        Filled = Task.Run(Fill);
    }

    /// <summary>What it was opened of.</summary>
    public DeskPlace Place { get; }

    /// <summary>The list.</summary>
    public Desk Desk { get; } = new();

    /// <summary>Ends when all is read.</summary>
    public Task Filled { get; }

    /// <summary>What was fitted from all signals of steps, or null; not before all is read.</summary>
    public Composite? Steps { get; private set; }

    /// <summary>Why not all could be read, or null.</summary>
    public string? Problem { get; private set; }

    /// <summary>What can be undone, the last first.</summary>
    public Stack<(int Row, string Said, IReadOnlyList<Decision> Back)> Done { get; } = new();

    /// <summary>What people said.</summary>
    public DecisionLog Decisions => _session.Policies.For(Place.Home).Decisions;

    /// <summary>A row.</summary>
    /// <exception cref="LspException">There is none of that number.</exception>
    public DeskRow Row(int row)
    {
        var rows = Desk.Rows;
        return row >= 0 && row < rows.Count ? rows[row]
            : throw new LspException(LspError.InvalidParams, "There is no such row; the desk was opened anew since.");
    }

    /// <summary>The trace that the line of a row holds.</summary>
    public RunTrace Read(int row)
    {
        try
        {
            return RunTraceReader.Parse(_lines!.Line(Row(row)).AsMemory())
                ?? throw new FormatException("The line was changed; open the desk again.");
        }
        catch (Exception error) when (error is IOException or FormatException)
        {
            throw new LspException(LspError.RequestFailed, error.Message);
        }
    }

    /// <inheritdoc/>
    public void Dispose()
    {
        _stop.Cancel();
        _ = Filled.ContinueWith(
            _ =>
            {
                _lines?.Dispose();
                _stop.Dispose();
                if (_own is not null)
                    File.Delete(_own);
            }, TaskScheduler.Default);
    }

    private void Fill()
    {
        try
        {
            using var output = _own is null ? Stream.Null
                : new FileStream(_own, FileMode.Create, FileAccess.Write, FileShare.ReadWrite | FileShare.Delete);
            _lines = new DeskLines(_own ?? Place.Lines!);
            foreach (var rows in _own is null ? _lines.Rows(_stop.Token) : new DeskFill(_session, Place).Rows(output, _stop.Token))
            {
                Desk.Add(rows);
                Tell(isComplete: false);
            }
        }
        catch (OperationCanceledException)
        {
            return;
        }
        catch (AggregateException error) when (error.InnerException is FormatException format)
        {
            Problem = format.Message;
        }
        catch (Exception error) when (error is IOException or UnauthorizedAccessException or FormatException)
        {
            Problem = error is FormatException ? error.Message : FileReason.Of(Place.Path, error);
        }

        // A run's lines stand in its folder, where what was fitted to people's words on it is found.
        var run = Path.GetDirectoryName(Place.Lines) is { } folder ? new RunFolder(Path.GetFileName(folder), folder) : null;
        Steps = run is null ? null : CompositeFile.Of(run, ofSteps: true);
        Desk.Complete(Decisions, run is null ? null : CompositeFile.Of(run));
        Tell(isComplete: true);
    }

    private void Tell(bool isComplete) =>
        _ = _session.Client.DeskChangedAsync(new DeskChangedParams(_number, Desk.Rows.Count, isComplete, Problem));
}
