using System.Collections.Immutable;
using ReasoningLsp.Mathematics.Expressions;
using ReasoningLsp.Mathematics.Numbers;
using ReasoningLsp.Review.Languages;

namespace ReasoningLsp.Review.Analysis;

/// <summary>The facts that the problem and every step establish, by symbol and place. Built anew for each snapshot; cheap.</summary>
internal sealed class Ledger
{
    private readonly Dictionary<string, SymbolFacts> _bySymbol = new(StringComparer.Ordinal);
    private readonly Dictionary<string, List<(int Step, ValueClaim Claim)>> _values = new(StringComparer.Ordinal);
    private readonly ImmutableArray<StepAnalysis> _steps;
    private readonly StepAnalysis? _problem;
    private readonly Lazy<int> _firstCase;
    private readonly Lazy<bool> _doubts;
    private readonly Lazy<ImmutableArray<Expression>> _task;
    private readonly Lazy<string?> _asked;
    private readonly Lazy<Statement?> _bareTask;
    private readonly Lazy<ImmutableArray<EquationFact>> _bareSystem;

    public Ledger(ProblemTraits traits, StepAnalysis? problem, ImmutableArray<StepAnalysis> steps)
    {
        Traits = traits;
        _task = new(() => problem is not null && ProblemTask.Is(problem) ? problem.Formulas : []);
        _asked = new(() => problem is null ? null : AskedFormula.In(problem));
        _bareTask = new(() => problem is not null && traits.SeeksUnknown ? Analysis.BareTask.Of(problem) : null);
        _bareSystem = new(() => problem is not null && traits.SeeksUnknown ? Analysis.BareTask.System(problem) : []);
        _steps = steps;
        _doubts = new(() => steps.Any(Doubts));
        _problem = problem;
        if (problem is not null)
            Add(-1, problem);
        for (var i = 0; i < steps.Length; i++)
            Add(i, steps[i]);
        _firstCase = new(() => steps.Select((analysis, i) => analysis.HasCases ? i : int.MaxValue).DefaultIfEmpty(int.MaxValue).Min());
    }

    public ProblemTraits Traits { get; }

    public ImmutableArray<StepAnalysis> Steps => _steps;

    /// <summary>Equations before <paramref name="step"/> (the problem is step -1) that mention one of the symbols, of very many the first
    /// and the last.</summary>
    public ImmutableArray<EquationFact> EquationsOn(IReadOnlyCollection<string> symbols, int step) =>
        [.. PlacedEquationsOn(symbols, step).Select(place => place.Fact)];

    /// <summary>The same, with the step of each.</summary>
    public ImmutableArray<(int Step, EquationFact Fact)> PlacedEquationsOn(IReadOnlyCollection<string> symbols, int step)
    {
        var found = ImmutableArray.CreateBuilder<(int, EquationFact)>();
        // Only a fact in two of the symbols can be met twice.
        var seen = symbols.Count > 1 ? new HashSet<EquationFact>(ReferenceEqualityComparer.Instance) : null;
        foreach (var symbol in InOrder(symbols))
        {
            if (!_bySymbol.TryGetValue(symbol, out var facts))
                continue;
            foreach (var placed in facts.Before(step))
            {
                if (seen?.Add(placed.Fact) != false)
                    found.Add((placed.Step, placed.Fact));
            }
        }

        return found.ToImmutable();
    }

    /// <summary>A hash of what <see cref="EquationsOn"/> answers, or with <paramref name="places"/>
    /// <see cref="PlacedEquationsOn"/>.</summary>
    public int DigestOn(IReadOnlyCollection<string> symbols, int step, bool places)
    {
        var hash = new HashCode();
        foreach (var symbol in InOrder(symbols))
            hash.Add(_bySymbol.TryGetValue(symbol, out var facts) ? facts.DigestBefore(step, places) : 0);

        return hash.ToHashCode();
    }

    /// <summary>Whether a step before <paramref name="step"/> tells cases apart.</summary>
    public bool HasCases(int step) => _firstCase.Value < step;

    /// <summary>The expressions that the problem speaks of and says nothing of.</summary>
    public ImmutableArray<Expression> GivenExpressions => _problem?.Formulas ?? [];

    /// <summary>The expressions that the problem wants written in another form or worked out.</summary>
    public ImmutableArray<Expression> Task => _task.Value;

