using System.Collections.Immutable;
using ReasoningLsp.Mathematics.Expressions;
using ReasoningLsp.Mathematics.Numbers;

namespace ReasoningLsp.Review.Analysis;

/// <summary>Facts as one step sees them; remembers what was read, so that the step is checked again only if that changes.</summary>
internal sealed class RecordingFacts(Ledger ledger, int step) : IFacts
{
    private readonly ImmutableArray<FactRead>.Builder _reads = ImmutableArray.CreateBuilder<FactRead>();

    /// <summary>Everything read so far.</summary>
    public ImmutableArray<FactRead> Reads => _reads.ToImmutable();

    public ProblemTraits Traits => ledger.Traits;

    public EquationFact? LastEquation
    {
        get
        {
            var fact = ledger.LastEquation(step);
            _reads.Add(FactRead.OfLastEquation(fact));
            return fact;
        }
    }

    public string? Asked
    {
        get
        {
            _reads.Add(FactRead.OfAsked(ledger.Asked));
            return ledger.Asked;
        }
    }

    public Statement? LastStatement
    {
        get
        {
            var statement = ledger.LastStatement(step);
            _reads.Add(FactRead.OfLastStatement(statement));
            return statement;
        }
    }

    public ImmutableArray<Expression> Task
    {
        get
        {
            _reads.Add(FactRead.OfTask(ledger.Task));
            return ledger.Task;
        }
    }

    public ImmutableArray<Expression> GivenExpressions
    {
        get
        {
            _reads.Add(FactRead.OfGiven(ledger.GivenExpressions));
            return ledger.GivenExpressions;
        }
    }

    public EquationFact? TaskEquation => TaskRelation is { } relation ? ledger.EquationOf(relation) : null;

    public Statement? TaskInequality => TaskRelation is { Chain.Signs: ["<" or ">" or "≤" or "≥"] } relation ? relation : null;

    private Statement? TaskRelation
    {
        get
        {
            var relation = ledger.TaskRelation(step);
            _reads.Add(FactRead.OfTaskRelation(relation));
            return relation;
        }
    }

    public Statement? BareTask
    {
        get
        {
            _reads.Add(FactRead.OfBareTask(ledger.BareTask));
            return ledger.BareTask;
        }
    }

    public ImmutableArray<EquationFact> BareSystem
    {
        get
        {
            _reads.Add(FactRead.OfBareSystem(ledger.BareSystem));
            return ledger.BareSystem;
        }
    }

    public EquationFact? EquationOf(Statement task) => ledger.EquationOf(task);

    public bool MayName(Rational value)
    {
        var may = ledger.MayName(value);
        _reads.Add(FactRead.OfName(value, may));
        return may;
    }

    public bool IsFinal
    {
        get
        {
            var isFinal = ledger.IsFinal(step);
            _reads.Add(FactRead.OfFinal(isFinal));
            return isFinal;
        }
    }

    public ImmutableArray<(int Step, Statement Statement)> InequalitiesOn(string symbol)
    {
        var statements = ledger.InequalitiesOn(symbol);
        _reads.Add(FactRead.OfInequalities(symbol, statements));
        return statements;
    }

    public bool StandsAlone(EquationFact fact)
    {
        var isAlone = ledger.StandsAlone(fact);
        _reads.Add(FactRead.OfAlone(fact, isAlone));
        return isAlone;
    }

    public ImmutableArray<EquationFact> EquationsOn(IReadOnlyCollection<string> symbols)
    {
        var facts = ledger.EquationsOn(symbols, step);
        _reads.Add(FactRead.OfEquations([.. symbols], ledger, step));
        return facts;
    }

    public ImmutableArray<(int Step, ValueClaim Claim)> ValuesOf(string symbol)
    {
        var values = ledger.ValuesOf(symbol, step);
        _reads.Add(FactRead.OfValues(symbol, values));
        return values;
    }

    public ImmutableArray<(int Step, EquationFact Fact)> PlacedEquationsOn(IReadOnlyCollection<string> symbols)
    {
        var facts = ledger.PlacedEquationsOn(symbols, step);
        _reads.Add(FactRead.OfPlacedEquations([.. symbols], ledger, step));
        return facts;
    }

    public bool HasCases
    {
        get
        {
            var has = ledger.HasCases(step);
            _reads.Add(FactRead.OfCases(has));
            return has;
        }
    }
}
