using System.Collections.Immutable;
using ReasoningLsp.Mathematics.Algebra;
using ReasoningLsp.Mathematics.Expressions;
using ReasoningLsp.Review.Analysis;

namespace ReasoningLsp.Review.Equations;

/// <summary>A fraction that is set equal to a sum of fractions whose numerators hold letters, <c>(x + 2)/(x(x + 1)) = A/x + B/(x + 1)</c>:
/// it holds for every value of the one letter, and so fixes the others.</summary>
/// <param name="Fact">The equation.</param>
/// <param name="Variable">The letter that it holds for every value of.</param>
/// <param name="Constants">The letters that it fixes.</param>
/// <param name="Conditions">What is zero of them: the coefficients of the variable's powers.</param>
internal sealed record PartialFractions(EquationFact Fact, string Variable, ImmutableArray<string> Constants,
    ImmutableArray<Polynomial> Conditions)
{
    private const int MostConstants = 6, HighestPower = 8;

    /// <summary>The equation read that way; null where it has another shape.</summary>
    public static PartialFractions? Of(EquationFact fact)
    {
        var (whole, sum) = fact.Right is Call { Operation: Operation.Add } ? (fact.Left, fact.Right) : (fact.Right, fact.Left);
        if (fact.Link > 0 || sum is not Call { Operation: Operation.Add } || ExpressionInspector.Symbols(whole) is not { Count: 1 } names)
            return null;
        var variable = names.First();
        ImmutableArray<string> constants = [.. fact.Symbols.Where(symbol => symbol != variable).Order(StringComparer.Ordinal)];
        if (constants.Length is < 2 or > MostConstants || Fractions(sum, variable) is not { Count: > 1 } numerators
            || constants.Any(constant => numerators.Count(numerator => ExpressionInspector.Symbols(numerator).Contains(constant)) != 1)
            || fact.Difference?.Top is not { IsZero: false } top || top.DegreeIn(variable) > HighestPower
            || constants.Any(constant => top.DegreeIn(constant) != 1))
            return null;
        ImmutableArray<Polynomial> conditions = [.. Enumerable.Range(0, top.DegreeIn(variable) + 1)
            .Select(power => top.Coefficient(variable, power)).Where(coefficient => !coefficient.IsZero)];
        return EquationSystem.IsImpossible(conditions) ? null : new PartialFractions(fact, variable, constants, conditions);
    }

    /// <summary>Whether what is said cannot hold with it: of its constants alone, or of them for every value of its variable.</summary>
    public bool Excludes(EquationFact said)
    {
        if (said.Difference?.Top is not { IsZero: false } top || !top.Atoms().IsSubsetOf([.. Constants, Variable]))
            return false;
        var coefficients = Enumerable.Range(0, Math.Min(top.DegreeIn(Variable), HighestPower) + 1)
            .Select(power => top.Coefficient(Variable, power)).Where(coefficient => !coefficient.IsZero).ToList();
        return EquationSystem.IsImpossible([.. Conditions, .. coefficients]);
    }

    // The numerators of the terms, all of them fractions in the variable: a letter, or a letter times the variable and another.
    private static List<Expression>? Fractions(Expression sum, string variable)
    {
        var numerators = new List<Expression>();
        foreach (var term in ClaimRoles.Terms(sum))
        {
            if (term is not Call { Operation: Operation.Divide, Arguments: [var top, var bottom] }
                || !ExpressionInspector.Symbols(bottom).SetEquals([variable]) || ExpressionInspector.IsClosed(top))
                return null;
            numerators.Add(top);
        }

        return numerators;
    }
}
