using System.Collections.Immutable;
using ReasoningLsp.Mathematics.Judging;
using ReasoningLsp.Review.Analysis;
using ReasoningLsp.Review.Findings;
using ReasoningLsp.Review.Relations;
using ReasoningLsp.Traces;

namespace ReasoningLsp.Review.Checking;

/// <summary>One step with all that a check may know, and the place to report to.</summary>
internal sealed class StepContext(StepAnalysis analysis, ImmutableArray<JudgedLink> links, IFacts facts, Toolbox tools,
    CancellationToken cancellationToken)
{
    private readonly List<Draft> _drafts = [];
    private readonly List<RelationOutcome> _facts = [];
    private readonly Dictionary<(int Statement, int Link), string> _confirmed = [], _claims = [];
    private readonly Dictionary<(int Statement, int Link), OpenReason> _left = [];

    public StepAnalysis Analysis { get; } = analysis;

    /// <summary>Every link of every chain, judged once for all checks.</summary>
    public ImmutableArray<JudgedLink> Links { get; } = links;

    public IFacts Facts { get; } = facts;

    public Toolbox Tools { get; } = tools;

    public CancellationToken CancellationToken { get; } = cancellationToken;

    public IReadOnlyList<Draft> Drafts => _drafts;

    /// <summary>What the step says in words and was proven, in order.</summary>
    public IEnumerable<RelationOutcome> FactsProven => _facts.OrderBy(fact => fact.Span.Start);

    /// <summary>Equations on a symbol: of the problem, of earlier steps, and of this one before a statement.</summary>
    public IEnumerable<EquationFact> EquationsOn(string symbol, int statement) =>
        EquationsBefore([symbol], statement).Where(fact => fact.Symbols.Contains(symbol));

    /// <summary>The equations of the problem and of earlier steps that share a symbol with <paramref name="symbols"/>, and every one of
    /// this step before a statement.</summary>
    public IEnumerable<EquationFact> EquationsBefore(IReadOnlyCollection<string> symbols, int statement) =>
        Facts.EquationsOn(symbols).Concat(Analysis.Equations.Where(fact => fact.Statement < statement));

    /// <summary>Reports a finding, unless a finding of the same kind already covers the place.</summary>
    public void Report(Draft draft)
    {
        if (!_drafts.Any(other => other.Span.Start < draft.Span.End && draft.Span.Start < other.Span.End
            && other.Rule.Id[..3] == draft.Rule.Id[..3]))
            _drafts.Add(draft);
    }

    /// <summary>Says that a link is proven by what stands before it, and how.</summary>
    public void Confirm(int statement, int link, string how) => _confirmed.TryAdd((statement, link), how);

    /// <summary>Says that what stands in words at a place is proven, and how.</summary>
    public void Establish(TextSpan span, string how)
    {
        if (!_facts.Exists(other => other.Span.Start < span.End && span.Start < other.Span.End))
            _facts.Add(new RelationOutcome(span, RelationVerdict.Proven, IsNumeric: true, how) { IsInWords = true });
    }

    /// <summary>Says what a link is claimed to be, and why.</summary>
    public void Claim(int statement, int link, string why) => _claims.TryAdd((statement, link), why);

    /// <summary>Says why a link is left undecided; what is said last counts.</summary>
    public void Leave(int statement, int link, OpenReason why) => _left[(statement, link)] = why;

    /// <summary>Why a link is left undecided, as far as it was said; none where nothing was, and null where it is decided.</summary>
    public OpenReason? LeftOf(JudgedLink link) => link.Judgment is { Holds: true } or { Verdict: Verdict.Fails }
        || _confirmed.ContainsKey((link.Statement.Index, link.Index)) || RefutedBy(link) is not null ? null
        : _left.GetValueOrDefault((link.Statement.Index, link.Index));

    /// <summary>What became of a link after every check has run.</summary>
    public RelationOutcome OutcomeOf(JudgedLink link)
    {
        var place = (link.Statement.Index, link.Index);
        if (!link.IsAnnotation && _confirmed.TryGetValue(place, out var how))
            return new RelationOutcome(link.Span, RelationVerdict.Proven, link.IsNumeric, how);
        var outcome = LinkOutcome.Of(link);
        if (outcome.Verdict == RelationVerdict.Undecided && !link.IsAnnotation)
        {
            if (RefutedBy(link) is { } message)
                return outcome with { Verdict = RelationVerdict.Refuted, Explanation = message, Open = OpenReason.None };
            if (_left.TryGetValue(place, out var left))
                outcome = outcome with { Open = left };
        }

        return !link.IsAnnotation && _claims.TryGetValue(place, out var why)
            ? outcome with { Explanation = $"{outcome.Explanation}; {why}", Claim = why } : outcome;
    }

    // An equation in letters has no verdict of its own; the finding on just it is one.
    private string? RefutedBy(JudgedLink link) => link.IsAnnotation || link.IsNumeric ? null
        : _drafts.Find(draft => draft.Span == link.Span && draft.Rule.Family == RuleFamily.Arithmetic)?.Message;

    /// <summary>A part of the step's text as written.</summary>
    public string Quote(TextSpan span) => Analysis.Text.Substring(span.Start, Math.Min(span.Length, Analysis.Text.Length - span.Start));

    /// <summary>The same on one line, without the signs that open and close mathematics.</summary>
    public string QuoteLine(TextSpan span) => Quote(span).Replace("$", string.Empty, StringComparison.Ordinal)
        .Replace("\\(", string.Empty, StringComparison.Ordinal).Replace("\\)", string.Empty, StringComparison.Ordinal)
        .ReplaceLineEndings(" ").Trim();
}
