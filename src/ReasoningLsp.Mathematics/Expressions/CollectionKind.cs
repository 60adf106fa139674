namespace ReasoningLsp.Mathematics.Expressions;

/// <summary>The kinds of collections.</summary>
public enum CollectionKind
{
    /// <summary>Values one after the other, without brackets.</summary>
    List,

    /// <summary>Values in round brackets, their order counts.</summary>
    Tuple,

    /// <summary>Values in braces, their order does not count.</summary>
    Set,

    /// <summary>Both ends excluded.</summary>
    OpenInterval,

    /// <summary>Both ends included.</summary>
    ClosedInterval,

    /// <summary>Only the upper end included.</summary>
    OpenClosedInterval,

    /// <summary>Only the lower end included.</summary>
    ClosedOpenInterval,

    /// <summary>Union of the parts.</summary>
    Union,

    /// <summary>A matrix or column vector.</summary>
    Matrix,
}
