using System.Collections.Immutable;
using ReasoningLsp.Mathematics.Notation;
using ReasoningLsp.Review.Analysis;
using ReasoningLsp.Review.Answers;
using ReasoningLsp.Review.Reviews;
using ReasoningLsp.Traces;

namespace ReasoningLsp.Review.Fixing.Dependence;

/// <summary>A step, or the section that states the answer, with its numbers in order.</summary>
/// <param name="Step">Index of the step; the number of steps for the answer section.</param>
/// <param name="Text">Its text.</param>
/// <param name="Analysis">What was read of it.</param>
internal sealed record Passage(int Step, MappedText Text, StepAnalysis Analysis)
{
    private readonly Lazy<int?> _announced = new(() => (AnnouncedAnswer.In(Analysis) ?? AnnouncedAnswer.InBox(Analysis))?.Number.Start);

    /// <summary>Whether it is the section that states the answer.</summary>
    public bool IsAnswer { get; init; }

    /// <summary>Where the number stands that it announces as the answer; null where it announces none, or more than a number.</summary>
    public int? Announced => IsAnswer ? AnnouncedAnswer.InSection(Analysis.Text)?.Number.Start : _announced.Value;

    /// <summary>Every chain, those of calculator annotations too, in order of their start.</summary>
    public ImmutableArray<Statement> Chains { get; } = [.. Analysis.Statements.Concat(Analysis.Annotations)
        .OrderBy(statement => statement.Chain.Start)];

    /// <summary>Indexes of the numbers that stand in no chain.</summary>
    public ImmutableArray<int> Prose { get; } = [.. ProseOf(Analysis)];

    /// <summary>A number as written.</summary>
    public string Written(Token token) => Analysis.Text.Substring(token.Start, token.Length);

    /// <summary>The passages of a reviewed trace, or none where the review kept nothing.</summary>
    public static ImmutableArray<Passage> Of(TraceReview review, CancellationToken cancellationToken)
    {
        if (review.Snapshot is not { } snapshot)
            return [];
        var passages = review.Trace.Steps.Select((step, i) => new Passage(i, step.Text, snapshot.Steps[i].Analysis));
        if (review.Trace.FinalAnswer is not { } answer || snapshot.Steps.IsEmpty)
            return [.. passages];
        var analysis = StepAnalyzer.Analyze(answer.Text, [], TextHints.Of(answer.Text), snapshot.Traits,
            snapshot.Steps[0].Analysis.Options, new Toolbox(),
            cancellationToken);
        return [.. passages, new Passage(review.Trace.Steps.Length, answer, analysis) { IsAnswer = true }];
    }

    private static IEnumerable<int> ProseOf(StepAnalysis analysis)
    {
        var from = 0;
        foreach (var chain in analysis.Statements.Select(statement => statement.Chain).OrderBy(chain => chain.FirstToken))
        {
            for (; from < chain.FirstToken; from++)
            {
                if (analysis.Tokens[from].Kind == TokenKind.Number)
                    yield return from;
            }

            from = Math.Max(from, chain.EndToken);
        }

        for (; from < analysis.Tokens.Length; from++)
        {
            if (analysis.Tokens[from].Kind == TokenKind.Number)
                yield return from;
        }
    }
}
