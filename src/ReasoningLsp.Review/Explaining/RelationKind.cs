namespace ReasoningLsp.Review.Explaining;

/// <summary>What sort of relation was read.</summary>
public enum RelationKind
{
    /// <summary>An equality of numbers or amounts.</summary>
    Arithmetic,

    /// <summary>An approximation of numbers or amounts.</summary>
    Approximation,

    /// <summary>A letter or a function and what it stands for.</summary>
    Definition,

    /// <summary>An equality with letters that is proven for every value for which it is defined.</summary>
    Identity,

    /// <summary>An equality in unknowns, true for some of their values at most.</summary>
    Equation,

    /// <summary>An order or a difference.</summary>
    Comparison,

    /// <summary>An equality modulo a number.</summary>
    Congruence,

    /// <summary>Another relation, such as membership; it is not calculated.</summary>
    Other,

    /// <summary>What is said of numbers in words, where it was proven.</summary>
    InWords,

    /// <summary>A side of it could not be read.</summary>
    NotUnderstood,
}
