using System.Collections.Immutable;
using ReasoningLsp.Traces.Inline;
using ReasoningLsp.Traces.Segments;

namespace ReasoningLsp.Traces.Chunks;

/// <summary>A chunk's text with what its markup and mathematics are.</summary>
/// <param name="Text">The text, comments and tags blanked out; offsets as in the file, from the start of the chunk.</param>
/// <param name="Code">Code.</param>
/// <param name="Comments">Everything that is no part of the reviewed text wherever it stands.</param>
/// <param name="Tags">The thought tags.</param>
/// <param name="Segments">Mathematics, code and prose.</param>
/// <param name="Notes">The comments that address the review.</param>
internal sealed record ChunkSource(
    string Text,
    ImmutableArray<TextSpan> Code,
    ImmutableArray<TextSpan> Comments,
    ImmutableArray<ThinkTag> Tags,
    ImmutableArray<Segment> Segments,
    ImmutableArray<ChunkComment> Notes)
{
    public static ChunkSource Of(string text)
    {
        var markup = MarkupScanner.Scan(text);
        var blanked = markup.Blank(text);
        var notes = ImmutableArray.CreateBuilder<ChunkComment>();
        foreach (var comment in markup.Comments)
            if (comment.Length >= 7 && text.AsSpan(comment.Start).StartsWith("<!--", StringComparison.Ordinal)
                && ReviewComment.Read(text.AsSpan(comment.Start + 4, comment.Length - 7), comment) is { } note)
                notes.Add(note);
        return new ChunkSource(blanked, markup.Code, markup.Comments, markup.Tags, TextSegmenter.Segment(blanked, markup.Code),
            notes.ToImmutable());
    }
}
