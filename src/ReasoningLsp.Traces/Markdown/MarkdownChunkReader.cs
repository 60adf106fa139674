using ReasoningLsp.Traces.Chunks;
using ReasoningLsp.Traces.Plain;
using ReasoningLsp.Traces.Yaml;

namespace ReasoningLsp.Traces.Markdown;

/// <summary>Markdown, paragraph by paragraph.</summary>
internal sealed class MarkdownChunkReader : IChunkReader
{
    private readonly ParagraphCutter _cutter = new();

    public (int End, int Reach) Next(string text, int start) => _cutter.Next(text, start);

    public ChunkContent Read(string text, int start, int end)
    {
        if (start == 0 && FrontMatterReader.Find(text) is { End: > 0 })
            return new ChunkContent { FrontMatter = FrontMatterReader.Read(text[..end]) };
        return MarkdownPieces.Read(text[start..end]);
    }
}
