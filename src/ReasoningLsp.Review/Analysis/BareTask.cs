using System.Collections.Immutable;
using System.Text;
using ReasoningLsp.Mathematics.Patterns;
using ReasoningLsp.Review.Languages;

namespace ReasoningLsp.Review.Analysis;

/// <summary>A problem that does nothing but want one equation or inequality solved, or a system, over the real numbers.</summary>
internal static partial class BareTask
{
    private const int Longest = 200;

    private const int MostEquations = 4;

    /// <summary>The relation that is to be solved; null where the problem says anything else that may restrict its solutions.</summary>
    public static Statement? Of(StepAnalysis problem) => problem.Statements is [{ Chain.Signs.Length: 1 } only]
        && SaysNothingElse(problem, [only]) ? only : null;

    /// <summary>The equations of a system that is to be solved; none where the problem says anything else.</summary>
    public static ImmutableArray<EquationFact> System(StepAnalysis problem)
    {
        var statements = problem.Statements;
        return statements.Length is >= 2 and <= MostEquations && problem.Equations.Length == statements.Length
            && statements.All(statement => statement.Chain.Signs is ["="]) && SaysNothingElse(problem, statements) ? problem.Equations : [];
    }

    private static bool SaysNothingElse(StepAnalysis problem, ImmutableArray<Statement> relations)
    {
        if (problem.Plain.Length > Longest || problem.Lexicon.HasUnknown)
            return false;
        var around = new StringBuilder();
        var at = 0;
        foreach (var chain in relations.Select(relation => relation.Chain))
        {
            around.Append(problem.Plain, at, chain.Start - at).Append(' ');
            at = chain.End;
        }

        around.Append(problem.Plain, at, problem.Plain.Length - at);
        var words = s_label.Replace(s_layout.Replace(around.ToString().ToLowerInvariant(), " "), " ");
        return !s_word.IsMatch(problem.Lexicon.Without(PhraseRole.BareTask, words));
    }

    // "Exercise 3.", "(b)"
    private static readonly LinearRegex s_label = new(@"^\W*\p{L}*\s*\(?[0-9a-z]{1,2}[.):]");

    // The brace of a system.
    private static readonly LinearRegex s_layout = new(
        @"\\(?:begin|end)\s?\{(?:cases|aligned|align|array|gather|gathered|equation|split)\*?\}(?:\{[lcr]+\})?"
        + @"|\\(?:left|right|quad|qquad)\b");

    private static readonly LinearRegex s_word = new(@"\p{L}{2,}|\p{Nd}|[ℕℤℚℂ\u2E80-\u2FFF\u3040-\u9FFF\uAC00-\uD7AF<>≤≥≠∈|]");
}
