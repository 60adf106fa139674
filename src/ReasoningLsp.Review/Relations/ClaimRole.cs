namespace ReasoningLsp.Review.Relations;

/// <summary>What an equality with letters is claimed to be.</summary>
internal enum ClaimRole
{
    /// <summary>An equation, a condition, a definition, or something not known.</summary>
    Condition,

    /// <summary>What a derivative, an integral, a limit or a sum comes to.</summary>
    Operation,

    /// <summary>The value of a function that is defined before.</summary>
    FunctionValue,

    /// <summary>The expression of the task, written in another form.</summary>
    Task,

    /// <summary>One expression written as another by the words or the chain it stands in.</summary>
    Rewriting,

    /// <summary>An expression worked out of whose letters nothing else is said: likely claimed for every value.</summary>
    Alone,
}
