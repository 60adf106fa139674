namespace ReasoningLsp.Mathematics.Symbolic;

/// <summary>What a kernel is of its argument.</summary>
internal enum KernelKind
{
    /// <summary>Nothing that other kernels know of.</summary>
    Other,

    /// <summary>Logarithm of the argument's absolute value.</summary>
    Logarithm,

    /// <summary>e to the argument.</summary>
    Exponential,

    /// <summary>Inverse sine.</summary>
    Arcsine,

    /// <summary>Inverse tangent.</summary>
    Arctangent,

    /// <summary>Absolute value.</summary>
    Absolute,
}
