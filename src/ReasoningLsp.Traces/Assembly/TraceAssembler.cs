using System.Collections.Immutable;
using ReasoningLsp.Traces.Chunks;
using ReasoningLsp.Traces.Labels;

namespace ReasoningLsp.Traces.Assembly;

/// <summary>Makes traces of the chunks of Markdown, LaTeX or plain text.</summary>
internal static class TraceAssembler
{
    public static TraceDocument Assemble(string text, TraceFormat format, ChunkList chunks, TraceDocument? before)
    {
        var pieces = WithoutBylines(text, Placement.Of(chunks.Chunks));
        var factory = new PartFactory(text, pieces, new PartStore(before?.State as ReadState, chunks));
        var matter = chunks.Chunks.IsEmpty ? null : chunks.Chunks[0].Content.FrontMatter;
        var traces = ImmutableArray.CreateBuilder<Trace>();
        foreach (var sections in SectionSplitter.Split(text, pieces, isSolution: false))
        {
            var own = traces.Count == 0 ? matter : Shared(matter);
            if (new TraceBuilder(text, pieces, sections, factory).Build(traces.Count, own) is { } trace)
                traces.Add(Reuse(trace, before));
        }

        if (traces.Count == 0 && matter is { Problem: not null })
            traces.Add(new Trace(0, null, matter.Problem, [], null, matter.Settings, new TextSpan(0, chunks.Chunks[0].Length), []));
        var errors = ImmutableArray.CreateBuilder<ReadError>();
        if (matter is not null)
            errors.AddRange(matter.Errors);
        var suppressions = ImmutableArray.CreateBuilder<Suppression>();
        var all = traces.ToImmutable();
        SuppressionPlacer.Place(chunks.Chunks, all, text.Length, suppressions, errors);
        return new TraceDocument(text, format, all, suppressions.ToImmutable(), errors.ToImmutable())
        {
            State = new ReadState(chunks, factory.Parts),
        };
    }

    // Whose homework it is stands under its title, and is no step.
    private static List<Placed> WithoutBylines(string text, List<Placed> pieces)
    {
        var at = 0;
        while (at < pieces.Count && (IsTitle(pieces[at]) || !pieces[at].HasContent))
            at++;
        var end = at;
        while (end < pieces.Count && pieces[end] is { Piece.Kind: PieceKind.Text } piece
            && Byline.Is(text.AsSpan()[piece.Start..piece.End]))
            end++;
        if (end < pieces.Count)
            pieces.RemoveRange(at, end - at);
        return pieces;
    }

    private static bool IsTitle(Placed placed) => placed.IsPlainHeading && placed.Piece.Level < PieceMaker.BoldLevel;

    // Front matter stands at the head of the first trace: its problem and answer are that one's.
    private static FrontMatter? Shared(FrontMatter? matter) =>
        matter is null ? null : matter with { Problem = null, Settings = matter.Settings with { Answer = null } };

    private static Trace Reuse(Trace trace, TraceDocument? before)
    {
        if (before is null || trace.Index >= before.Traces.Length)
            return trace;
        var old = before.Traces[trace.Index];
        return TraceEquality.SameParts(old, trace) ? old : trace;
    }
}