    /// <summary>For the first step that says more than what is done, the one relation that a problem states in which something is to be
    /// solved.</summary>
    public Statement? TaskRelation(int step) =>
        Before(step) < 0 && Traits.SeeksUnknown && _problem is { Statements: [{ Chain.Signs.Length: 1 } only] } ? only : null;

    /// <summary>What the problem wants solved, where it says nothing that restricts the solutions.</summary>
    public Statement? BareTask => _bareTask.Value;

    /// <summary>The system that the problem wants solved, where it says nothing else.</summary>
    public ImmutableArray<EquationFact> BareSystem => _bareSystem.Value;

    /// <summary>Whether some step may name the number as a value.</summary>
    public bool MayName(Rational value) => WrittenNumbers.May(_steps, value);

    /// <summary>Whether the step is the last one, and no step tries, checks or rejects a value.</summary>
    public bool IsFinal(int step) => step == _steps.Length - 1 && !_doubts.Value;

    /// <summary>Every inequality of the steps that holds the letter, with its step.</summary>
    public ImmutableArray<(int Step, Statement Statement)> InequalitiesOn(string symbol) =>
        [.. _steps.SelectMany((analysis, step) => analysis.Statements.Where(statement => statement.IsInequalityOn(symbol))
            .Select(statement => (step, statement)))];

    /// <summary>The problem's equation that a statement of it is; null where it is none in one letter.</summary>
    public EquationFact? EquationOf(Statement statement) => statement.Chain.Signs[0] == "="
        && _problem?.Equations is [{ Link: 0, Symbols.Count: 1 } fact] ? fact : null;

    /// <summary>Whether no other equation but rewritings, and no value, ties a symbol of <paramref name="fact"/>, before it or
    /// after.</summary>
    public bool StandsAlone(EquationFact fact) => fact.Symbols.All(symbol => !_values.ContainsKey(symbol)
        && (_bySymbol.GetValueOrDefault(symbol)?.All ?? []).All(other => (other.Fact.Digest == fact.Digest && other.Fact.Key == fact.Key)
            || other.Fact.IsRewriting));

    /// <summary>Values given to <paramref name="symbol"/> before <paramref name="step"/>.</summary>
    public ImmutableArray<(int Step, ValueClaim Claim)> ValuesOf(string symbol, int step) =>
        _values.TryGetValue(symbol, out var claims) ? [.. claims.TakeWhile(claim => claim.Step < step)] : [];

    /// <summary>The last equation of the step before <paramref name="step"/>.</summary>
    public EquationFact? LastEquation(int step) =>
        Before(step) is >= 0 and var before && _steps[before].Equations is { IsEmpty: false } equations
        && equations[^1].Statement == _steps[before].Statements.Length - 1 ? equations[^1] : null;

    /// <summary>The one expression that the problem wants worked out or written anew, as written.</summary>
    public string? Asked => _asked.Value;

    /// <summary>The last relation of the step before <paramref name="step"/>.</summary>
    public Statement? LastStatement(int step) =>
        Before(step) is >= 0 and var before && _steps[before].Statements is { IsEmpty: false } statements ? statements[^1] : null;

    private static bool Doubts(StepAnalysis step)
    {
        var plain = step.Lower;
        return step.HasCases || step.Lexicon.HasUnknown || step.Lexicon.Has(PhraseRole.Rejected, plain)
            || step.Lexicon.Has(PhraseRole.Tried, plain) || step.Lexicon.Has(PhraseRole.Denied, plain)
            || step.Statements.Any(statement => statement.Chain.Signs.Any(sign => sign != "="));
    }

    // "We multiply by 6." stands between two lines of which the second follows from the first.
    private int Before(int step)
    {
        do
            step--;
        while (step >= 0 && _steps[step].IsOperation);
        return step;
    }

    private void Add(int step, StepAnalysis analysis)
    {
        foreach (var claim in step < 0 ? ValueClaimReader.Given(analysis) : analysis.Values)
        {
            if (!_values.TryGetValue(claim.Symbol, out var claims))
                _values[claim.Symbol] = claims = [];
            claims.Add((step, claim));
        }

        foreach (var fact in analysis.Equations)
        {
            foreach (var symbol in fact.Symbols)
            {
                if (!_bySymbol.TryGetValue(symbol, out var facts))
                    _bySymbol[symbol] = facts = new SymbolFacts();
                facts.Add(step, fact);
            }
        }
    }

    private static IEnumerable<string> InOrder(IReadOnlyCollection<string> symbols) =>
        symbols.Count > 1 ? symbols.Order(StringComparer.Ordinal) : symbols;
}
