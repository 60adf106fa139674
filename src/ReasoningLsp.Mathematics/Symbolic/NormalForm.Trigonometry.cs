using ReasoningLsp.Mathematics.Algebra;
using ReasoningLsp.Mathematics.Expressions;
using ReasoningLsp.Mathematics.Numbers;

namespace ReasoningLsp.Mathematics.Symbolic;

/// <content>Sines and cosines of sums and multiples, and their inverses.</content>
internal sealed partial class NormalForm
{
    private const int HighestMultiple = 24;

    private RationalFunction? Wave(Operation operation, RationalFunction angle)
    {
        if (LinearParts(angle) is not { } parts || SineAndCosine(parts) is not var (sine, cosine))
            return null;
        return operation switch
        {
            Operation.Sin => sine,
            Operation.Cos => cosine,
            Operation.Tan => RationalFunction.Over(sine, cosine),
            Operation.Cot => RationalFunction.Over(cosine, sine),
            Operation.Sec => RationalFunction.Over(One, cosine),
            _ => RationalFunction.Over(One, sine),
        };
    }

    private (RationalFunction Sine, RationalFunction Cosine)? SineAndCosine(List<LinearPart> parts)
    {
        (RationalFunction Sine, RationalFunction Cosine) sum = (RationalFunction.Of(Rational.Zero), One);
        foreach (var part in parts)
        {
            if (part.Monomial.PowerOf("ι") > 0 || OfPart(part) is not { } next || Combined(sum, next) is not { } combined)
                return null;
            sum = combined;
        }

        return sum;
    }

    private (RationalFunction Sine, RationalFunction Cosine)? Combined((RationalFunction Sine, RationalFunction Cosine) x,
        (RationalFunction Sine, RationalFunction Cosine) y)
    {
        var sine = RationalFunction.Plus(RationalFunction.Times(x.Sine, y.Cosine), RationalFunction.Times(x.Cosine, y.Sine));
        var product = RationalFunction.Times(x.Sine, y.Sine);
        var cosine = product is null ? null : RationalFunction.Plus(RationalFunction.Times(x.Cosine, y.Cosine),
            RationalFunction.Negated(product));
        return sine is not null && cosine is not null && Reduced(sine) is { } s && Reduced(cosine) is { } c ? (s, c) : null;
    }

    private (RationalFunction Sine, RationalFunction Cosine)? OfPart(LinearPart part)
    {
        if (part.Key == "π" && 12 % part.Factor.Denominator == 0)
        {
            var twelfths = (int)((part.Factor * 12).Numerator % 24);
            return TwelfthOfHalfTurn() is { } twelfth ? Multiple(twelfth, twelfths) : null;
        }

        if (part.Factor.IsInteger && part.SingleAtom is { } atom && _kernels.GetValueOrDefault(atom) is { Argument: { } argument } arc
            && arc.Kind is KernelKind.Arcsine or KernelKind.Arctangent)
            return OfArc(arc.Kind, argument) is { } inside ? Multiple(inside, part.Factor.Numerator) : null;
        var division = DivisionOf($"wave({part.Key})", part.Factor.Denominator);
        string sine = $"sin({part.Key}/{division})", cosine = $"cos({part.Key}/{division})";
        var isNumber = part.IsConstant || part.Key == "π";
        var square = Polynomial.Of(cosine).Power(2)!;
        _kernels.TryAdd(cosine, new Kernel(cosine) { IsNumber = isNumber });
        _kernels.TryAdd(sine, new Kernel(sine)
        {
            Power = 2,
            Value = Polynomial.Of(Rational.One).Add(square.Scale(-1)),
            IsNumber = isNumber
        });
        return Multiple((Atom(sine), Atom(cosine)), (part.Factor * division).Numerator);
    }

