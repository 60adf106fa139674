using System.Collections.Immutable;
using ReasoningLsp.Mathematics.Expressions;
using ReasoningLsp.Mathematics.Notation;
using ReasoningLsp.Review.Analysis;
using ReasoningLsp.Review.Findings;
using ReasoningLsp.Review.Fixing.Dependence;
using ReasoningLsp.Review.Reviews;
using ReasoningLsp.Traces;
using ReasoningLsp.Traces.Reading;

namespace ReasoningLsp.Review.Fixing;

/// <summary>
/// Extends an exact fix to all that depends on the false value: every later number is calculated anew, and the result is
/// reviewed before it is offered. Costs a review of the trace, so it is asked for a finding and not made with every one. Thread-safe.
/// </summary>
/// <param name="review">Reviews a trace as its findings were made.</param>
public sealed class Propagation(Func<Trace, CancellationToken, TraceReview> review)
{
    private const int MostTokens = 20_000;
    private const int MostFindings = 20;

    /// <summary>The reason where the false value stands alone.</summary>
    internal const string NothingDepends = "nothing depends on it";

    private readonly Toolbox _tools = new();

    /// <summary>The review with such a fix at every finding that has one: the first 20 with an exact fix are asked.</summary>
    public TraceReview AddTo(TraceReview reviewed, TraceDocument document, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(reviewed);
        var asked = reviewed.Findings.Where(finding => finding.Fixes is [{ Kind: FixKind.Exact }]).Take(MostFindings).ToList();
        var findings = reviewed.Findings;
        foreach (var finding in asked)
        {
            if (For(document, reviewed, finding, cancellationToken) is { } fix)
                findings = findings.Replace(finding, finding with { Fixes = finding.Fixes.Add(fix) });
        }

        return findings == reviewed.Findings ? reviewed : reviewed with { Findings = findings };
    }

    /// <summary>
    /// The fix that takes dependents along; null where nothing depends on the false value, where that is not certain,
    /// or where the result would not pass the checks.
    /// </summary>
    /// <param name="document">The document as it was reviewed.</param>
    /// <param name="reviewed">The review of the finding's trace.</param>
    /// <param name="finding">A finding of that review.</param>
    /// <param name="cancellationToken">Stops the work.</param>
    public Fix? For(TraceDocument document, TraceReview reviewed, Finding finding, CancellationToken cancellationToken) =>
        Explain(document, reviewed, finding, cancellationToken).Fix;

    /// <summary>As <see cref="For"/>, with the reason where there is none.</summary>
    internal (Fix? Fix, string? Doubt) Explain(TraceDocument document, TraceReview reviewed, Finding finding,
        CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(document);
        ArgumentNullException.ThrowIfNull(reviewed);
        ArgumentNullException.ThrowIfNull(finding);
        if (finding.Step is not { } step || finding.Fixes.FirstOrDefault(fix => fix.Kind == FixKind.Exact) is not { Edits: [var exact] }
            || Passage.Of(reviewed, cancellationToken) is not { IsEmpty: false } passages)
            return (null, "no exact fix");
        if (Find(passages[step], exact.Span) is not { } wrong
            || Right(wrong, exact.NewText, passages[step].Analysis.Lexing) is not { } right)
            return (null, "no plain number");
        if (passages.Sum(passage => passage.Analysis.Tokens.Length) > MostTokens)
            return (null, "too long");
        var walk = new DependenceWalk(passages, new KnownNumbers(reviewed.Snapshot!.Problem), _tools, cancellationToken);
        var changes = walk.Follow(step, wrong, right);
        if (changes.Length < 2)
            return (null, walk.Doubt ?? NothingDepends);
        ImmutableArray<TextEdit> edits = [.. changes.Select(
            change => new TextEdit(passages[change.Passage].Text.ToOriginal(change.Span), change.Text)).OrderBy(edit => edit.Span.Start)];
        if (changes.Any(change => !passages[change.Passage].Text.IsUnbroken(change.Span)))
            return (null, "a number that depends is written in pieces");
        if (!Passes(document, reviewed, finding, edits, cancellationToken))
            return (null, "the result does not pass the checks");
        var others = edits.Length - 1;
        return (new Fix($"Replace {passages[step].Written(wrong)} by {exact.NewText} and recalculate "
            + $"{(others == 1 ? "the number that depends" : $"the {others} numbers that depend")} on it", FixKind.Propagate, edits)
        {
            IsOfOneStep = changes.All(change => change.Passage == step || passages[change.Passage].IsAnswer
                || change.Span.Start == passages[change.Passage].Announced),
        }, null);
    }

