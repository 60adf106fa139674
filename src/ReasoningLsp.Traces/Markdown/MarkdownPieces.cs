using Markdig;
using Markdig.Parsers;
using Markdig.Syntax;
using ReasoningLsp.Traces.Chunks;
using ReasoningLsp.Traces.Plain;

namespace ReasoningLsp.Traces.Markdown;

/// <summary>Reads one chunk of Markdown into pieces.</summary>
internal static class MarkdownPieces
{
    private static readonly MarkdownPipeline Pipeline = BuildPipeline();

    public static ChunkContent Read(string text)
    {
        if (string.IsNullOrWhiteSpace(text))
            return ChunkContent.Empty;
        var source = ChunkSource.Of(text);
        if (MarkdownMask.IsHostile(source.Text))
            return PlainPieces.Read(source);
        var pieces = new PieceList(source, numbersInside: false);
        try
        {
            new Walk(source, pieces).Blocks(Markdig.Markdown.Parse(MarkdownMask.Apply(source.Text, source.Segments), Pipeline), 0);
        }
        catch (ArgumentException)
        {
            // The parser's answer to blocks nested a hundred deep.
            return PlainPieces.Read(source);
        }

        return pieces.ToContent();
    }

    private static MarkdownPipeline BuildPipeline()
    {
        var builder = new MarkdownPipelineBuilder();
        // Indented text is indented mathematics here, and angle brackets are inequalities.
        builder.BlockParsers.TryRemove<IndentedCodeBlockParser>();
        builder.BlockParsers.TryRemove<HtmlBlockParser>();
        // Only the lines of blocks are of use, and parsing what is in them would throw the lines away.
        foreach (var parser in builder.BlockParsers)
            parser.Closed += static (_, block) =>
            {
                if (block is LeafBlock leaf)
                    leaf.ProcessInlines = false;
            };
        return builder.Build();
    }

    private sealed class Walk(ChunkSource source, PieceList pieces)
    {
        public void Blocks(ContainerBlock container, int depth)
        {
            foreach (var block in container)
            {
                switch (block)
                {
                    case ListBlock list:
                        Items(list, depth + 1);
                        break;
                    case ContainerBlock inner:
                        Blocks(inner, depth);
                        break;
                    case LeafBlock leaf:
                        Leaf(leaf, depth, null);
                        break;
                }
            }
        }

        private void Items(ListBlock list, int depth)
        {
            foreach (var block in list)
            {
                if (block is not ListItemBlock item)
                    continue;
                var opening = new ItemOpening(item.Span.Start, list.IsOrdered ? item.Order : null);
                if (item.Count == 0)
                    pieces.AddEmptyItem(opening, item.Span.End + 1, depth);
                for (var index = 0; index < item.Count; index++)
                {
                    switch (item[index])
                    {
                        case LeafBlock leaf:
                            Leaf(leaf, depth, index == 0 ? opening : null);
                            break;
                        case ListBlock inner:
                            Items(inner, depth + 1);
                            break;
                        case ContainerBlock inner:
                            Blocks(inner, depth);
                            break;
                    }
                }
            }
        }

        private void Leaf(LeafBlock leaf, int depth, ItemOpening? opening)
        {
            var end = Math.Min(leaf.Span.End + 1, source.Text.Length);
            switch (leaf)
            {
                case ThematicBreakBlock:
                    pieces.Add(new Piece(PieceKind.Break, leaf.Span.Start, end));
                    break;
                case FencedCodeBlock:
                    pieces.AddCode(leaf.Span.Start, end, depth, opening);
                    break;
                case HeadingBlock heading:
                    pieces.AddHeading(heading.Span.Start, end, heading.Level, depth, opening);
                    break;
                default:
                    pieces.AddParagraph(LinesOf(leaf, end), depth, opening);
                    break;
            }
        }

        // The lines without indents and quote marks; both ends of a slice are inclusive.
        private static List<TextSpan> LinesOf(LeafBlock leaf, int end)
        {
            var lines = new List<TextSpan>(leaf.Lines.Count);
            for (var index = 0; index < leaf.Lines.Count; index++)
            {
                ref var slice = ref leaf.Lines.Lines[index].Slice;
                if (slice.End >= slice.Start)
                    lines.Add(TextSpan.FromBounds(slice.Start, slice.End + 1));
            }

            if (lines.Count == 0)
                lines.Add(TextSpan.FromBounds(leaf.Span.Start, end));
            return lines;
        }
    }
}
