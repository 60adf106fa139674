using System.Collections.Immutable;
using ReasoningLsp.Mathematics.Algebra;
using ReasoningLsp.Mathematics.Evaluation;
using ReasoningLsp.Mathematics.Expressions;
using ReasoningLsp.Mathematics.Judging;
using ReasoningLsp.Mathematics.Numbers;
using ReasoningLsp.Review.Analysis;
using ReasoningLsp.Review.Relations;

namespace ReasoningLsp.Review.Equations;

/// <summary>
/// Whether two equations have solutions in common, or, where the second is the first rewritten, whether all of one's are the other's. With
/// the other symbols fixed at numbers each becomes a
/// polynomial in one symbol; two polynomials without a common factor have no common root, real or complex.
/// </summary>
internal static class EquationPair
{
    private static readonly ImmutableArray<Rational> s_points = [new(7, 3), new(13, 5), new(5, 4), new(17, 7), new(11, 6), new(23, 9), 3, 5,
        7, 11, 4, 9];

    /// <summary>What shows that they have none, for a person; null where they have one or nothing is certain.</summary>
    public static string? Compare(EquationFact first, EquationFact second, bool isRewritten, Toolbox tools,
        CancellationToken cancellationToken)
    {
        // "x = 100°, so x = 100": the sign comes and goes.
        if (HasDegrees(first) != HasDegrees(second))
            return null;
        if (ClosedValue.Misses(first, second, tools) is { } miss)
            return miss;
        if (OfSameSide(first, second, tools) is { } unlike)
            return unlike;
        if (SharedAtoms.DifferByNumber(first, second) is { } number)
            return number;
        if (ExpressionInspector.Nodes(first.Left).Concat(ExpressionInspector.Nodes(first.Right)).Any(node => node is Call
            {
                Operation: Operation.Root or Operation.Abs or Operation.Ln or Operation.Log
            }) && (OneWayStep.HasNoSolution(first) || OneWayStep.Leads(first, second, tools)))
            return null;
        if (first.Difference is not { } f || second.Difference is not { } g || f.Top.IsZero || g.Top.IsZero)
            return null;
        // √(2x + 3) = x, then x² - 2x - 3 = 0: whatever solves the first solves its square.
        if (RadicalEquation.Squared(first) is { } squared && g.IsPolynomial && g.Top.Atoms().SetEquals(first.Symbols)
            && WithoutCommonRoot(squared, second, g.Top) is { } other)
            return other;
        if (!f.IsPolynomial || !g.IsPolynomial)
            return CompareByValue(first, second, g, tools) ?? CompareFractions(first, second, f.Top, g.Top)
                ?? CompareInFunction(first, second, f, g) ?? LinearValue.Apart(first, second, tools)
                ?? CircleEquations.Apart(first, second);
        if (isRewritten && WithoutFactor(f.Top, g.Top) is { } rest)
            f = f with { Top = rest };
        var atoms = f.Top.Atoms();
        if (!atoms.SetEquals(g.Top.Atoms()) || atoms.Count is 0 or > 6 || IsRounded(f.Top, g.Top))
            return null;
        if (RoundsARoot(f.Top, second, g.Top))
            return null;
        var compared = 0;
        string? witness = null;
        foreach (var atom in atoms.Order(StringComparer.Ordinal))
        {
            for (var trial = 0; trial < 2; trial++)
            {
                cancellationToken.ThrowIfCancellationRequested();
                if (Fix(f.Top, atom, trial) is not { } p || Fix(g.Top, atom, trial) is not { } q || p.Degree < 1 || q.Degree < 1
                    || p.Degree > 16 || q.Degree > 16)
                    continue;
                var common = UnivariatePolynomial.Gcd(p, q).DistinctRoots;
                if (common > 0 && (!isRewritten || common == p.DistinctRoots || common == q.DistinctRoots))
                    return null;
                compared++;
                witness ??= Witness(atoms, atom, trial, p, q);
            }
        }

        return compared > 0 ? witness ?? string.Empty : null;
    }

    /// <summary>Whether the equations are the same but for a factor: what a row of a derivation is to the next.</summary>
    public static bool AreProportional(EquationFact first, EquationFact second) =>
        first.Difference is { Top: { IsZero: false } f } && second.Difference is { Top: { IsZero: false } g } && f.IsMultipleOf(g);

