using System.Collections.Immutable;
using ReasoningLsp.Review.Reporting;
using ReasoningLsp.Server.Protocol;
using ReasoningLsp.Traces;
using ReasoningLsp.Traces.Segments;

namespace ReasoningLsp.Server.Presentation;

/// <summary>Text as a person reads it: mathematics told apart from words.</summary>
internal static class ReadableText
{
    /// <summary>The parts of a text.</summary>
    public static ImmutableArray<TextPart> Parts(string? text, ImmutableArray<TextSpan> code) => text is null ? []
        : [.. TextSegmenter.Segment(text, code).Select(part => new TextPart(
            KindOf(part.Kind), UnicodeText.WellFormed(text.Substring(part.Content.Start, part.Content.Length))))];

    private static string KindOf(SegmentKind kind) => kind switch
    {
        SegmentKind.InlineMath => "inlineMath",
        SegmentKind.DisplayMath => "displayMath",
        SegmentKind.Code => "code",
        _ => "prose",
    };
}
