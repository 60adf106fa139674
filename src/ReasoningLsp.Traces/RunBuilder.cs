using System.Collections.Immutable;

namespace ReasoningLsp.Traces;

/// <summary>Lines up runs one after the other and joins those that continue each other.</summary>
internal sealed class RunBuilder
{
    private readonly List<MappedText.Run> _runs = [];
    private int _length;

    public void Add(int original, int length, int originalLength)
    {
        if (_runs.Count > 0 && _runs[^1] is { IsVerbatim: true } last && length == originalLength
            && last.Original + last.Length == original)
            _runs[^1] = last with { Length = last.Length + length, OriginalLength = last.Length + length };
        else
            _runs.Add(new MappedText.Run(_length, original, length, originalLength));
        _length += length;
    }

    public ImmutableArray<MappedText.Run> ToImmutable() => [.. _runs];
}
