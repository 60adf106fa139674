using ReasoningLsp.Mathematics.Algebra;
using ReasoningLsp.Mathematics.Numbers;

namespace ReasoningLsp.Mathematics.Symbolic;

/// <content>Reduction by the rules of the kernels, and a canonical shape for arguments.</content>
internal sealed partial class NormalForm
{
    private const int MostRounds = 40;

    private RationalFunction? Reduced(RationalFunction value)
    {
        if (_kernels.Count == 0)
            return value;
        return Reduced(value.Top) is { } top && Reduced(value.Bottom) is { IsZero: false } bottom
            ? value with { Top = top, Bottom = bottom } : null;
    }

    private Polynomial? Reduced(Polynomial polynomial)
    {
        for (var round = 0; round < MostRounds; round++)
        {
            var kernel = polynomial.Atoms().Select(atom => _kernels.GetValueOrDefault(atom))
                .FirstOrDefault(kernel => kernel is { Power: > 0 } && polynomial.DegreeIn(kernel.Name) >= kernel.Power);
            if (kernel is null)
                return polynomial;
            if (Reduced(polynomial, kernel) is not { } next)
                return null;
            polynomial = next;
        }

        return null;
    }

    private static Polynomial? Reduced(Polynomial polynomial, Kernel kernel)
    {
        var result = Polynomial.Zero;
        for (var power = polynomial.DegreeIn(kernel.Name); power >= 0; power--)
        {
            var coefficient = polynomial.Coefficient(kernel.Name, power);
            if (coefficient.IsZero)
                continue;
            var rest = power % kernel.Power;
            if (kernel.Value!.Power(power / kernel.Power) is not { } value || value.Multiply(coefficient) is not { } product
                || (rest == 0 ? product : product.Multiply(Polynomial.Of(Monomial.Of(kernel.Name, rest), Rational.One))) is not { } term
                || result.Add(term) is not { } sum)
                return null;
            result = sum;
        }

        return result;
    }

    // Reduced, without roots in the denominator, without common factors that are easily seen, the denominator's first coefficient one.
    private RationalFunction? Canonical(RationalFunction value)
    {
        if (Reduced(value) is not { } current)
            return null;
        for (var round = 0; round < 6; round++)
        {
            var root = current.Bottom.Atoms().Order(StringComparer.Ordinal).Select(atom => _kernels.GetValueOrDefault(atom))
                .FirstOrDefault(kernel => kernel is { Power: > 0 } && (kernel.Power == 2 || current.Bottom.Terms.Count == 1));
            if (root is null)
                break;
            if (Rationalised(current, root) is not { } next)
                return null;
            current = next;
        }

        return Cancelled(current);
    }

    // (A + Bk)(A − Bk) holds no k where k² does not; a single k^p is filled up to the power that the rule replaces.
    private RationalFunction? Rationalised(RationalFunction value, Kernel root)
    {
        var factor = root.Power == 2
            ? value.Bottom.Coefficient(root.Name, 1).Multiply(Polynomial.Of(root.Name).Scale(-1)) is { } odd
                ? value.Bottom.Coefficient(root.Name, 0).Add(odd) : null
            : Polynomial.Of(Monomial.Of(root.Name, root.Power - value.Bottom.DegreeIn(root.Name)), Rational.One);
        return factor is { IsZero: false } && value.Top.Multiply(factor) is { } top && value.Bottom.Multiply(factor) is { } bottom
            ? Reduced(value with { Top = top, Bottom = bottom }) : null;
    }

    private static RationalFunction Cancelled(RationalFunction value)
    {
        var (top, bottom) = CommonFactors.Cancel(value.Top, value.Bottom);
        var leading = Leading(bottom);
        return leading == Rational.One ? value with { Top = top, Bottom = bottom }
            : value with { Top = top.Scale(Rational.One / leading), Bottom = bottom.Scale(Rational.One / leading) };
    }

    // The coefficient that comes first in a fixed order.
    private static Rational Leading(Polynomial polynomial) =>
        polynomial.Terms.OrderByDescending(term => term.Key.Degree).ThenBy(term => term.Key.ToString(),
            StringComparer.Ordinal).First().Value;

    // A sum of numbers times monomials over one denominator; null where there are too many.
    private static List<LinearPart>? LinearParts(RationalFunction canonical)
    {
        if (canonical.Top.Terms.Count > 12)
            return null;
        var bottom = canonical.Bottom.ConstantValue;
        return [.. canonical.Top.Terms.OrderBy(term => term.Key.ToString(), StringComparer.Ordinal)
            .Select(term => new LinearPart(bottom is { } number ? term.Value / number : term.Value, term.Key, bottom is null
                ? canonical.Bottom : null))];
    }
}
