using ReasoningLsp.Mathematics.Algebra;

namespace ReasoningLsp.Mathematics.Symbolic;

/// <summary>What stands for an expression that is no polynomial, and what is known of it.</summary>
/// <param name="Name">Its name among the atoms of polynomials.</param>
internal sealed record Kernel(string Name)
{
    /// <summary>The power that <see cref="Value"/> replaces; 0 where there is no rule.</summary>
    public int Power { get; init; }

    /// <summary>What that power is.</summary>
    public Polynomial? Value { get; init; }

    /// <summary>Whether it is above zero wherever it is defined.</summary>
    public bool IsPositive { get; init; }

    /// <summary>Whether it is a real number, without names.</summary>
    public bool IsNumber { get; init; }

    /// <summary>What it is a function of: the argument of a logarithm or an arc, the exponent of an exponential.</summary>
    public RationalFunction? Argument { get; init; }

    /// <summary>Which function of its argument it is.</summary>
    public KernelKind Kind { get; init; }
}
