using System.Collections.Immutable;
using ReasoningLsp.Mathematics.Algebra;
using ReasoningLsp.Review.Analysis;
using ReasoningLsp.Review.Checking;
using ReasoningLsp.Review.Findings;
using ReasoningLsp.Review.Languages;
using ReasoningLsp.Traces;

namespace ReasoningLsp.Review.Equations;

/// <summary>"x + 2y = 3, 2x - y = 4. Simplifying these equations, we get …": rows of linear equations that are said to be rows before them
/// written anew. Each must be made of these by numbers.</summary>
internal static class SystemRows
{
    private const int FewestRows = 2, MostRows = 5, LongestGap = 12;

    private static readonly PhraseSet s_rewrites = new([.. LanguagePhrases.InAll(PhraseRole.Rewritten)]);

    /// <summary>Reports under <paramref name="rule"/> the rows that do not follow from those before.</summary>
    public static void Report(StepContext context, Rule rule)
    {
        if (context.Facts.Traits is { IsCongruent: true } or { StarIsDefined: true } || context.Analysis.HasCases)
            return;
        var equations = context.Analysis.Equations;
        for (var i = FewestRows; i < equations.Length; i++)
        {
            var statement = context.Analysis.Statements[equations[i].Statement];
            if (!s_rewrites.OccursIn(statement.Bridge) || !DerivationBridge.Derives(statement.Bridge, statement.Lexicon)
                || !ClaimGuard.IsAsserted(statement) || ClaimGuard.IsTried(statement)
                || Rows(context.Analysis, i - 1, -1) is not { Length: >= FewestRows } before
                || Rows(context.Analysis, i, 1) is not { Length: >= FewestRows } after || after.Length > before.Length)
                continue;
            var known = new LinearSpan();
            foreach (var row in before)
                known.Take(row.Difference!.Top);
            var names = before.SelectMany(row => row.Symbols).ToHashSet(StringComparer.Ordinal);
            foreach (var row in after.Where(row => row.Symbols.IsSubsetOf(names) && !IsMadeOf(known, row.Difference!.Top)))
            {
                var (first, second) = (string.Join(", ", before.Select(other => other.Key)), row.Key);
                const string Why = "no multiples of these add up to it";
                context.Report(new Draft(rule, TextSpan.FromBounds(row.Start, row.End),
                    $"{second} does not follow from {first}: {Why}.",
                    Evidence.Of(("first", first), ("second", second), ("why", Why))));
            }
        }
    }

    // The rows from one on, or up to it, that nothing but signs parts.
    private static ImmutableArray<EquationFact> Rows(StepAnalysis analysis, int index, int direction)
    {
        var rows = new List<EquationFact>();
        for (var i = index; i >= 0 && i < analysis.Equations.Length && rows.Count < MostRows; i += direction)
        {
            var fact = analysis.Equations[i];
            if (fact.Link != 0 || analysis.Statements[fact.Statement].Chain.Signs is not ["="] || !IsLinear(fact)
                || UnfoundedEquations.IsValue(fact)
                || (rows.Count > 0 && !AreNext(analysis, direction > 0 ? rows[^1] : fact, direction > 0 ? fact : rows[^1])))
                break;
            rows.Add(fact);
        }

        return [.. rows];
    }

    private static bool AreNext(StepAnalysis analysis, EquationFact first, EquationFact second)
    {
        var bridge = analysis.Statements[second.Statement].Bridge;
        return second.Statement == first.Statement + 1
            && (SetOfValues.AreJoined(bridge) || (bridge.Length <= LongestGap && !bridge.Any(char.IsLetterOrDigit)));
    }

    private static bool IsLinear(EquationFact fact) => fact.Symbols.Count > 0 && PutBack.IsExact(fact.Left) && PutBack.IsExact(fact.Right)
        && fact.Difference is { IsPolynomial: true, Top: { IsZero: false, ConstantValue: null } top, Bottom.ConstantValue: not null }
        && top.Terms.Keys.All(term => term.Degree <= 1);

    // Rows that contradict each other give everything.
    private static bool IsMadeOf(LinearSpan rows, Polynomial equation) => rows.IsContradictory || rows.Holds(equation);
}
