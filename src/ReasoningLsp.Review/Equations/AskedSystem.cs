using System.Collections.Immutable;
using ReasoningLsp.Mathematics.Algebra;
using ReasoningLsp.Mathematics.Expressions;
using ReasoningLsp.Mathematics.Numbers;
using ReasoningLsp.Review.Analysis;
using ReasoningLsp.Review.Checking;
using ReasoningLsp.Review.Findings;
using ReasoningLsp.Review.Languages;
using ReasoningLsp.Traces;

namespace ReasoningLsp.Review.Equations;

/// <summary>
/// "Solve x + y = 10, x - y = 4. Adding gives 2x = 6": a linear system with one solution, and nothing else in the problem. Whatever is
/// derived from it holds at the solution; the first equation that does not is wrong.
/// </summary>
internal static class AskedSystem
{
    /// <summary>Reports under <paramref name="rule"/> the first equation that does not hold at the system's solution.</summary>
    public static void Report(StepContext context, Rule rule)
    {
        if (context.Analysis.Equations.IsEmpty || context.Facts.BareSystem is not { IsEmpty: false } system
            || context.Facts.Traits is { HasOtherLaws: true } or { HasOtherBase: true }
            || context.Analysis.HasCases || context.Facts.HasCases || Solution(system) is not { } solution)
            return;
        if (context.Facts.PlacedEquationsOn([.. solution.Keys]).Any(placed => placed.Step >= 0 && IsFalse(placed.Fact, solution)))
            return;
        foreach (var fact in context.Analysis.Equations)
        {
            var statement = context.Analysis.Statements[fact.Statement];
            if (IsFalse(fact, solution))
            {
                if (IsDerived(fact, statement))
                    Report(context, rule, system, fact, solution);
                return;
            }

            if (fact.Difference is not null && fact.Symbols.IsSubsetOf(solution.Keys) && !fact.IsRewriting
                && ClaimGuard.IsAsserted(statement))
                context.Confirm(fact.Statement, fact.Link, $"{fact.Key} holds where the problem's equations do: {Written(solution)}");
        }
    }

    /// <summary>Whether values that end at <paramref name="before"/> only follow from an equation that is told already.</summary>
    public static bool Explains(StepContext context, ImmutableArray<(string Name, Expression Value)> values, int before)
    {
        if (context.Facts.BareSystem is not { IsEmpty: false } system || Solution(system) is not { } solution)
            return false;
        var first = context.Facts.PlacedEquationsOn([.. solution.Keys]).Where(placed => placed.Step >= 0).Select(placed => placed.Fact)
            .Concat(context.Analysis.Equations.Where(fact => fact.End <= before)).FirstOrDefault(fact => IsFalse(fact, solution));
        return first is not null && !PutBack.Fails(context, first, values);
    }

    private static ImmutableSortedDictionary<string, Rational>? Solution(ImmutableArray<EquationFact> system)
    {
        ImmutableArray<string> names = [.. system.SelectMany(fact => fact.Symbols).Distinct().Order(StringComparer.Ordinal)];
        var polynomials = new List<Polynomial>();
        foreach (var fact in system)
        {
            if (!PutBack.CanTell(fact))
                return null;
            polynomials.Add(fact.Difference!.Top);
        }

        return names.Length > 1 && LinearSystem.OnlySolution(polynomials, names) is { } values
            ? names.Zip(values).ToImmutableSortedDictionary(pair => pair.First, pair => pair.Second, StringComparer.Ordinal) : null;
    }

    private static bool IsFalse(EquationFact fact, ImmutableSortedDictionary<string, Rational> solution)
    {
        if (fact.Difference is not { } difference || !fact.Symbols.IsSubsetOf(solution.Keys)
            || !PutBack.IsExact(fact.Left) || !PutBack.IsExact(fact.Right))
            return false;
        return At(difference.Bottom, solution) is { IsZero: false } && At(difference.Top, solution) is { IsZero: false };
    }

    private static Rational? At(Polynomial polynomial, ImmutableSortedDictionary<string, Rational> solution) =>
        solution.Aggregate((Polynomial?)polynomial, (rest, value) => rest?.Substitute(value.Key, Polynomial.Of(value.Value)))
            ?.ConstantValue;

    // "If y = 0, x = 10" finds where a line meets an axis: a value must be the conclusion, or stand for itself.
    private static bool IsDerived(EquationFact fact, Statement statement)
    {
        if (!ClaimGuard.IsAsserted(statement) || ClaimGuard.IsTried(statement)
            || statement.Has(UnfoundedEquations.Unsure) || statement.Chain.Signs.Any(sign => sign != "="))
            return false;
        return !UnfoundedEquations.IsValue(fact) || statement.Lexicon.Has(PhraseRole.Concluded, statement.Before)
            || statement.Lexicon.Has(PhraseRole.Solved, statement.Before) || !HasWord(statement.Before);
    }

    // "2x = 12, x = 6, y = 5": letters of equations are none.
    private static bool HasWord(string before)
    {
        for (var i = 1; i < before.Length; i++)
        {
            if (char.IsLetter(before[i]) && char.IsLetter(before[i - 1]))
                return true;
        }

        return false;
    }

    private static void Report(StepContext context, Rule rule, ImmutableArray<EquationFact> system, EquationFact fact,
        ImmutableSortedDictionary<string, Rational> solution)
    {
        ImmutableArray<(string Name, Expression Value)> values =
            [.. solution.Select(pair => (pair.Key, (Expression)new NumberLiteral(pair.Value)))];
        var (left, right) = PutBack.Sides(context, fact, values);
        var (solved, at) = (string.Join(", ", system.Select(equation => equation.Key)), Written(solution));
        context.Report(new Draft(rule, TextSpan.FromBounds(fact.Start, fact.End),
            $"{fact.Key} does not follow: {solved} hold for {at} alone, and there its left side is {left}, its right side {right}.",
            Evidence.Of(("first", solved), ("second", fact.Key), ("with", at), ("left", left), ("right", right))));
    }

    private static string Written(ImmutableSortedDictionary<string, Rational> solution) =>
        string.Join(", ", solution.Select(pair => $"{pair.Key} = {pair.Value}"));
}
