using System.Collections.Immutable;
using ReasoningLsp.Server.Documents;
using ReasoningLsp.Server.Protocol;
using ReasoningLsp.Server.Sessions;
using ReasoningLsp.Traces;

namespace ReasoningLsp.Server.Features.Progress;

/// <summary>Says what of a document is not reviewed yet, once that takes so long that a person may wonder. Thread-safe.</summary>
internal sealed class SlowReview(Session session)
{
    private readonly Lock _gate = new();
    private ITimer? _timer;
    private TextSnapshot? _text;
    private TextSpan _left;
    private bool _said;

    /// <summary>How long a review may take, and how often it is told of.</summary>
    public static TimeSpan Patience { get; } = TimeSpan.FromMilliseconds(100);

    /// <summary>A part of the text is still to be reviewed.</summary>
    public void Progressed(TextSnapshot text, TextSpan left)
    {
        lock (_gate)
        {
            (_text, _left) = (text, left);
            _timer ??= session.Clock.CreateTimer(_ => Say(), null, Patience, Patience);
        }
    }

    /// <summary>All of it is reviewed.</summary>
    public void End()
    {
        lock (_gate)
        {
            _timer?.Dispose();
            _timer = null;
            if (_said && _text is { } text)
                Send(text, []);
            _text = null;
        }
    }

    private void Say()
    {
        lock (_gate)
        {
            if (_text is not { } text)
                return;
            _said = true;
            Send(text, [text.Positions.RangeOf(_left)]);
        }
    }

    private void Send(TextSnapshot text, ImmutableArray<LspRange> processing) => _ = session.Client.FileProgressAsync(
        new FileProgressParams(new VersionedTextDocumentIdentifier(text.Identity.Uri, text.Version), processing));
}
