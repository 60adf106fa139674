using System.Collections.Immutable;
using ReasoningLsp.Mathematics.Notation;
using ReasoningLsp.Review.Analysis;
using ReasoningLsp.Review.Checking;
using ReasoningLsp.Review.Equations;
using ReasoningLsp.Review.Findings;
using ReasoningLsp.Review.Relations;
using ReasoningLsp.Review.Reviews;
using ReasoningLsp.Traces;

namespace ReasoningLsp.Review.Running;

/// <summary>Runs the exact checks over traces. Thread-safe; one instance serves all cores.</summary>
public sealed class Reviewer : IExactReviewer
{
    private readonly ReviewOptions _options;
    private readonly Toolbox _tools = new();

    /// <summary>A reviewer under <paramref name="options"/>.</summary>
    public Reviewer(ReviewOptions options) => _options = options;

    /// <summary>Reviews one trace from nothing.</summary>
    public TraceReview Review(Trace trace, CancellationToken cancellationToken) => Review(trace, null, cancellationToken);

    /// <summary>
    /// Reviews <paramref name="trace"/> after an edit of the trace that <paramref name="previous"/> reviewed:
    /// only steps whose own text or whose facts changed are checked again.
    /// </summary>
    public TraceReview Update(TraceReview previous, Trace trace, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(previous);
        ArgumentNullException.ThrowIfNull(trace);
        // An edit moves every solution behind it: thousands, of which nothing is asked again.
        return previous.Snapshot is { } snapshot && trace.IsMoved(previous.Trace) && snapshot.Whole.All(found => found.IsMovable)
            ? Assembler.Assemble(trace, snapshot with { StepsChecked = 0 }, snapshot.Whole, _options, cancellationToken)
            : Review(trace, previous.Snapshot, cancellationToken);
    }

    private TraceReview Review(Trace trace, ReviewSnapshot? previous, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(trace);
        var hints = KnownHints.Of(trace, previous);
        var textTraits = ProblemTraits.Of(trace, hints.Whole);
        var functions = KnownFunctions.Of(trace, previous);
        var parsing = ParserOptions.Default with
        {
            Functions = functions,
            StarIsDefined = textTraits.StarIsDefined,
            Combinations = textTraits.CountsWays,
            IsComplex = textTraits.IsComplex,
        };
        var readAlike = previous is not null && previous.TextTraits == textTraits && previous.Functions.SetEquals(functions) ? previous
            : null;
        var problem = trace.Problem is { } text
            ? readAlike?.ProblemFor(text.Text)
                ?? StepAnalyzer.Analyze(text.Text, [], hints.Problem, textTraits, parsing, _tools, cancellationToken) : null;
        var traits = LinkReader.StatesFalsehood(problem, _tools, cancellationToken) ? textTraits with { RedefinesNotation = true }
            : textTraits;
        var reusable = readAlike?.Traits == traits ? readAlike : null;
        var kept = trace.Steps.Select((step, i) => reusable?.ResultFor(step, i)).ToArray();
        var analyses = ImmutableArray.CreateBuilder<StepAnalysis>(trace.Steps.Length);
        for (var i = 0; i < trace.Steps.Length; i++)
        {
            cancellationToken.ThrowIfCancellationRequested();
            var step = trace.Steps[i];
            analyses.Add(kept[i]?.Analysis
                ?? StepAnalyzer.Analyze(step.Text.Text, step.Code, hints.Steps[i], traits, parsing, _tools, cancellationToken));
        }

        var ledger = new Ledger(traits, problem, analyses.MoveToImmutable());
        var numerals = new OtherNumerals(traits, Reread, (analysis, facts) => Check(analysis, facts, cancellationToken));
        var results = ImmutableArray.CreateBuilder<StepResult>(trace.Steps.Length);
        var ran = 0;
        for (var i = 0; i < trace.Steps.Length; i++)
        {
            if (kept[i] is { } result && result.Reads.All(read => read.Stands(ledger, i)))
            {
                results.Add(result);
                continue;
            }

            ran++;
            results.Add(numerals.Weigh(Check(ledger.Steps[i], new RecordingFacts(ledger, i), cancellationToken), i));
        }

        var steps = results.MoveToImmutable();
        var whole = CheckWhole(new TraceContext(trace, problem, steps, cancellationToken));
        var snapshot = new ReviewSnapshot(traits, functions, problem, steps, ran) { TextTraits = textTraits, Whole = whole };
        return Assembler.Assemble(trace, snapshot, whole, _options, cancellationToken);

        Ledger Reread(ProblemTraits other) => new(other,
            trace.Problem is { } given
                ? StepAnalyzer.Analyze(given.Text, [], hints.Problem, other, parsing, _tools, cancellationToken) : null,
            [.. trace.Steps.Select((step, i) =>
                StepAnalyzer.Analyze(step.Text.Text, step.Code, hints.Steps[i], other, parsing, _tools, cancellationToken))]);
    }

    private StepResult Check(StepAnalysis analysis, RecordingFacts facts, CancellationToken cancellationToken)
    {
        var links = LinkReader.Read(analysis, facts.Traits, _tools, cancellationToken);
        var context = new StepContext(analysis, links, facts, _tools, cancellationToken);
        foreach (var check in CheckCatalog.Steps)
        {
            cancellationToken.ThrowIfCancellationRequested();
            if (_options.SeverityOf(check.Rule) is not null)
                check.Check(context);
        }

        KnownEquations.Weigh(context);
        return new StepResult(analysis, links, [.. links.Select(context.OutcomeOf), .. context.FactsProven],
            CalculatorNotes.ToldOnce(analysis.Text, context.Drafts), facts.Reads);
    }

    private ImmutableArray<TraceDraft> CheckWhole(TraceContext context)
    {
        var drafts = ImmutableArray.CreateBuilder<TraceDraft>();
        foreach (var check in CheckCatalog.Traces)
        {
            context.CancellationToken.ThrowIfCancellationRequested();
            if (_options.SeverityOf(check.Rule) is not null)
                drafts.AddRange(check.Check(context));
        }

        return drafts.ToImmutable();
    }
}
