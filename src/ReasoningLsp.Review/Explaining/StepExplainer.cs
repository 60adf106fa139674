using System.Collections.Immutable;
using ReasoningLsp.Mathematics.Expressions;
using ReasoningLsp.Mathematics.Judging;
using ReasoningLsp.Review.Analysis;
using ReasoningLsp.Review.Checking;
using ReasoningLsp.Review.Findings;
using ReasoningLsp.Review.Relations;
using ReasoningLsp.Review.Reviews;
using ReasoningLsp.Traces;

namespace ReasoningLsp.Review.Explaining;

/// <summary>Tells of a reviewed step what was read and what was left. Costs nothing until it is asked. Thread-safe.</summary>
public static class StepExplainer
{
    private const int MostReadings = 8;

    private static readonly Toolbox s_tools = new();

    /// <summary>The explanation of a step; null where the trace has no such step or its review kept nothing.</summary>
    /// <param name="review">Of the trace.</param>
    /// <param name="step">From 0.</param>
    /// <param name="concerns">Which relations are told; null for all.</param>
    public static StepExplanation? Of(TraceReview review, int step, Func<RelationOutcome, bool>? concerns = null)
    {
        ArgumentNullException.ThrowIfNull(review);
        if (step < 0 || step >= review.Steps.Length || review.Snapshot is not { } snapshot)
            return null;
        var (result, own, text) = (snapshot.Steps[step], review.Steps[step], review.Trace.Steps[step].Text);
        var relations = result.Links.Zip(own.Relations).Where(pair => concerns?.Invoke(pair.Second) ?? true)
            .Select(pair => Explain(pair.First, pair.Second, result))
            .Concat(result.Relations.Zip(own.Relations).Skip(result.Links.Length).Where(pair => concerns?.Invoke(pair.Second) ?? true)
                .Select(pair => new RelationExplanation(pair.Second.Span, Written(result, pair.First.Span), RelationKind.InWords, [],
                    pair.Second.Verdict, pair.Second.Explanation)));
        var programs = review.Programs.Where(outcome => outcome.Program.Step == step);
        var unread = UnreadText.Of(result.Analysis, programs).Select(part => new UnreadPart(text.ToOriginal(part.Span),
            text.Text.Substring(part.Span.Start, part.Span.Length), part.Reason));
        return new StepExplanation(step, own.State, [.. relations], [.. unread, .. ProgramReasons.Beside(review, step)])
        {
            Givens = GivenAmounts.Of(snapshot, step),
        };
    }

    private static string Written(StepResult result, TextSpan span) => result.Analysis.Text.Substring(span.Start, span.Length).Trim();

    private static RelationExplanation Explain(JudgedLink link, RelationOutcome outcome, StepResult result)
    {
        var kind = KindOf(link);
        return new RelationExplanation(outcome.Span, Written(result, link.Span), kind,
            Readings(link, outcome, result), outcome.Verdict, Reason(link, kind, outcome, result))
        { Open = outcome.Open };
    }

    private static RelationKind KindOf(JudgedLink link) => link switch
    {
        { LeftExpression: null } or { RightExpression: null } => RelationKind.NotUnderstood,
        { Sign: "≡" } => RelationKind.Congruence,
        { Sign: "<" or ">" or "≤" or "≥" or "≠" } => RelationKind.Comparison,
        { Sign: "≈" } => RelationKind.Approximation,
        { Sign: not "=" } => RelationKind.Other,
        { IsNumeric: true } => RelationKind.Arithmetic,
        { Identity.Holds: true } => RelationKind.Identity,
        { LeftExpression: Symbol or FunctionValue } or { RightExpression: Symbol } => RelationKind.Definition,
        _ => RelationKind.Equation,
    };

    private static ImmutableArray<RelationReading> Readings(JudgedLink link, RelationOutcome outcome, StepResult result)
    {
        if (link.LeftExpression is not { } left || link.RightExpression is not { } right)
            return [];
        if (link is not { IsNumeric: true, Sign: "=" or "≈" })
            return [new RelationReading($"{left} {link.Sign} {right}", outcome.Verdict, null)];
        return [.. s_tools.Links.Readings(link.Statement.Tokens, link.Left, link.Right, result.Analysis.Options, MostReadings)
            .Select(reading => new RelationReading($"{reading.Left} {link.Sign} {reading.Right}", VerdictOf(reading.Judgment),
                reading.Reading))];
    }

    private static RelationVerdict VerdictOf(Judgment judgment) => judgment switch
    {
        { Holds: true } => RelationVerdict.Proven,
        { Verdict: Verdict.Fails } => RelationVerdict.Refuted,
        _ => RelationVerdict.Undecided,
    };

    private static string Reason(JudgedLink link, RelationKind kind, RelationOutcome outcome, StepResult result)
    {
        if (outcome.Verdict is RelationVerdict.Proven or RelationVerdict.Refuted)
            return outcome.Explanation;
        if (kind == RelationKind.NotUnderstood)
        {
            var side = link.LeftExpression is null ? link.Left : link.Right;
            var written = result.Analysis.Text.Substring(side.Start, Math.Max(0, side.Length)).Trim();
            var place = link.LeftExpression is null ? "before" : "after";
            return $"what stands {place} {link.Sign} was not understood{(written.Length == 0 ? string.Empty : $": {written}")}";
        }

        var why = Undecided(link, outcome.Open);
        return link.Judgment.Doubt ?? (outcome.Claim is { } claim ? $"{claim}; {why}" : why);
    }

    private static string Undecided(JudgedLink link, OpenReason reason) => reason switch
    {
        OpenReason.Condition => $"a condition on {Unknowns(link)}; what follows is compared with it",
        OpenReason.NothingToCompare => $"what holds depends on {Unknowns(link)}, of which nothing is known",
        OpenReason.NotSettled => $"what is known of {Unknowns(link)} neither proves nor refutes it",
        _ => OpenReasons.WordsOf(reason),
    };

    private static string Unknowns(JudgedLink link)
    {
        var names = ExpressionInspector.Symbols(link.LeftExpression!, link.RightExpression!);
        return names.Count == 0 ? "what its functions stand for" : string.Join(", ", names.Order(StringComparer.Ordinal));
    }
}
