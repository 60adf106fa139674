using ReasoningLsp.Traces.Chunks;
using ReasoningLsp.Traces.Yaml;

namespace ReasoningLsp.Traces.Plain;

/// <summary>Plain text is cut as Markdown is, and read line by line.</summary>
internal sealed class PlainChunkReader : IChunkReader
{
    private readonly ParagraphCutter _cutter = new();

    public (int End, int Reach) Next(string text, int start) => _cutter.Next(text, start);

    public ChunkContent Read(string text, int start, int end) =>
        start == 0 && FrontMatterReader.Find(text) is { End: > 0 }
            ? new ChunkContent { FrontMatter = FrontMatterReader.Read(text[..end]) }
            : PlainPieces.Read(text[start..end]);
}