    /// <summary>Whether it is proven that each solution of the second solves the first: a factor apart, or all its roots among the
    /// first's.</summary>
    public static bool Follows(EquationFact first, EquationFact second)
    {
        if (AreProportional(first, second))
            return true;
        if (first.Difference is not { IsPolynomial: true, Top: { IsZero: false } f }
            || second.Difference is not { IsPolynomial: true, Top: { IsZero: false } g } || f.Atoms() is not { Count: 1 } atoms
                || !atoms.SetEquals(g.Atoms()))
            return false;
        var atom = atoms.First();
        // "x² = 9, so x = 3" loses a root: it follows in one direction only.
        return UnivariatePolynomial.From(f, atom) is { } p && UnivariatePolynomial.From(g, atom) is { DistinctRoots: > 0 } q
            && UnivariatePolynomial.Gcd(p, q).DistinctRoots == q.DistinctRoots && p.DistinctRoots == q.DistinctRoots;
    }

    // a + 5(r - 1)a = r²a, then 5r - 4 = r²: a letter that is a factor of every term is divided by.
    private static Polynomial? WithoutFactor(Polynomial first, Polynomial second)
    {
        var names = second.Atoms();
        if (first.Atoms().Where(atom => !names.Contains(atom)).ToList() is not [var factor] || names.Count == 0
            || first.Coefficient(factor, first.DegreeIn(factor)) is not { } rest || !rest.Atoms().SetEquals(names))
            return null;
        return first.Terms.Keys.All(monomial => monomial.PowerOf(factor) == first.DegreeIn(factor)) ? rest : null;
    }

    // 2^x = 32, then 2^x = 2^6.
    private static string? OfSameSide(EquationFact first, EquationFact second, Toolbox tools)
    {
        if (first.Left is not Call { Operation: Operation.Power or Operation.Exp } || !first.Left.Equals(second.Left)
            || !ExpressionInspector.IsClosed(first.Right) || !ExpressionInspector.IsClosed(second.Right)
            || tools.Links.JudgeReading(first.Right, second.Right) is not { Verdict: Verdict.Fails } judgment)
            return null;
        return $": {first.Left} is {ValueText.Of(judgment.Left)} first, then {ValueText.Of(judgment.Right)}";
    }

    private static bool HasDegrees(EquationFact fact) =>
        ExpressionInspector.Nodes(fact.Left).Concat(ExpressionInspector.Nodes(fact.Right))
        .Any(node => node is Call { Operation: Operation.Degrees });

    // log(2x - 2) = 4, then x = 3: the value is put into the first equation.
    private static string? CompareByValue(EquationFact first, EquationFact second, RationalFunction g, Toolbox tools)
    {
        if (!g.IsPolynomial || first.Symbols.Count != 1 || !first.Symbols.SetEquals(second.Symbols))
            return null;
        var atom = first.Symbols.First();
        if (UnivariatePolynomial.From(g.Top, atom) is not { Degree: >= 1 } q)
            return null;
        var roots = q.RationalRoots();
        if (roots.Length < q.Degree)
            return null;
        // Squaring lets in what may be rejected later.
        if (RadicalEquation.Squared(first) is { } squared && UnivariatePolynomial.From(squared, atom) is { } powers
            && roots.All(root => powers.At(root).IsZero))
            return null;
        string? witness = null;
        foreach (var root in roots)
        {
            var symbols = new Dictionary<string, Value> { [atom] = Value.Of(root) };
            var evaluator = tools.Numeric.Evaluator;
            if (ClosedValue.Outside(first, symbols, evaluator) is { } outside)
            {
                witness ??= $": at {atom} = {root} {outside} is not defined";
                continue;
            }

            if (ClosedValue.Apart(first, symbols, evaluator) is not { } sides)
                return null;
            witness ??= $": at {atom} = {root} {sides}";
        }

        return witness;
    }

    // x/512 = 1/(2x), then x² = 512: a fraction is zero only where its numerator is.
    private static string? CompareFractions(EquationFact first, EquationFact second, Polynomial f, Polynomial g)
    {
        if (first.Symbols.Count != 1 || !first.Symbols.SetEquals(second.Symbols) || !first.Symbols.SetEquals(f.Atoms())
            || !first.Symbols.SetEquals(g.Atoms()))
            return null;
        return WithoutCommonRoot(f, second, g);
    }