    private (RationalFunction Sine, RationalFunction Cosine)? Multiple((RationalFunction Sine, RationalFunction Cosine) angle,
        System.Numerics.BigInteger times)
    {
        if (System.Numerics.BigInteger.Abs(times) > HighestMultiple)
            return null;
        (RationalFunction Sine, RationalFunction Cosine) result = (RationalFunction.Of(Rational.Zero), One);
        for (var i = 0; i < (int)System.Numerics.BigInteger.Abs(times); i++)
        {
            if (Combined(result, angle) is not { } next)
                return null;
            result = next;
        }

        return times.Sign < 0 ? (RationalFunction.Negated(result.Sine), result.Cosine) : result;
    }

    // sin 15° = (√6 − √2)/4, cos 15° = (√6 + √2)/4
    private (RationalFunction Sine, RationalFunction Cosine)? TwelfthOfHalfTurn()
    {
        var quarter = RationalFunction.Of(new Rational(1, 4));
        return RootOfNumber(6, 2) is { } six && RootOfNumber(2, 2) is { } two
            && RationalFunction.Times(RationalFunction.Plus(six, RationalFunction.Negated(two)), quarter) is { } sine
            && RationalFunction.Times(RationalFunction.Plus(six, two), quarter) is { } cosine ? (sine, cosine) : null;
    }

    private (RationalFunction Sine, RationalFunction Cosine)? OfArc(KernelKind kind, RationalFunction value)
    {
        if (RationalFunction.Times(value, value) is not { } square)
            return null;
        if (kind == KernelKind.Arcsine)
            return RationalFunction.Plus(One, RationalFunction.Negated(square)) is { } rest && Root(rest, 2) is { } beside
                ? (value, beside) : null;
        return RationalFunction.Plus(One, square) is { } sum && Root(sum, 2) is { } longest
            && RationalFunction.Over(One, longest) is { } cosine
            && RationalFunction.Times(value, cosine) is { } sine ? (sine, cosine) : null;
    }

    private RationalFunction? Arc(Operation operation, RationalFunction value)
    {
        if (operation == Operation.Acos)
            return Arc(Operation.Asin, value) is { } sine
                ? RationalFunction.Plus(RationalFunction.Times(Atom("π"), RationalFunction.Of(new Rational(1, 2))),
                    RationalFunction.Negated(sine)) : null;
        if (value.Top.IsZero)
            return value;
        if (Leading(value.Top).Sign < 0)
            return Arc(operation, RationalFunction.Negated(value)) is { } opposite ? RationalFunction.Negated(opposite) : null;
        if (value.Top.Atoms().All(IsRealOrUnit))
        {
            for (var twelfths = -6; twelfths <= 6; twelfths++)
            {
                if (TwelfthOfHalfTurn() is { } twelfth && Multiple(twelfth, twelfths) is { } angle
                    && (operation == Operation.Asin ? angle.Sine : RationalFunction.Over(angle.Sine, angle.Cosine)) is { } known
                    && RationalFunction.Plus(known, RationalFunction.Negated(value)) is { } difference
                        && Canonical(difference) is { Top.IsZero: true })
                    return RationalFunction.Times(Atom("π"), RationalFunction.Of(new Rational(twelfths, 12)));
            }
        }

        var kernel = new Kernel($"{operation}({KeyOf(value)})")
        {
            Kind = operation == Operation.Asin ? KernelKind.Arcsine : KernelKind.Arctangent,
            Argument = value,
            IsNumber = value.Top.Atoms().Concat(value.Bottom.Atoms()).All(IsRealOrUnit),
        };
        _kernels.TryAdd(kernel.Name, kernel);
        return Atom(kernel.Name);
    }

    private RationalFunction? Hyperbolic(Operation operation, RationalFunction value)
    {
        if (LinearParts(value) is not { } parts || Exponential(parts) is not { } grows
            || RationalFunction.Over(One, grows) is not { } falls)
            return null;
        var half = RationalFunction.Of(new Rational(1, 2));
        var sine = RationalFunction.Times(RationalFunction.Plus(grows, RationalFunction.Negated(falls)), half);
        var cosine = RationalFunction.Times(RationalFunction.Plus(grows, falls), half);
        return operation switch
        {
            Operation.Sinh => sine,
            Operation.Cosh => cosine,
            _ => RationalFunction.Over(sine, cosine),
        };
    }
}
