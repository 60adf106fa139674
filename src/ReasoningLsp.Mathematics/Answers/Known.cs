namespace ReasoningLsp.Mathematics.Answers;

/// <summary>Answers that are said in set words.</summary>
internal enum Known
{
    /// <summary>Nothing solves it; the empty set.</summary>
    Nothing,

    /// <summary>A value that does not exist or is not defined.</summary>
    Undefined,

    /// <summary>Every real number.</summary>
    AllReals,

    /// <summary>More than can be counted.</summary>
    InfinitelyMany,

    /// <summary>Yes, true.</summary>
    Yes,

    /// <summary>No, false.</summary>
    No,
}
