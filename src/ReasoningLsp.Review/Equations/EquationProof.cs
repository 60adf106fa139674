using System.Collections.Immutable;
using ReasoningLsp.Mathematics.Algebra;
using ReasoningLsp.Mathematics.Expressions;
using ReasoningLsp.Mathematics.Judging;
using ReasoningLsp.Review.Analysis;
using Quantity = ReasoningLsp.Mathematics.Expressions.Quantity;

namespace ReasoningLsp.Review.Equations;

/// <summary>Proves an equality in letters from equations that were stated before it, exactly; it never refutes.</summary>
internal static class EquationProof
{
    private const int MostFacts = 24, MostTerms = 30;

    /// <summary>How it follows, for a person; null where that is not proven.</summary>
    /// <param name="left">Its left side.</param>
    /// <param name="right">Its right side.</param>
    /// <param name="facts">What was stated before, the nearest last: each alone may be what it follows from.</param>
    /// <param name="together">Those that hold together with it, for what follows from several.</param>
    /// <param name="known">What is known of the letters.</param>
    /// <param name="tools">The mathematics.</param>
    /// <param name="cancellationToken">Stops it.</param>
    public static string? Of(Expression left, Expression right, ImmutableArray<EquationFact> facts, ImmutableArray<EquationFact> together,
        KnownValues known, Toolbox tools, CancellationToken cancellationToken)
    {
        if (IsUnsure(left) || IsUnsure(right))
            return null;
        if (ByValues(left, right, known, tools) is { } values)
            return values;
        if (HasUnits(left) || HasUnits(right) || RationalFunction.Difference(left, right) is not { Top: { IsZero: false } zero }
            || zero.Terms.Count > MostTerms)
            return null;
        var said = new EquationFact(0, 0, left, right, ExpressionInspector.Symbols(left, right), 0, 0, tools.Identities);
        foreach (var fact in Candidates(facts))
        {
            cancellationToken.ThrowIfCancellationRequested();
            if (EquationPair.Follows(fact, said))
                return $"{said.Key} follows from {fact.Key}";
        }

        var candidates = Candidates(together);
        return Substituted(said, candidates, known, tools, cancellationToken) ?? Combined(said, zero, candidates);
    }

    private static List<EquationFact> Candidates(ImmutableArray<EquationFact> facts) => [.. facts.Where(fact => !IsUnsure(fact.Left)
        && !IsUnsure(fact.Right) && !HasUnits(fact.Left) && !HasUnits(fact.Right)
        && fact.Difference is { Top: { IsZero: false } top } && top.Terms.Count <= MostTerms).Reverse().Take(MostFacts)];

    // With what is known of the letters both sides are the same.
    private static string? ByValues(Expression left, Expression right, KnownValues known, Toolbox tools)
    {
        var used = new HashSet<string>(StringComparer.Ordinal);
        var (a, b) = (known.PutInto(left, used), known.PutInto(right, used));
        if (used.Count == 0)
            return null;
        var holds = ExpressionInspector.IsClosed(a) && ExpressionInspector.IsClosed(b)
            ? tools.Links.JudgeReading(a, b).Verdict == Verdict.Holds
            : tools.Identities.Compare(a, b).Holds == true;
        return holds ? $"{left} = {right} holds with {known.Written(used)}" : null;
    }

    // "2x + y = 10 and y = 3, so 2x + 3 = 10": the same after what is known was put into both.
    private static string? Substituted(EquationFact said, List<EquationFact> facts, KnownValues known, Toolbox tools,
        CancellationToken cancellationToken)
    {
        var used = new HashSet<string>(StringComparer.Ordinal);
        var own = PutInto(said, known, used, tools);
        if (own.Symbols.Count == 0)
            return null;
        foreach (var fact in facts)
        {
            cancellationToken.ThrowIfCancellationRequested();
            var names = new HashSet<string>(used, StringComparer.Ordinal);
            // A definition put into itself says nothing.
            var other = PutInto(fact, known, names, tools);
            if (names.Count > 0 && other.Symbols.Count > 0 && other.Difference is { Top.IsZero: false } && EquationPair.Follows(other, own))
                return $"{said.Key} follows from {fact.Key} with {known.Written(names)}";
        }

        return null;
    }

    private static EquationFact PutInto(EquationFact fact, KnownValues known, HashSet<string> used, Toolbox tools)
    {
        var (left, right) = (known.PutInto(fact.Left, used), known.PutInto(fact.Right, used));
        return new EquationFact(0, 0, left, right, ExpressionInspector.Symbols(left, right), 0, 0, tools.Identities);
    }

    // Sums of multiples of what was stated; equations that contradict each other prove nothing.
    private static string? Combined(EquationFact said, Polynomial zero, List<EquationFact> facts)
    {
        var span = new LinearSpan();
        var taken = new List<EquationFact>();
        foreach (var fact in facts)
        {
            if (span.Take(fact.Difference!.Top))
                taken.Add(fact);
        }

        if (taken.Count < 2 || !span.Holds(zero))
            return null;
        // Those that are not needed are left out of what is told.
        for (var i = taken.Count - 1; i >= 0 && taken.Count > 1; i--)
        {
            var fewer = new LinearSpan();
            foreach (var fact in taken.Where((_, index) => index != i))
                fewer.Take(fact.Difference!.Top);
            if (fewer.Holds(zero))
                taken.RemoveAt(i);
        }

        return $"{said.Key} follows from {string.Join(" and ", Enumerable.Reverse(taken).Select(fact => fact.Key))}";
    }

    private static bool HasUnits(Expression side) =>
        ExpressionInspector.Nodes(side).Any(node => node is Quantity { Unit: not ("$" or "€" or "£") });

    // Signs for two values and parts of collections are compared by others.
    private static bool IsUnsure(Expression side) => ExpressionInspector.Nodes(side).Any(node => node is Collection
        or Call { Operation: Operation.PlusMinus or Operation.Percent });
}
