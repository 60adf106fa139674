using ReasoningLsp.Traces.Solutions;

namespace ReasoningLsp.Traces.Streams;

/// <summary>A reply that was sent in pieces.</summary>
internal sealed class StreamedReply
{
    private readonly List<MappedText> _texts = [], _thoughts = [];
    private TextSpan? _span;

    public void Add(StreamedPiece piece, TextSpan span)
    {
        if (piece.Text is { Text.Length: > 0 } text)
            _texts.Add(text);
        if (piece.Thought is { Text.Length: > 0 } thought)
            _thoughts.Add(thought);
        _span = TextSpan.FromBounds(_span?.Start ?? span.Start, span.End);
    }

    /// <summary>The solution that it is; null where nothing was said.</summary>
    public Trace? Read(int index)
    {
        if (_texts.Count + _thoughts.Count == 0 || _span is not { } span)
            return null;
        var solution = SolutionText.Empty;
        if (_thoughts.Count > 0)
            solution = solution.Then(SolutionText.SplitThoughts(MappedText.Join(string.Empty, _thoughts)));
        if (_texts.Count > 0)
            solution = solution.Then(SolutionText.Split(MappedText.Join(string.Empty, _texts)));
        return new Trace(index, null, null, solution.Steps, solution.FinalAnswer, TraceSettings.None, span, solution.Errors);
    }
}
