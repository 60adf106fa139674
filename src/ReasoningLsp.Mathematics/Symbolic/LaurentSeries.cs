using System.Collections.Immutable;
using ReasoningLsp.Mathematics.Expressions;
using ReasoningLsp.Mathematics.Numbers;

namespace ReasoningLsp.Mathematics.Symbolic;

/// <summary>The first terms of a series in t from a lowest power on, t going to zero from above.</summary>
/// <param name="Order">The power of the first coefficient.</param>
/// <param name="Coefficients">The coefficients; what comes after the last one is not known. The first is not zero, unless all are.</param>
internal sealed record LaurentSeries(int Order, ImmutableArray<Expression> Coefficients)
{
    /// <summary>How many terms are calculated with.</summary>
    public const int Terms = 9;

    private const int FarthestOrder = 40;

    /// <summary>Whether no term is known but zeros.</summary>
    public bool IsZero => Compose.IsZero(Coefficients[0]);

    public Expression Leading => Coefficients[0];

    public static LaurentSeries Constant(Expression value) => Term(value, 0);

    public static LaurentSeries Term(Expression value, int order) =>
        new(order, [value, .. Enumerable.Repeat<Expression>(Compose.Zero, Terms - 1)]);

    /// <summary>The coefficient of a power; zero below the first.</summary>
    public Expression At(int power) => power < Order ? Compose.Zero : power - Order < Coefficients.Length ? Coefficients[power - Order]
        : Compose.Zero;

    private int End => Order + Coefficients.Length;

    public static LaurentSeries? Add(LaurentSeries x, LaurentSeries y)
    {
        if (x.IsZero || y.IsZero)
            return x.IsZero ? y : x;
        var order = Math.Min(x.Order, y.Order);
        var end = Math.Min(x.End, y.End);
        return end <= order ? null : Stripped(order,
            [.. Enumerable.Range(order, end - order).Select(power => Compose.Sum(x.At(power), y.At(power)))]);
    }

    public static LaurentSeries? Multiply(LaurentSeries x, LaurentSeries y)
    {
        if (x.IsZero || y.IsZero)
            return Constant(Compose.Zero);
        var count = Math.Min(x.Coefficients.Length, y.Coefficients.Length);
        var coefficients = new Expression[count];
        for (var i = 0; i < count; i++)
        {
            var terms = new List<Expression>();
            for (var j = 0; j <= i; j++)
                terms.Add(Compose.Product(x.Coefficients[j], y.Coefficients[i - j]));
            coefficients[i] = Compose.Sum([.. terms]);
        }

        return Stripped(x.Order + y.Order, coefficients);
    }

    public LaurentSeries Scale(Expression factor) =>
        this with { Coefficients = [.. Coefficients.Select(value => Compose.Product(factor, value))] };

    /// <summary>One over the series; null where no term but zeros is known.</summary>
    public LaurentSeries? Inverse()
    {
        if (IsZero)
            return null;
        var result = new Expression[Coefficients.Length];
        result[0] = Compose.Quotient(Compose.One, Leading);
        for (var i = 1; i < result.Length; i++)
        {
            var terms = new List<Expression>();
            for (var j = 1; j <= i; j++)
                terms.Add(Compose.Product(Coefficients[j], result[i - j]));
            result[i] = Compose.Negate(Compose.Quotient(Compose.Sum([.. terms]), Leading));
        }

        return Stripped(-Order, result);
    }

    /// <summary>Σ c_k u^k, u without a constant term.</summary>
    public LaurentSeries? Composed(Func<int, Rational> coefficient)
    {
        LaurentSeries? result = Constant(Compose.Number(coefficient(0)));
        LaurentSeries? power = Constant(Compose.One);
        for (var k = 1; k < Terms; k++)
        {
            power = power is null ? null : Multiply(power, this);
            if (power is null || result is null)
                return null;
            if (coefficient(k) is { IsZero: false } factor)
                result = Add(result, power.Scale(Compose.Number(factor)));
        }

        return result;
    }

    /// <summary>The series without its constant term.</summary>
    public LaurentSeries? WithoutConstant() =>
        Order > 0 ? this : Order < 0 ? null
        : Coefficients.Skip(1).All(Compose.IsZero) ? Constant(Compose.Zero) : Stripped(0, [Compose.Zero, .. Coefficients.Skip(1)]);

    // Leading zeros are found by their normal form, so that what cancels is seen to cancel.
    private static LaurentSeries? Stripped(int order, Expression[] coefficients)
    {
        var first = 0;
        while (first < coefficients.Length && IsProvenZero(coefficients[first]))
            first++;
        // What cancels as far as it is known may differ further on.
        if (first == coefficients.Length)
            return null;
        return Math.Abs(order + first) > FarthestOrder ? null : new(order + first, [.. coefficients.Skip(first)]);
    }

    private static bool IsProvenZero(Expression expression) =>
        Compose.Value(expression) is { } value ? value.IsZero : NormalForm.IsZero(expression);
}
