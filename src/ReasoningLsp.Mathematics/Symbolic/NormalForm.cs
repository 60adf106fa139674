using ReasoningLsp.Mathematics.Algebra;
using ReasoningLsp.Mathematics.Expressions;
using ReasoningLsp.Mathematics.Numbers;
using Quantity = ReasoningLsp.Mathematics.Expressions.Quantity;

namespace ReasoningLsp.Mathematics.Symbolic;

/// <summary>
/// Writes expressions as quotients of polynomials in kernels: names, roots, exponentials, sines and cosines, logarithms. Kernels are
/// independent but for the rules that each brings with it (sin² = 1 − cos², r² = 2), so a numerator that the rules reduce to zero
/// proves two expressions equal wherever both are defined and the conditions hold. The converse is not claimed. Two passes: the first
/// finds how finely kernels are divided. (Davenport, Siret, Tournier: Computer Algebra, 2.3 and 2.6.)
/// </summary>
internal sealed partial class NormalForm
{
    private const int MostWork = 3_000;
    private const int HighestPower = 40;
    private const int FinestDivision = 60;

    private readonly Dictionary<string, Kernel> _kernels = new(StringComparer.Ordinal);
    private readonly Dictionary<string, int> _divisions;
    private readonly IReadOnlySet<string> _positive;
    private HashSet<string> _conditions = new(StringComparer.Ordinal);
    private int _work;

    private NormalForm(Dictionary<string, int> divisions, IReadOnlySet<string> positive)
    {
        _divisions = divisions;
        _positive = positive;
    }

    // Whether a kernel had to be divided more finely than the forms made so far.
    private bool IsRefined { get; set; }

    private static RationalFunction One { get; } = RationalFunction.Of(Rational.One);

    /// <summary>Compares two expressions; null where one has no such form or it grows too large.</summary>
    /// <param name="left">One side.</param>
    /// <param name="right">The other.</param>
    /// <param name="positive">What is known to be positive: names and polynomials, as conditions are written.</param>
    public static FormComparison? Compare(Expression left, Expression right, IReadOnlySet<string> positive)
    {
        var divisions = new Dictionary<string, int>(StringComparer.Ordinal);
        var known = positive;
        FormComparison? result = null;
        for (var pass = 0; pass < 5; pass++)
        {
            var form = new NormalForm(divisions, known);
            var a = form.Of(left);
            var leftConditions = form._conditions;
            form._conditions = new(StringComparer.Ordinal);
            var b = form.Of(right);
            var rightConditions = form._conditions;
            if (a is null || b is null)
                return null;
            if (form.IsRefined)
                continue;
            if (RationalFunction.Plus(a, RationalFunction.Negated(b)) is not { } difference
                || form.Canonical(difference) is not { } canonical)
                return null;
            result = new(canonical.Top.IsZero, leftConditions, rightConditions)
            {
                DifferByNumber = canonical.Top.Atoms().Concat(canonical.Bottom.Atoms()).All(form.IsRealOrUnit),
            };
            // What must be positive for the left side to mean something may be used of the right side.
            var more = leftConditions.Concat(positive).ToHashSet(StringComparer.Ordinal);
            if (result.AreEqual || more.SetEquals(known))
                break;
            known = more;
        }

        return result;
    }

    /// <summary>Whether an expression is zero wherever it is defined; false where that is not proven.</summary>
    public static bool IsZero(Expression expression) =>
        Compare(expression, Compose.Zero, new HashSet<string>(StringComparer.Ordinal)) is { AreEqual: true };

    private RationalFunction? Of(Expression expression)
    {
        if (++_work > MostWork)
            return null;
        return expression switch
        {
            NumberLiteral number => RationalFunction.Of(number.Value),
            Symbol symbol => Atom(symbol.Name),
            Quantity { Unit.Length: > 0 } => null,
            Constant constant => OfConstant(constant),
            Call call => OfCall(call),
            FunctionValue function => OfFunctionValue(function),
            _ => null,
        };
    }

    private RationalFunction? OfConstant(Constant constant)
    {
        if (constant.Equals(Constant.Pi))
            return Atom("π");
        if (constant.Equals(Constant.E))
            return Exponential([new LinearPart(Rational.One, Monomial.One, null)]);
        if (!constant.Equals(Constant.I))
            return null;
        _kernels.TryAdd("ι", new Kernel("ι") { Power = 2, Value = Polynomial.Of(-Rational.One) });
        return Atom("ι");
    }

    private static RationalFunction Atom(string name) => RationalFunction.Of(Polynomial.Of(name));

    // An expression that is taken as it is, its parts in their own normal form.
    private RationalFunction? Opaque(Call call) =>
        Keys(call.Arguments) is { } keys ? Atom($"{call.Operation}({string.Join(", ", keys)})") : null;

    private RationalFunction? OfFunctionValue(FunctionValue function) =>
        Keys(function.Arguments) is { } keys ? Atom($"{function.Name}({string.Join(", ", keys)})") : null;

