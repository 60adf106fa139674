using ReasoningLsp.Mathematics.Algebra;
using ReasoningLsp.Mathematics.Expressions;

namespace ReasoningLsp.Mathematics.Symbolic;

/// <content>Products: sums of angles, parts, substitution.</content>
internal static partial class Antiderivative
{
    private const int HighestWave = 6;
    private const int MostCandidates = 12;

    // Products of sines and cosines of linear angles, written as sums: sin a · sin b = (cos(a − b) − cos(a + b))/2.
    private static Expression? OfWaves(FactorList factors, string name, int depth)
    {
        var waves = new List<Call>();
        var others = new List<Expression>();
        foreach (var (operand, exponent) in factors.Powers)
        {
            if (operand is Call { Operation: Operation.Sin or Operation.Cos } wave && Slope(wave.Arguments[0], name) is not null
                && exponent is { IsInteger: true, Sign: > 0 } && exponent <= HighestWave)
                waves.AddRange(Enumerable.Repeat(wave, (int)exponent.Numerator));
            else
                others.Add(Compose.Power(operand, exponent));
        }

        if (waves.Count is < 2 or > HighestWave)
            return null;
        var (first, second) = (waves[0], waves[1]);
        var (a, b) = (first.Arguments[0], second.Arguments[0]);
        Expression difference = Simplified(Compose.Difference(a, b), name), sum = Simplified(Compose.Sum(a, b), name);
        Expression Wave(Operation operation, Expression angle) => Compose.IsZero(angle)
            ? operation == Operation.Cos ? Compose.One : Compose.Zero : Call.Of(operation, angle);
        var pair = (first.Operation, second.Operation) switch
        {
            (Operation.Sin, Operation.Sin) => Compose.Difference(Wave(Operation.Cos, difference), Wave(Operation.Cos, sum)),
            (Operation.Cos, Operation.Cos) => Compose.Sum(Wave(Operation.Cos, difference), Wave(Operation.Cos, sum)),
            (Operation.Sin, _) => Compose.Sum(Wave(Operation.Sin, sum), Wave(Operation.Sin, difference)),
            _ => Compose.Difference(Wave(Operation.Sin, sum), Wave(Operation.Sin, difference)),
        };
        var rest = Compose.Product([.. waves.Skip(2), .. others]);
        var terms = pair is Call { Operation: Operation.Add } parts ? parts.Arguments : [pair];
        return Find(Compose.Sum([.. terms.Select(term => Compose.Product(Compose.Number(new(1, 2)), term, rest))]), name, depth);
    }

    private static Expression Simplified(Expression linear, string name) =>
        RationalFunction.From(linear) is { IsPolynomial: true } form && form.Bottom.ConstantValue is { } bottom
        ? PolynomialWriter.Write(form.Top.Scale(Numbers.Rational.One / bottom)) : linear;

    // A polynomial times e^u, sin u, cos u is derived away; times ln, arcsin, arctan it is integrated.
    private static Expression? OfParts(FactorList factors, string name, int depth)
    {
        foreach (var (operand, exponent) in factors.Powers)
        {
            if (exponent is not { IsInteger: true, Sign: > 0 } || operand is not Call call)
                continue;
            var rest = new FactorList(Compose.One, factors.Powers.Remove((operand, exponent))).Product();
            var isPolynomial = RationalFunction.From(rest) is { IsPolynomial: true };
            if (call.Operation is Operation.Ln or Operation.Log or Operation.Asin or Operation.Acos or Operation.Atan && isPolynomial)
                return ByParts(Compose.Power(operand, exponent), rest, name, depth);
            if (exponent == Numbers.Rational.One && isPolynomial && RationalFunction.From(rest)!.Bottom.DegreeIn(name) == 0
                && call.Operation is Operation.Exp or Operation.Power or Operation.Sin or Operation.Cos or Operation.Sinh or Operation.Cosh
                && OfFunction(call, exponent, name) is not null && Compose.Holds(rest, name))
                return ByParts(rest, call, name, depth - 1);
        }

        return OfWaveOnExponential(factors, name);
    }

    // ∫ u v' = u v − ∫ u' v
    private static Expression? ByParts(Expression derived, Expression integrated, string name, int depth)
    {
        if (Find(integrated, name, depth) is not { } whole || Differentiator.Of(derived, name) is not { } derivative)
            return null;
        var rest = Compose.Product(derivative, whole);
        var factors = FactorList.Of(rest, name);
        return Find(Compose.Product(factors.Constant, factors.Product()), name, depth + 1) is { } inner
            ? Compose.Difference(Compose.Product(derived, whole), inner) : null;
    }

