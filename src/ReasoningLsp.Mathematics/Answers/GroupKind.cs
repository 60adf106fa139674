namespace ReasoningLsp.Mathematics.Answers;

/// <summary>How the parts of an answer belong together.</summary>
internal enum GroupKind
{
    /// <summary>One after the other without brackets.</summary>
    List,

    /// <summary>In braces.</summary>
    Set,

    /// <summary>In round or square brackets: a tuple, or an interval.</summary>
    Bracket,

    /// <summary>A union of sets.</summary>
    Union,

    /// <summary>A matrix, row by row.</summary>
    Matrix,

    /// <summary>A ratio, or a time of day.</summary>
    Ratio,

    /// <summary>The first set without the second.</summary>
    Difference,
}
