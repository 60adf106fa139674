using System.Collections.Immutable;
using ReasoningLsp.Server.Documents;
using ReasoningLsp.Server.Features.Rules;
using ReasoningLsp.Server.Protocol;
using ReasoningLsp.Server.Reviewing;
using ReasoningLsp.Server.Sessions;

namespace ReasoningLsp.Server.Features.Diagnostics;

/// <summary>What is shown of one document, from review to review. Thread-safe.</summary>
internal sealed class ShownDiagnostics(Session session, Action released) : IDisposable
{
    private readonly Lock _gate = new();
    private readonly Lock _sending = new();
    private DiagnosticState _state = DiagnosticState.Nothing;
    private ITimer? _timer;

    /// <summary>What is shown now.</summary>
    public DiagnosticState State
    {
        get
        {
            lock (_gate)
                return _state;
        }
    }

    /// <summary>A review came in.</summary>
    public void Take(ReviewedDocument? reviewed)
    {
        lock (_gate)
        {
            var held = reviewed is not null && session.Settings.HoldBack ? HeldRegion(reviewed) : null;
            _state = reviewed is null
                ? DiagnosticState.Nothing
                : new DiagnosticState(reviewed, HeldFindings.Visible(reviewed, held, _state.Visible, Since(reviewed)), held);
            Wait();
        }
    }

    /// <summary>Shows what waits. Returns whether anything did.</summary>
    public bool Release()
    {
        lock (_gate)
        {
            if (!_state.Waits)
                return false;
            _state = _state with { Visible = [.. _state.Reviewed!.Findings], Held = null };
            return true;
        }
    }

    /// <summary>The caret was seen at a place: what waits in a step that it left is shown. Returns whether anything was.</summary>
    public bool ReleaseUnless(Position caret)
    {
        var state = State;
        if (state is not { Waits: true, Reviewed: { } reviewed, Held: { } held })
            return false;
        var offset = reviewed.Text.Positions.OffsetOf(caret);
        return !held.Touches(new Traces.TextSpan(offset, 0)) && Release();
    }

    /// <summary>Sends, one after the other.</summary>
    public void InOrder(Action send)
    {
        lock (_sending)
            send();
    }

    /// <summary>The diagnostics as the client can show them.</summary>
    public ImmutableArray<Diagnostic> Diagnostics()
    {
        var state = State;
        if (state.Reviewed is not { } reviewed)
            return [];
        var links = RulePageLinks.Of(session);
        var visible = state.Visible.ToHashSet(ReferenceEqualityComparer.Instance);
        return [.. reviewed.Reviews.SelectMany(review => review.Findings.Where(visible.Contains)
            .Select(finding => DiagnosticConverter.Of(finding, review, reviewed, session.Profile, links)))];
    }

    /// <inheritdoc/>
    public void Dispose()
    {
        lock (_gate)
        {
            _timer?.Dispose();
            _timer = null;
        }
    }

    // Typing that is long past (the review was renewed for another reason) holds nothing back.
    private Traces.TextSpan? HeldRegion(ReviewedDocument reviewed) =>
        reviewed.Text.Typing is { } typing && Remaining(typing) > TimeSpan.Zero ? HeldFindings.Region(reviewed) : null;

    private TimeSpan Remaining(Typing typing) => Typing.Patience - session.Clock.GetElapsedTime(typing.When);

    private ImmutableArray<Traces.TextEdit> Since(ReviewedDocument reviewed) =>
        _state.Reviewed is { } before ? reviewed.Text.EditsSince(before.Text) : [];

    private void Wait()
    {
        _timer?.Dispose();
        _timer = null;
        if (_state.Waits && _state.Reviewed!.Text.Typing is { } typing)
            _timer = session.Clock.CreateTimer(_ => Expire(typing), null, Remaining(typing), Timeout.InfiniteTimeSpan);
    }

    private void Expire(Typing typing)
    {
        // A keystroke may have come in since this timer was set.
        if (State.Reviewed?.Text.Typing == typing && Release())
            released();
    }
}
