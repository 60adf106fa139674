using System.Collections.Immutable;
using ReasoningLsp.Mathematics.Algebra;
using ReasoningLsp.Mathematics.Evaluation;
using ReasoningLsp.Mathematics.Expressions;
using ReasoningLsp.Mathematics.Numbers;
using ReasoningLsp.Review.Analysis;
using ReasoningLsp.Review.Checking;
using ReasoningLsp.Review.Findings;
using ReasoningLsp.Review.Languages;
using ReasoningLsp.Traces;

namespace ReasoningLsp.Review.Equations;

/// <summary>"By Vieta's formulas, r + s = 7 and rs = -10": sums of products of the roots are read off the polynomial that the step speaks
/// of.</summary>
internal static class RootSums
{
    private const int MostRoots = 6;

    private static readonly string[] s_variables = ["x", "y", "z", "t", "u", "w", "n", "X"];

    /// <summary>Reports under <paramref name="rule"/> such a sum that is another number, where one beside it agrees: then the letters
    /// stand for the roots.</summary>
    public static void Report(StepContext context, Rule rule)
    {
        // Two equations in several letters, which few steps have.
        if (context.Analysis.Equations.Count(fact => fact.Symbols.Count > 1) < 2)
            return;
        if (!context.Analysis.Lexicon.Has(PhraseRole.RootSums, context.Analysis.Lower)
            || context.Facts.Traits is { IsCongruent: true } or { RedefinesNotation: true } || context.Analysis.HasCases)
            return;
        var claims = context.Analysis.Statements.Select(statement => Claim.Of(statement, context)).OfType<Claim>().ToList();
        foreach (var group in claims.GroupBy(claim => string.Join(' ', claim.Roots)).Where(group => group.Count() > 1))
        {
            context.CancellationToken.ThrowIfCancellationRequested();
            var count = group.First().Roots.Length;
            if (Polynomials(context, count, group.First()) is not [var polynomial])
                continue;
            Rational Truth(Claim claim) => (claim.Degree % 2 == 0 ? polynomial.Coefficients : [.. polynomial.Coefficients.Select(c => -c)])
                [count - claim.Degree] / polynomial.Coefficients[count];
            // Two sums of one kind would be of two polynomials.
            if (group.Select(claim => claim.Degree).Distinct().Count() < group.Count() || group.All(claim => claim.Value != Truth(claim)))
                continue;
            foreach (var claim in group.Where(claim => claim.Value != Truth(claim)))
                Report(context, rule, claim, polynomial, Truth(claim));
        }
    }

    private static void Report(StepContext context, Rule rule, Claim claim, UnivariatePolynomial polynomial, Rational truth)
    {
        var chain = claim.Statement.Chain;
        var (sum, written) = (chain.Members[0].Expression!, polynomial.ToPolynomial().ToString());
        context.Report(new Draft(rule, TextSpan.FromBounds(chain.Members[0].Start, chain.Members[^1].End),
            $"Of the roots of {written}, {sum} is {truth}, the step says {claim.Value}.",
            Evidence.Of(("first", written), ("second", $"{sum} = {claim.Value}"), ("why", $"the coefficients give {sum} = {truth}"))));
    }

    // Those of the degree that the step, an earlier one or the problem speaks of, each up to a factor.
    private static List<UnivariatePolynomial> Polynomials(StepContext context, int degree, Claim first)
    {
        var facts = context.EquationsBefore(s_variables, context.Analysis.Statements.Length);
        var found = new List<UnivariatePolynomial>();
        foreach (var variable in s_variables.Where(name => !first.Roots.Contains(name)))
        {
            var own = context.Analysis.Formulas.Where(formula => IsIn(variable, formula)).Select(formula => RationalFunction.From(formula));
            var known = facts.Where(fact => fact.Symbols.Contains(variable) && !fact.IsRewriting).Select(fact => Of(fact, variable));
            found.AddRange(own.Concat(known).OfType<RationalFunction>()
                .Where(function => function.IsPolynomial && function.Bottom.ConstantValue is not null)
                .Select(function => UnivariatePolynomial.From(function.Top, variable)).OfType<UnivariatePolynomial>()
                .Where(polynomial => polynomial.Degree == degree));
        }

        return [.. found.DistinctBy(polynomial =>
            string.Join(' ', polynomial.Coefficients.Select(coefficient => coefficient / polynomial.Coefficients[^1])))];
    }

    private static bool IsIn(string variable, Expression expression) =>
        ExpressionInspector.Symbols(expression) is { Count: 1 } names && names.Contains(variable);

    // "x² - 7x + 10 = 0", and "P(x) = x² - 7x + 10".
    private static RationalFunction? Of(EquationFact fact, string variable) =>
        fact.Left is not FunctionValue { Arguments: [Symbol { Name: var name }] } ? fact.Symbols.Count == 1 ? fact.Difference : null
        : name == variable && IsIn(variable, fact.Right) ? RationalFunction.From(fact.Right) : null;

    /// <summary>An elementary symmetric sum, of all letters in it, said to be a number.</summary>
    /// <param name="Statement">Where it stands.</param>
    /// <param name="Roots">The letters, in order.</param>
    /// <param name="Degree">Of how many letters each product is.</param>
    /// <param name="Value">The number.</param>
    private sealed record Claim(Statement Statement, ImmutableArray<string> Roots, int Degree, Rational Value)
    {
        public static Claim? Of(Statement statement, StepContext context)
        {
            var chain = statement.Chain;
            if (chain.Modulus is not null || chain.Signs.Any(sign => sign != "=") || !ClaimGuard.IsAsserted(statement)
                || ClaimGuard.IsTried(statement) || statement.Has(UnfoundedEquations.Unsure)
                || chain.Members[0].Expression is not Call sum || chain.Members[^1].Expression is not { } last
                || !ExpressionInspector.IsClosed(last) || RationalFunction.From(sum) is not { IsPolynomial: true } function
                || function.Bottom.ConstantValue is not { } bottom || bottom != Rational.One
                || context.Tools.Numeric.Evaluator.Evaluate(last, Evaluator.NoSymbols)?.Exact is not { } value)
                return null;
            var roots = function.Top.Atoms().Order(StringComparer.Ordinal).ToImmutableArray();
            var degree = function.Top.Terms.Keys.First().Degree;
            return roots.Length is >= 2 and <= MostRoots && function.Top.Terms.All(term => term.Value == Rational.One
                    && term.Key.Degree == degree && IsPlain(term.Key)) && function.Top.Terms.Count == Choose(roots.Length, degree)
                ? new Claim(statement, roots, degree, value) : null;
        }

        private static bool IsPlain(Monomial product)
        {
            foreach (var (_, power) in product.Factors)
            {
                if (power != 1)
                    return false;
            }

            return true;
        }

        private static int Choose(int all, int taken)
        {
            var ways = 1;
            for (var i = 0; i < taken; i++)
                ways = ways * (all - i) / (i + 1);
            return ways;
        }
    }
}
