using System.Collections.Immutable;
using ReasoningLsp.Mathematics.Evaluation;
using ReasoningLsp.Mathematics.Expressions;
using ReasoningLsp.Review.Analysis;
using ReasoningLsp.Review.Checking;
using ReasoningLsp.Review.Findings;
using ReasoningLsp.Review.Languages;
using ReasoningLsp.Traces;

namespace ReasoningLsp.Review.Equations;

/// <summary>"Solving the system we get a = -6 and c = 5/2": the values are put back into the equations that were solved.</summary>
internal static class SolvedSystem
{
    private const int FewestLetters = 2, MostLetters = 5, MostEquations = 12, LongestBridge = 60;

    /// <summary>Reports under <paramref name="rule"/> the solutions that do not satisfy an equation of their system.</summary>
    public static void Report(StepContext context, Rule rule)
    {
        if (context.Facts.Traits is { IsCongruent: true } or { StarIsDefined: true } or { HasOtherBase: true }
            || context.Analysis.HasCases)
            return;
        var equations = context.Analysis.Equations;
        for (var i = 0; i < equations.Length; i++)
        {
            var solution = ValuesFrom(context.Analysis, i);
            if (solution.Length >= FewestLetters && IsConcluded(context.Analysis, solution) && AreRational(context, solution)
                && Unsatisfied(context, i, solution) is { } fact
                && !AskedSystem.Explains(context, Values(solution), solution[0].Start))
            {
                PutBack.Report(context, rule, TextSpan.FromBounds(solution[0].Start, solution[^1].End),
                    string.Join(", ", solution.Select(value => value.Key)), fact, Values(solution));
            }

            i += Math.Max(0, solution.Length - 1);
        }
    }

    // Values of several letters, one behind the other with "and" or a comma between them.
    private static ImmutableArray<EquationFact> ValuesFrom(StepAnalysis analysis, int first)
    {
        var values = ImmutableArray.CreateBuilder<EquationFact>();
        for (var i = first; i < analysis.Equations.Length && values.Count < MostLetters; i++)
        {
            var fact = analysis.Equations[i];
            if (!UnfoundedEquations.IsValue(fact) || fact.Link != 0 || analysis.Statements[fact.Statement].Chain.Signs.Length != 1
                || !PutBack.IsExact(fact.Right) || values.Any(value => value.Left.Equals(fact.Left))
                || (values.Count > 0 && (fact.Statement != values[^1].Statement + 1
                    || !SetOfValues.AreJoined(analysis.Statements[fact.Statement].Bridge))))
                break;
            values.Add(fact);
        }

        return values.ToImmutable();
    }

    private static ImmutableArray<(string Name, Expression Value)> Values(ImmutableArray<EquationFact> solution) =>
        [.. solution.Select(value => (((Symbol)value.Left).Name, value.Right))];

    private static bool IsConcluded(StepAnalysis analysis, ImmutableArray<EquationFact> solution)
    {
        var first = analysis.Statements[solution[0].Statement];
        return first.Lexicon.Has(PhraseRole.Concluded, first.Before) && !first.Lexicon.Has(PhraseRole.PutIn, LastWords(first.Before))
            && solution.All(value => analysis.Statements[value.Statement] is var statement && ClaimGuard.IsAsserted(statement)
                && !ClaimGuard.IsTried(statement) && !statement.Lexicon.Has(PhraseRole.Several, statement.After));
    }

    private static bool AreRational(StepContext context, ImmutableArray<EquationFact> solution) => solution.All(value =>
        context.Tools.Numeric.Evaluator.Evaluate(value.Right, Evaluator.NoSymbols)?.Exact is not null);

    private static string LastWords(string before)
    {
        const int Near = 12;
        return before[Math.Max(0, before.Length - Near)..];
    }

    // "The intersection of x + y = 1 and y + z = 1: we find x = 0, y = 1, z = 0": the equations that stand joined right before the values.
    private static IEnumerable<EquationFact> Beside(StepContext context, int first, IReadOnlySet<string> letters)
    {
        var (equations, statements) = (context.Analysis.Equations, context.Analysis.Statements);
        for (var i = first - 1; i >= 0; i--)
        {
            var (fact, next) = (equations[i], statements[equations[i + 1].Statement]);
            if (fact.Link != 0 || fact.Statement != next.Index - 1 || statements[fact.Statement].Chain.Signs is not ["="]
                || !fact.Symbols.IsSubsetOf(letters) || !PutBack.CanTell(fact) || fact.Symbols.Count < FewestLetters
                || (i == first - 1 ? next.Bridge.Length > LongestBridge || next.Bridge.AsSpan().ContainsAny(".;\n")
                    : !SetOfValues.AreJoined(next.Bridge)))
                yield break;
            yield return fact;
        }
    }

    // Of the equations before, from the nearest on, as many as there are letters, each in these letters alone.
    private static EquationFact? Unsatisfied(StepContext context, int first, ImmutableArray<EquationFact> solution)
    {
        var letters = solution.Select(value => ((Symbol)value.Left).Name).ToImmutableHashSet(StringComparer.Ordinal);
        var beside = Beside(context, first, letters).ToList();
        if (beside.Count > 1)
            return beside.Find(fact => PutBack.Fails(context, fact, Values(solution)));
        if (context.Facts.HasCases)
            return null;
        var known = context.Facts.PlacedEquationsOn(letters)
            .OrderBy(placed => placed.Step).ThenBy(placed => placed.Fact.Start).Select(placed => placed.Fact)
            .Concat(context.Analysis.Equations.Take(first))
            .Where(fact => fact.Symbols.Count > 1 && fact.Symbols.IsSubsetOf(letters) && PutBack.CanTell(fact))
            .DistinctBy(fact => fact.Key).TakeLast(MostEquations).ToList();
        if (known.Count < letters.Count)
            return null;
        return known.TakeLast(letters.Count).FirstOrDefault(fact => PutBack.Fails(context, fact, Values(solution)));
    }
}
