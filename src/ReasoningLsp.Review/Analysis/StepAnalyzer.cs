using System.Collections.Immutable;
using ReasoningLsp.Mathematics.Notation;
using ReasoningLsp.Traces;

namespace ReasoningLsp.Review.Analysis;

/// <summary>Reads the mathematics of a step.</summary>
internal static class StepAnalyzer
{
    public static StepAnalysis Analyze(string text, ImmutableArray<TextSpan> code, LexerOptions lexing, ParserOptions parsing, CancellationToken cancellationToken)
    {
        var regions = TextSegmenter.Segment(text, code)
            .Select(segment => new NotationRegion(segment.Content.Start, segment.Content.Length, ModeOf(segment.Kind)))
            .ToList();
        var lexed = Lexer.Lex(text, regions, lexing);
        var chains = RelationFinder.Find(lexed.Tokens, parsing, cancellationToken);
        var annotations = lexed.Annotations
            .SelectMany(tokens => RelationFinder.Find(tokens, parsing, cancellationToken).Select(chain => (tokens, chain)))
            .ToImmutableArray();
        return new StepAnalysis(text, lexed.Tokens, chains, annotations, parsing);
    }

    private static NotationMode ModeOf(SegmentKind kind) => kind switch
    {
        SegmentKind.Prose => NotationMode.Prose,
        SegmentKind.Code => NotationMode.Skip,
        _ => NotationMode.Math,
    };
}