    // 2 sin² x - 3 sin x + 1 = 0, then (2 sin x - 1)(sin x + 1) = 0: polynomials in the one function of the letter.
    private static string? CompareInFunction(EquationFact first, EquationFact second, RationalFunction f, RationalFunction g)
    {
        var atoms = f.Top.Atoms();
        return first.Symbols.Count == 1 && first.Symbols.SetEquals(second.Symbols) && atoms.Count == 1 && !atoms.SetEquals(first.Symbols)
            && atoms.SetEquals(g.Top.Atoms()) && f.Bottom.ConstantValue is not null && g.Bottom.ConstantValue is not null
            ? WithoutCommonRoot(f.Top, second, g.Top) : null;
    }

    // Two polynomials in the one letter of both.
    private static string? WithoutCommonRoot(Polynomial f, EquationFact second, Polynomial g)
    {
        var atom = f.Atoms().First();
        return !IsRounded(f, g) && !RoundsARoot(f, second, g) && UnivariatePolynomial.From(f, atom) is { Degree: >= 1 and <= 16 } p
            && UnivariatePolynomial.From(g, atom) is { Degree: >= 1 and <= 16 } q
            && UnivariatePolynomial.Gcd(p, q).DistinctRoots == 0 ? Witness(f.Atoms(), atom, 0, p, q) ?? string.Empty : null;
    }

    private static UnivariatePolynomial? Fix(Polynomial polynomial, string free, int trial)
    {
        Polynomial? fixedPolynomial = polynomial;
        var index = trial * 3;
        foreach (var atom in polynomial.Atoms().Order(StringComparer.Ordinal))
        {
            if (atom != free)
                fixedPolynomial = fixedPolynomial?.Substitute(atom, Polynomial.Of(s_points[index++ % s_points.Length]));
        }

        return fixedPolynomial is null ? null : UnivariatePolynomial.From(fixedPolynomial, free);
    }

    private static string? Witness(HashSet<string> atoms, string atom, int trial, UnivariatePolynomial p, UnivariatePolynomial q)
    {
        if (trial > 0 || p.RationalRoots() is not { IsEmpty: false } roots || q.RationalRoots() is not { IsEmpty: false } others)
            return null;
        var given = atoms.Where(other => other != atom).Order(StringComparer.Ordinal)
            .Select((other, i) => $"{other} = {s_points[i % s_points.Length]}").ToList();
        var where = given.Count > 0 ? $"with {string.Join(", ", given)} " : string.Empty;
        return $": {where}the first gives {atom} = {string.Join(" or ", roots)}, the second {atom} = {string.Join(" or ", others)}";
    }

    // "7M = 78, so M = 11.14", "a³ = 2.916×10⁻²³, so a = 3.08×10⁻⁸ cm": a root rounds to the digits shown, or is cut off there.
    private static bool RoundsARoot(Polynomial first, EquationFact second, Polynomial value)
    {
        if (second is not { Left: Symbol { Name: var name } } || UnivariatePolynomial.From(first, name) is not { } p
            || UnivariatePolynomial.From(value, name)?.RationalRoots() is not [var root, ..]
            || (ShownDigits.LastPlace(second.Right, root) ?? WholeUnits(second.Right)) is not { Sign: > 0 } unit)
            return false;
        var half = unit / 2;
        var (low, high) = root.Sign < 0 ? (root - unit, root + half) : (root - half, root + unit);
        return p.At(low).Sign * p.At(high).Sign <= 0;
    }

    // "v² = 392, so v = 20 m/s": two digits of a measured amount.
    private static Rational? WholeUnits(Expression shown) =>
        shown is Quantity && ExpressionInspector.Literal(shown) is { Value: var number }
            && Rational.Abs(number) >= 10 ? Rational.One : null;

    // Decimal coefficients may have been rounded between the two.
    private static bool IsRounded(Polynomial f, Polynomial g) =>
        f.Terms.Values.Concat(g.Terms.Values).Any(coefficient => !coefficient.IsInteger && coefficient.Denominator > 100);
}
