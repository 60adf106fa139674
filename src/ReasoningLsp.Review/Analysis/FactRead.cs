using System.Collections.Immutable;
using ReasoningLsp.Mathematics.Expressions;
using ReasoningLsp.Mathematics.Numbers;

namespace ReasoningLsp.Review.Analysis;

/// <summary>One question a step asked of its trace, and a digest of the answer.</summary>
/// <param name="Question">What was asked.</param>
/// <param name="Symbols">The symbols asked for.</param>
/// <param name="Digest">Hash of the answer.</param>
internal sealed record FactRead(FactQuestion Question, ImmutableArray<string> Symbols, int Digest)
{
    // What nearly every check asks.
    private static readonly FactRead s_cases = new(FactQuestion.Cases, [], 1), s_noCases = new(FactQuestion.Cases, [], 0);
    private static readonly FactRead s_final = new(FactQuestion.Final, [], 1), s_notFinal = new(FactQuestion.Final, [], 0);

    public static FactRead OfLastEquation(EquationFact? fact) => new(FactQuestion.LastEquation, [], DigestOf(fact));

    public static FactRead OfEquations(ImmutableArray<string> symbols, Ledger ledger, int step) =>
        new(FactQuestion.Equations, symbols, ledger.DigestOn(symbols, step, places: false));

    public static FactRead OfPlacedEquations(ImmutableArray<string> symbols, Ledger ledger, int step) =>
        new(FactQuestion.PlacedEquations, symbols, ledger.DigestOn(symbols, step, places: true));

    public static FactRead OfTask(ImmutableArray<Expression> task) => new(FactQuestion.Task, [], DigestOf(task));

    public static FactRead OfGiven(ImmutableArray<Expression> given) => new(FactQuestion.GivenExpressions, [], DigestOf(given));

    public static FactRead OfTaskRelation(Statement? relation) => new(FactQuestion.TaskRelation, [], DigestOf(relation));

    public static FactRead OfAsked(string? asked) => new(FactQuestion.Asked, [], DigestOf(asked));

    public static FactRead OfLastStatement(Statement? statement) => new(FactQuestion.LastStatement, [], DigestOf(statement));

    public static FactRead OfAlone(EquationFact fact, bool isAlone) =>
        new(FactQuestion.Alone, [], isAlone ? 1 : 0) { Fact = fact };

    public static FactRead OfBareTask(Statement? relation) => new(FactQuestion.BareTask, [], DigestOf(relation));

    public static FactRead OfBareSystem(ImmutableArray<EquationFact> system) => new(FactQuestion.BareSystem, [], DigestOf(system));

    public static FactRead OfName(Rational value, bool may) => new(FactQuestion.Name, [], may ? 1 : 0) { Number = value };

    public static FactRead OfInequalities(string symbol, ImmutableArray<(int Step, Statement Statement)> statements) =>
        new(FactQuestion.Inequalities, [symbol], DigestOf(statements));

    public static FactRead OfFinal(bool isFinal) => isFinal ? s_final : s_notFinal;

    public static FactRead OfCases(bool has) => has ? s_cases : s_noCases;

    public static FactRead OfValues(string symbol, ImmutableArray<(int Step, ValueClaim Claim)> values) =>
        new(FactQuestion.Values, [symbol], DigestOf(values));

    /// <summary>The equation that was asked about.</summary>
    public EquationFact? Fact { get; private init; }

    /// <summary>The number that was asked about.</summary>
    public Rational Number { get; private init; }

    /// <summary>Whether the ledger still gives the same answer.</summary>
    public bool Stands(Ledger ledger, int step) => Digest == Question switch
    {
        FactQuestion.Equations => ledger.DigestOn(Symbols, step, places: false),
        FactQuestion.PlacedEquations => ledger.DigestOn(Symbols, step, places: true),
        FactQuestion.Task => DigestOf(ledger.Task),
        FactQuestion.GivenExpressions => DigestOf(ledger.GivenExpressions),
        FactQuestion.TaskRelation => DigestOf(ledger.TaskRelation(step)),
        FactQuestion.Asked => DigestOf(ledger.Asked),
        FactQuestion.LastStatement => DigestOf(ledger.LastStatement(step)),
        FactQuestion.Alone => ledger.StandsAlone(Fact!) ? 1 : 0,
        FactQuestion.BareTask => DigestOf(ledger.BareTask),
        FactQuestion.BareSystem => DigestOf(ledger.BareSystem),
        FactQuestion.Name => ledger.MayName(Number) ? 1 : 0,
        FactQuestion.Inequalities => DigestOf(ledger.InequalitiesOn(Symbols[0])),
        FactQuestion.Final => ledger.IsFinal(step) ? 1 : 0,
        FactQuestion.Cases => ledger.HasCases(step) ? 1 : 0,
        FactQuestion.Values => DigestOf(ledger.ValuesOf(Symbols[0], step)),
        _ => DigestOf(ledger.LastEquation(step)),
    };

    private static int DigestOf(ImmutableArray<Expression> task) => string.GetHashCode(string.Join('\n', task), StringComparison.Ordinal);

    private static int DigestOf(string? text) => text is null ? 0 : string.GetHashCode(text, StringComparison.Ordinal);

    private static int DigestOf(Statement? relation)
    {
        var hash = new HashCode();
        foreach (var member in relation?.Chain.Members ?? [])
        {
            hash.Add(member.Expression);
            hash.Add(member.Ambiguities);
        }

        foreach (var sign in relation?.Chain.Signs ?? [])
            hash.Add(sign, StringComparer.Ordinal);
        hash.Add(relation?.After, StringComparer.Ordinal);
        hash.Add(relation?.Before, StringComparer.Ordinal);
        return hash.ToHashCode();
    }

    private static int DigestOf(ImmutableArray<(int Step, Statement Statement)> statements)
    {
        var hash = new HashCode();
        foreach (var (step, statement) in statements)
        {
            hash.Add(step);
            hash.Add(DigestOf(statement));
        }

        return hash.ToHashCode();
    }

    private static int DigestOf(EquationFact? fact) => fact?.Digest ?? 0;

    private static int DigestOf(ImmutableArray<EquationFact> facts)
    {
        var hash = new HashCode();
        foreach (var fact in facts)
            hash.Add(fact.Digest);
        return hash.ToHashCode();
    }

    private static int DigestOf(ImmutableArray<(int Step, ValueClaim Claim)> values)
    {
        var hash = new HashCode();
        foreach (var (step, claim) in values)
        {
            hash.Add(step);
            hash.Add(claim.Digest);
            hash.Add(claim.Start);
        }

        return hash.ToHashCode();
    }
}
