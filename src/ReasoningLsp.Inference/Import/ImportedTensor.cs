using ReasoningLsp.Inference.Gguf;
using ReasoningLsp.Inference.Safetensors;

namespace ReasoningLsp.Inference.Import;

/// <summary>A tensor on its way.</summary>
/// <param name="Name">Its name in GGUF.</param>
/// <param name="Source">Where it is from.</param>
/// <param name="Type">How it is stored.</param>
/// <param name="Heads">Heads whose halves are interleaved, or 0.</param>
internal sealed record ImportedTensor(string Name, SafetensorsTensor Source, TensorType Type, int Heads)
{
    private const int ChunkBytes = 4 << 20;

    /// <summary>Writes it, a few rows at a time: an embedding can be larger than memory.</summary>
    public void Write(Stream stream, CancellationToken cancellationToken)
    {
        var width = (int)Source.Shape[^1];
        var rows = Source.Elements / width;
        var size = SafetensorsReader.SizeOf(Source.Type)!.Value;
        var chunk = Heads > 0 ? 1 : (int)Math.Clamp(ChunkBytes / ((long)width * size), 1, rows);
        var bytes = new byte[chunk * width * size];
        var values = new float[chunk * width];
        using var source = File.OpenHandle(Source.File);
        for (var row = 0L; row < rows; row += chunk)
        {
            cancellationToken.ThrowIfCancellationRequested();
            var count = (int)Math.Min(chunk, rows - row);
            var part = bytes.AsSpan(0, count * width * size);
            var read = RandomAccess.Read(source, part, Source.Offset + (SourceRow(row, rows) * width * size));
            if (read != part.Length)
                throw new EndOfStreamException($"{Path.GetFileName(Source.File)} ends within {Source.Name}.");
            SafetensorsReader.Widen(Source.Type, part, values.AsSpan(0, count * width));
            for (var i = 0; i < count; i++)
                TensorEncoder.Write(stream, values.AsSpan(i * width, width), Type);
        }
    }

    /// <summary>Published: a head's first halves, then its second halves. GGUF: pair by pair.</summary>
    private long SourceRow(long row, long rows)
    {
        if (Heads == 0)
            return row;
        var length = rows / Heads;
        var (head, within) = (row / length, row % length);
        return (head * length) + (within % 2 * (length / 2)) + (within / 2);
    }
}
