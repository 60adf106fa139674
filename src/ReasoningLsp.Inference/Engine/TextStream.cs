using System.Collections.Immutable;
using System.Text;

namespace ReasoningLsp.Inference.Engine;

/// <summary>Bytes of tokens to text: a character may be spread over several tokens, and a stop over several pieces.</summary>
internal sealed class TextStream(ImmutableArray<string> stops, IProgress<string>? written)
{
    private readonly Decoder _decoder = Encoding.UTF8.GetDecoder();
    private readonly int _longestStop = stops.Select(stop => stop.Length).DefaultIfEmpty(0).Max();
    private char[] _text = new char[256];
    private int _length;
    private int _shown;

    /// <summary>Adds a token's bytes; true where the text ends here.</summary>
    public bool Add(ReadOnlySpan<byte> bytes)
    {
        if (_text.Length < _length + bytes.Length + 1)
            Array.Resize(ref _text, Math.Max(_text.Length * 2, _length + bytes.Length + 1));
        var before = Math.Max(0, _length - _longestStop);
        _length += _decoder.GetChars(bytes, _text.AsSpan(_length), flush: false);
        if (Stop(_text.AsSpan(before, _length - before)) is { } stop)
        {
            _length = before + stop;
            return true;
        }

        // What may be the beginning of a stop is held back.
        Show(_length - Math.Max(0, _longestStop - 1));
        return false;
    }

    /// <summary>The whole text.</summary>
    public string Finish()
    {
        Show(_length);
        return new string(_text, 0, _length);
    }

    private int? Stop(ReadOnlySpan<char> tail)
    {
        int? first = null;
        foreach (var stop in stops)
        {
            if (stop.Length > 0 && tail.IndexOf(stop, StringComparison.Ordinal) is >= 0 and var at && !(first <= at))
                first = at;
        }

        return first;
    }

    private void Show(int end)
    {
        if (end <= _shown)
            return;
        written?.Report(new string(_text, _shown, end - _shown));
        _shown = end;
    }
}
