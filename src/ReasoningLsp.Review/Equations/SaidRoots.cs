using System.Buffers;
using ReasoningLsp.Mathematics.Evaluation;
using ReasoningLsp.Mathematics.Expressions;
using ReasoningLsp.Review.Analysis;
using ReasoningLsp.Review.Checking;
using ReasoningLsp.Review.Findings;
using ReasoningLsp.Review.Languages;
using ReasoningLsp.Traces;

namespace ReasoningLsp.Review.Equations;

/// <summary>"By inspection, x = 3 is a root": a value that is said to solve the equation must solve one of those before.</summary>
internal static class SaidRoots
{
    private static readonly SearchValues<char> s_ends = SearchValues.Create(".;,!?\n。；，！？");
    private static readonly SearchValues<char> s_formulas = SearchValues.Create("$\\=0123456789");

    /// <summary>Reports under <paramref name="rule"/> a value that solves none of them.</summary>
    public static void Report(StepContext context, Rule rule)
    {
        if (context.Facts.Traits is { IsCongruent: true } or { HasOtherLaws: true } or { HasOtherBase: true } or { StarIsDefined: true })
            return;
        foreach (var fact in context.Analysis.Equations)
        {
            var statement = context.Analysis.Statements[fact.Statement];
            if (!UnfoundedEquations.IsValue(fact) || statement.Chain.Signs is not ["="] || !PutBack.IsExact(fact.Right)
                || !IsSaid(statement) || !ClaimGuard.IsAsserted(statement) || statement.Has(UnfoundedEquations.Unsure)
                || context.Tools.Numeric.Evaluator.Evaluate(fact.Right, Evaluator.NoSymbols) is not { } value)
                continue;
            var known = Known(context, fact);
            var symbols = new Dictionary<string, Value> { [((Symbol)fact.Left).Name] = value };
            var sides = known.Select(other => ClosedValue.Apart(other, symbols, context.Tools.Numeric.Evaluator)).ToList();
            if (sides.Count > 0 && sides.TrueForAll(apart => apart is not null))
            {
                context.Report(new Draft(rule, TextSpan.FromBounds(fact.Start, fact.End),
                    $"{fact.Key} does not satisfy {known[^1].Key}: {sides[^1]}.",
                    Evidence.Of(("equation", known[^1].Key), ("with", fact.Key), ("why", sides[^1]!))));
            }
        }
    }

    // Right behind the value, and no formula in what is left of the clause: it may name an equation of its own.
    private static bool IsSaid(Statement statement)
    {
        var rest = statement.After.AsSpan().TrimStart(" \t\u00a0$\\)");
        var end = rest.IndexOfAny(s_ends);
        rest = end < 0 ? rest : rest[..end];
        return !rest.ContainsAny(s_formulas) && statement.Lexicon.After(PhraseRole.IsRoot, rest) is var after and >= 0
            && statement.Lexicon.Without(PhraseRole.IsRoot, rest[..after].ToString()).AsSpan().Trim().IsEmpty;
    }

    // The equations in the letter alone, of the problem and of all that stands before.
    private static List<EquationFact> Known(StepContext context, EquationFact value) =>
        [.. context.EquationsBefore([.. value.Symbols], value.Statement)
            .Where(other => other.Symbols.SetEquals(value.Symbols) && !UnfoundedEquations.IsValue(other) && !other.IsRewriting)];
}
