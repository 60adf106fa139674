using System.Collections.Immutable;
using System.Text;

namespace ReasoningLsp.Inference.Engine;

/// <summary>Bytes of tokens to text: a character may be spread over several tokens, and a stop over several pieces.</summary>
internal sealed class TextStream(ImmutableArray<string> stops, IProgress<string>? written)
{
    private readonly Decoder _decoder = Encoding.UTF8.GetDecoder();
    private readonly StringBuilder _text = new();
    private readonly int _longestStop = stops.Select(stop => stop.Length).DefaultIfEmpty(0).Max();
    private int _shown;

    /// <summary>Adds a token's bytes; true where the text ends here.</summary>
    public bool Add(byte[] bytes)
    {
        var characters = new char[bytes.Length + 1];
        var count = _decoder.GetChars(bytes, characters, flush: false);
        var before = Math.Max(0, _text.Length - _longestStop);
        _text.Append(characters, 0, count);
        var tail = _text.ToString(before, _text.Length - before);
        var stop = stops.Where(stop => stop.Length > 0).Select(stop => tail.IndexOf(stop, StringComparison.Ordinal)).Where(at => at >= 0)
            .DefaultIfEmpty(-1).Min();
        if (stop >= 0)
        {
            _text.Length = before + stop;
            return true;
        }

        // What may be the beginning of a stop is held back.
        Show(_text.Length - Math.Max(0, _longestStop - 1));
        return false;
    }

    /// <summary>The whole text.</summary>
    public string Finish()
    {
        Show(_text.Length);
        return _text.ToString();
    }

    private void Show(int end)
    {
        if (end <= _shown)
            return;
        written?.Report(_text.ToString(_shown, end - _shown));
        _shown = end;
    }
}