    /// <summary>The edits of later numbers that follow where a step arrives at another result; none where nothing depends on it, or where
    /// that is not certain.</summary>
    /// <param name="before">The review of the trace as it is.</param>
    /// <param name="after">The review of the trace with the step written anew.</param>
    /// <param name="step">Index of the step.</param>
    /// <param name="cancellationToken">Stops the work.</param>
    internal ImmutableArray<TextEdit> Carry(TraceReview before, TraceReview after, int step, CancellationToken cancellationToken)
    {
        if (Passage.Of(before, cancellationToken) is not { IsEmpty: false } passages
            || Passage.Of(after, cancellationToken) is not { IsEmpty: false } written
            || Result(passages[step]) is not { } old || Result(written[step]) is not { } now || old.Value == now.Value
            || passages.Sum(passage => passage.Analysis.Tokens.Length) > MostTokens)
            return [];
        var walk = new DependenceWalk(passages, new KnownNumbers(before.Snapshot!.Problem), _tools, cancellationToken);
        var right = old with { Text = now.Text, Value = now.Value, Decimals = now.Decimals };
        var changes = walk.Follow(step, old, right).Where(change => change.Passage != step).ToList();
        return changes.TrueForAll(change => passages[change.Passage].Text.IsUnbroken(change.Span))
            ? [.. changes.Select(change => new TextEdit(passages[change.Passage].Text.ToOriginal(change.Span), change.Text))] : [];
    }

    // The number that the last calculation of a step comes to.
    private static Token? Result(Passage passage) => passage.Chains.LastOrDefault() is { Chain: { } chain } statement
        && chain.Members[^1] is { Expression: { } value } last && ExpressionInspector.IsLiteral(value)
        ? statement.Tokens.Skip(last.FirstToken).Take(last.EndToken - last.FirstToken)
            .FirstOrDefault(token => token.Kind == TokenKind.Number)
        : null;

    private static Token? Find(Passage passage, TextSpan span) => passage.Chains.SelectMany(statement => statement.Tokens)
        .FirstOrDefault(token => token.Kind == TokenKind.Number
        && passage.Text.ToOriginal(new TextSpan(token.Start, token.Length)) == span);

    // Read as the numbers of its step are.
    private static Token? Right(Token wrong, string text, LexerOptions style) =>
        Lexer.Number(text, style) is { } number ? wrong with { Text = text, Value = number.Value, Decimals = number.Decimals } : null;

    // The flagged value is right now, the touched steps have no error, and no step has one that it had not.
    private bool Passes(TraceDocument document, TraceReview before, Finding finding, ImmutableArray<TextEdit> edits,
        CancellationToken cancellationToken)
    {
        var traces = TraceReader.Apply(document, edits).Traces;
        // Not by its index, which counts the records of a file that is read line by line.
        var place = document.Traces.TakeWhile(other => !ReferenceEquals(other, before.Trace)).Count();
        if (place >= traces.Length || traces[place] is not { } trace || trace.Steps.Length != before.Trace.Steps.Length)
            return false;
        var touched = before.Trace.Steps.Where(step => edits.Any(edit => step.Span.Contains(edit.Span))).Select(step => step.Index)
            .ToHashSet();
        var known = before.Findings.Where(other => other != finding).GroupBy(Key).ToDictionary(group => group.Key, group => group.Count());
        return review(trace, cancellationToken).Findings.Where(IsOfContent).GroupBy(Key)
            .All(group => !(group.Key.Step is { } step && touched.Contains(step)) && group.Count() <= known.GetValueOrDefault(group.Key));
    }

    private static (string Rule, int? Step) Key(Finding finding) => (finding.Rule.Id, finding.Step);

    private static bool IsOfContent(Finding finding) => finding.Rule.Refutes;
}