    // e^(ax) sin(bx) and e^(ax) cos(bx)
    private static Expression? OfWaveOnExponential(FactorList factors, string name)
    {
        if (factors.Powers.Length != 2 || factors.Powers.Any(power => power.Exponent != Numbers.Rational.One))
            return null;
        var wave = factors.Powers.Select(power => power.Operand).OfType<Call>().FirstOrDefault(call => call.Operation is Operation.Sin
            or Operation.Cos);
        var grows = factors.Powers.Select(power => power.Operand).OfType<Call>()
            .FirstOrDefault(call => call.Operation is Operation.Exp or Operation.Power
                && !Compose.Holds(call.Operation == Operation.Exp ? Compose.One : call.Arguments[0], name));
        if (wave is null || grows is null || Slope(wave.Arguments[0], name) is not { } b
            || Differentiator.Of(grows, name) is not { } growth)
            return null;
        // The logarithmic slope of the exponential.
        var a = grows.Operation == Operation.Exp ? Slope(grows.Arguments[0], name) : Slope(grows.Arguments[1], name) is { } slope
            ? grows.Arguments[0].Equals(Constant.E) ? slope : Compose.Product(slope, Call.Of(Operation.Ln, grows.Arguments[0])) : null;
        if (a is null)
            return null;
        var u = wave.Arguments[0];
        Expression sine = Call.Of(Operation.Sin, u), cosine = Call.Of(Operation.Cos, u);
        var top = wave.Operation == Operation.Sin ? Compose.Difference(Compose.Product(a, sine), Compose.Product(b, cosine))
            : Compose.Sum(Compose.Product(a, cosine), Compose.Product(b, sine));
        return Compose.Quotient(Compose.Product(grows, top), Compose.Sum(Compose.Power(a, Compose.Two), Compose.Power(b, Compose.Two)));
    }

    // A product of sums, multiplied out.
    private static Expression? OfExpanded(FactorList factors, string name, int depth)
    {
        foreach (var (operand, exponent) in factors.Powers)
        {
            if (operand is not Call { Operation: Operation.Add } sum || exponent is not { IsInteger: true, Sign: > 0 } || exponent > 4)
                continue;
            var less = exponent == Numbers.Rational.One ? factors.Powers.Remove((operand, exponent))
                : factors.Powers.Replace((operand, exponent), (operand, exponent - Numbers.Rational.One));
            var rest = new FactorList(Compose.One, less).Product();
            if (Find(Compose.Sum([.. sum.Arguments.Select(term => Compose.Product(term, rest))]), name, depth + 1) is { } found)
                return found;
        }

        return null;
    }

    // f = g(u)·u' for a part u of f: nothing but u is left after dividing by u'.
    private static Expression? OfSubstitution(Expression integrand, string name, int depth)
    {
        var candidates = ExpressionInspector.Nodes(integrand)
            .Where(node => node is Call && Compose.Holds(node, name) && !node.Equals(integrand)).Distinct().Take(MostCandidates);
        foreach (var u in candidates)
        {
            if (Slope(u, name) is not null || Differentiator.Of(u, name) is not { } derivative)
                continue;
            const string inner = "u#";
            var replaced = ExpressionRewriter.Rewrite(integrand, node => node.Equals(u) ? new Symbol(inner) : null);
            if (Divided(replaced, derivative, name) is { } rest && Find(rest, inner, depth + 1) is { } found)
                return Compose.Substitute(found, inner, u);
        }

        return null;
    }

    // The quotient, where the name cancels in it.
    private static Expression? Divided(Expression top, Expression bottom, string name)
    {
        var atoms = new Dictionary<string, Expression>(StringComparer.Ordinal);
        foreach (var node in ExpressionInspector.Nodes(top).Concat(ExpressionInspector.Nodes(bottom)))
            atoms.TryAdd(node.Key, node);
        if (RationalFunction.From(Compose.Quotient(top, bottom)) is not { } form)
            return null;
        var (above, below) = CommonFactors.Cancel(form.Top, form.Bottom);
        return above.Atoms().Concat(below.Atoms()).All(atom => !Compose.Holds(atoms.GetValueOrDefault(atom) ?? new Symbol(atom), name))
            ? Compose.Quotient(PolynomialWriter.Write(above, atoms), PolynomialWriter.Write(below, atoms)) : null;
    }
}