    private List<string>? Keys(IEnumerable<Expression> parts)
    {
        var keys = new List<string>();
        foreach (var part in parts)
        {
            if (Of(part) is not { } form || Canonical(form) is not { } canonical)
                return null;
            keys.Add(KeyOf(canonical));
        }

        return keys;
    }

    private static string KeyOf(RationalFunction canonical) =>
        canonical.Bottom.ConstantValue == Rational.One ? canonical.Top.ToString() : $"({canonical.Top})/({canonical.Bottom})";

    private RationalFunction? OfCall(Call call)
    {
        var arguments = call.Arguments;
        switch (call.Operation)
        {
            case Operation.Add:
                return Fold(arguments, RationalFunction.Plus);
            case Operation.Multiply:
                return Fold(arguments, RationalFunction.Times);
            case Operation.Divide:
                return RationalFunction.Over(Of(arguments[0]), Of(arguments[1]) is { } bottom ? Reduced(bottom) : null);
            case Operation.Negate:
                return Of(arguments[0]) is { } value ? RationalFunction.Negated(value) : null;
            case Operation.Percent:
                return RationalFunction.Over(Of(arguments[0]), RationalFunction.Of(new Rational(100, 1)));
            case Operation.Degrees:
                return RationalFunction.Times(RationalFunction.Times(Of(arguments[0]), Atom("π")),
                    RationalFunction.Of(new Rational(1, 180)));
            case Operation.Power:
                return OfPower(arguments[0], arguments[1]);
            case Operation.Root:
                return Compose.Value(arguments[1]) is { IsInteger: true, Sign: > 0 } index && index <= FinestDivision
                    && Of(arguments[0]) is { } radicand
                    ? Root(radicand, (int)index.Numerator) : Compose.Value(arguments[1]) is not null ? null
                    : OfPower(arguments[0], Compose.Quotient(Compose.One, arguments[1]));
            case Operation.PlusMinus or Operation.Determinant or Operation.Transpose or Operation.Trace or Operation.ContinuedSum
            or Operation.ContinuedProduct:
                return null;
            default:
                return OfFunction(call);
        }
    }

    private RationalFunction? OfFunction(Call call)
    {
        if (call.Arguments.Any(argument => argument is Collection))
            return null;
        var first = call.Operation is Operation.SumOver or Operation.ProductOver or Operation.Integral or Operation.Limit
            or Operation.Derivative
            ? null : Of(call.Arguments[0]) is { } form ? Canonical(form) : null;
        if (first is null)
            return Opaque(call);
        return call.Operation switch
        {
            Operation.Exp => LinearParts(first) is { } parts ? Exponential(parts) : null,
            Operation.Ln => Logarithm(first),
            Operation.Log => Of(call.Arguments[1]) is { } of && Canonical(of) is { } logBase
                ? RationalFunction.Over(Logarithm(first), Logarithm(logBase)) : null,
            Operation.Abs => Absolute(first),
            Operation.Sin or Operation.Cos or Operation.Tan or Operation.Cot or Operation.Sec or Operation.Csc =>
                Wave(call.Operation, first),
            Operation.Asin or Operation.Acos or Operation.Atan => Arc(call.Operation, first),
            Operation.Sinh or Operation.Cosh or Operation.Tanh => Hyperbolic(call.Operation, first),
            Operation.Factorial => Factorial(first),
            Operation.Binomial or Operation.Permutations => Choices(call, first),
            Operation.Conjugate => first.Top.Atoms().Concat(first.Bottom.Atoms()).All(IsRealOrUnit) ? Conjugate(first) : Opaque(call),
            _ => Opaque(call),
        };
    }

    private RationalFunction? Fold(IEnumerable<Expression> parts, Func<RationalFunction?, RationalFunction?, RationalFunction?> combine)
    {
        RationalFunction? result = null;
        foreach (var part in parts)
        {
            if (Of(part) is not { } next)
                return null;
            result = result is null ? next : combine(result, next);
            if (result is null || Reduced(result) is not { } reduced)
                return null;
            result = reduced;
        }

        return result;
    }

    // The unit of the complex numbers, and what is certainly real.
    private bool IsRealOrUnit(string atom) => atom is "ι" or "π" || (_kernels.TryGetValue(atom, out var kernel) && kernel.IsNumber);

    private static RationalFunction? Conjugate(RationalFunction value) =>
        value.Top.Substitute("ι", Polynomial.Of("ι").Scale(-1)) is { } top
            && value.Bottom.Substitute("ι", Polynomial.Of("ι").Scale(-1)) is { } bottom
        ? value with { Top = top, Bottom = bottom } : null;

    // Notes that something has to be divided into as many parts; the parts in use so far.
    private int DivisionOf(string key, System.Numerics.BigInteger wanted)
    {
        var present = _divisions.GetValueOrDefault(key, 1);
        if (present % wanted == 0)
            return present;
        IsRefined = true;
        var finer = (int)System.Numerics.BigInteger.Min(FinestDivision * 100,
            present / System.Numerics.BigInteger.GreatestCommonDivisor(present, wanted) * wanted);
        _divisions[key] = finer;
        return finer;
    }
}
