using System.Collections.Immutable;
using ReasoningLsp.Traces.Assembly;
using ReasoningLsp.Traces.Chunks;
using ReasoningLsp.Traces.Inline;
using ReasoningLsp.Traces.Markdown;
using ReasoningLsp.Traces.Plain;

namespace ReasoningLsp.Traces.Solutions;

/// <summary>What the text of a whole solution holds.</summary>
internal sealed record SolutionText(ImmutableArray<Step> Steps, MappedText? FinalAnswer, ImmutableArray<ReadError> Errors)
{
    public static SolutionText Empty { get; } = new([], null, []);

    /// <summary>Splits a solution written in one piece, as Markdown, the way models write.</summary>
    /// <remarks>Special tokens of a model's format around it are no text of it.</remarks>
    public static SolutionText Split(MappedText written)
    {
        var whole = written.Slice(SpecialTokens.Within(written.Text));
        var chunks = ChunkList.Read(whole.Text, new SolutionChunkReader());
        var pieces = Placement.Of(chunks.Chunks);
        var factory = new PartFactory(whole.Text, pieces, new PartStore(null, chunks));
        var steps = ImmutableArray.CreateBuilder<Step>();
        var errors = ImmutableArray.CreateBuilder<ReadError>();
        MappedText? answer = null;
        foreach (var sections in SectionSplitter.Split(whole.Text, pieces, isSolution: true))
        {
            if (new TraceBuilder(whole.Text, pieces, sections, factory).Build(0, null) is not { } trace)
                continue;
            answer = trace.FinalAnswer?.Through(whole) ?? answer;
            errors.AddRange(trace.Errors.Select(error => error with { Span = whole.ToOriginal(error.Span) }));
            foreach (var step in trace.Steps)
                steps.Add(step with { Index = steps.Count, Text = step.Text.Through(whole), Span = whole.ToOriginal(step.Span) });
        }

        return new SolutionText(steps.ToImmutable(), answer, errors.ToImmutable());
    }

    /// <summary>Thoughts of a model, written in one piece.</summary>
    public static SolutionText SplitThoughts(MappedText whole)
    {
        var split = Split(whole);
        return split with { Steps = [.. split.Steps.Select(step => step with { IsThought = true })] };
    }

    /// <summary>This text, then <paramref name="next"/>.</summary>
    public SolutionText Then(SolutionText next)
    {
        if (ReferenceEquals(this, Empty))
            return next;
        var count = Steps.Length;
        var steps = Steps.AddRange(next.Steps.Select(step => step with { Index = count + step.Index }));
        return new SolutionText(steps, next.FinalAnswer ?? FinalAnswer, Errors.AddRange(next.Errors));
    }

    /// <summary>This solution, read from the reviewed text of <paramref name="outer"/>, at its places in outer's original.</summary>
    public SolutionText Through(MappedText outer) => new(
        [.. Steps.Select(step => step with { Text = step.Text.Through(outer), Span = outer.ToOriginal(step.Span) })],
        FinalAnswer?.Through(outer), [.. Errors.Select(error => error with { Span = outer.ToOriginal(error.Span) })]);

    // A reply has no front matter, whatever it begins with, and cannot switch rules off.
    private sealed class SolutionChunkReader : IChunkReader
    {
        private readonly ParagraphCutter _cutter = new();

        public (int End, int Reach) Next(string text, int start) => _cutter.Paragraphs(text, start);

        public ChunkContent Read(string text, int start, int end) => MarkdownPieces.Read(text[start..end]);
    }
}
