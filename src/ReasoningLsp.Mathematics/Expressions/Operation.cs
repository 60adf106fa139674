namespace ReasoningLsp.Mathematics.Expressions;

/// <summary>The operations an expression is built of. Arguments in the order of reading.</summary>
public enum Operation
{
    /// <summary>Sum of all arguments.</summary>
    Add,

    /// <summary>Product of all arguments.</summary>
    Multiply,

    /// <summary>First over second.</summary>
    Divide,

    /// <summary>Minus the argument.</summary>
    Negate,

    /// <summary>First to the power of the second.</summary>
    Power,

    /// <summary>Root of the first, the second being its index.</summary>
    Root,

    /// <summary>n!</summary>
    Factorial,

    /// <summary>n!!</summary>
    DoubleFactorial,

    /// <summary>Absolute value.</summary>
    Abs,

    /// <summary>Greatest integer not above.</summary>
    Floor,

    /// <summary>Least integer not below.</summary>
    Ceiling,

    /// <summary>A hundredth of the argument.</summary>
    Percent,

    /// <summary>Degrees: the argument times π/180.</summary>
    Degrees,

    /// <summary>n choose k.</summary>
    Binomial,

    /// <summary>n! / (n − k)!</summary>
    Permutations,

    /// <summary>Remainder of the first by the second, from 0.</summary>
    Mod,

    /// <summary>Greatest common divisor.</summary>
    Gcd,

    /// <summary>Least common multiple.</summary>
    Lcm,

    /// <summary>Least argument.</summary>
    Min,

    /// <summary>Greatest argument.</summary>
    Max,

    /// <summary>Logarithm of the first to the base of the second.</summary>
    Log,

    /// <summary>Natural logarithm.</summary>
    Ln,

    /// <summary>e to the argument.</summary>
    Exp,

    /// <summary>Sine.</summary>
    Sin,

    /// <summary>Cosine.</summary>
    Cos,

    /// <summary>Tangent.</summary>
    Tan,

    /// <summary>Cotangent.</summary>
    Cot,

    /// <summary>Secant.</summary>
    Sec,

    /// <summary>Cosecant.</summary>
    Csc,

    /// <summary>Inverse sine.</summary>
    Asin,

    /// <summary>Inverse cosine.</summary>
    Acos,

    /// <summary>Inverse tangent.</summary>
    Atan,

    /// <summary>Hyperbolic sine.</summary>
    Sinh,

    /// <summary>Hyperbolic cosine.</summary>
    Cosh,

    /// <summary>Hyperbolic tangent.</summary>
    Tanh,

    /// <summary>Sum of the first over the symbol (second) from the third to the fourth.</summary>
    SumOver,

    /// <summary>Product of the first over the symbol (second) from the third to the fourth.</summary>
    ProductOver,

    /// <summary>Plus or minus the argument: two values.</summary>
    PlusMinus,

    /// <summary>Determinant of a matrix.</summary>
    Determinant,

    /// <summary>Conjugate of a complex number.</summary>
    Conjugate,

    /// <summary>Derivative of the first with respect to the symbol (second), as often as the third says.</summary>
    Derivative,

    /// <summary>Integral of the first over the symbol (second): definite from the third to the fourth, indefinite without them.</summary>
    Integral,

    /// <summary>Limit of the first as the symbol (second) goes to the third; the fourth is 1 or -1 where it comes from above or below
    /// only, and 0 where from both sides.</summary>
    Limit,

    /// <summary>A sum whose middle is left out: the first terms in order, and the last one, or infinity.</summary>
    ContinuedSum,

    /// <summary>A product whose middle is left out: the first factors in order, and the last one.</summary>
    ContinuedProduct,

    /// <summary>Transpose of a matrix.</summary>
    Transpose,

    /// <summary>Trace of a matrix.</summary>
    Trace,
}
