namespace ReasoningLsp.Review.Findings;

/// <summary>Why a relation that was read is neither proven nor refuted; said by the place that left it so.</summary>
public enum OpenReason
{
    /// <summary>It is decided, or it was not understood.</summary>
    None,

    /// <summary>It says what a name stands for that was not used before.</summary>
    Definition,

    /// <summary>The problem or an earlier place says the same.</summary>
    Given,

    /// <summary>It is a condition on unknowns: it brings in a letter, or is supposed or given.</summary>
    Condition,

    /// <summary>Nothing is known of its letters that it could be compared with.</summary>
    NothingToCompare,

    /// <summary>What is known of its letters neither proves nor refutes it.</summary>
    NotSettled,

    /// <summary>It gives a letter one of several values, or one that is tried or chosen.</summary>
    Choice,

    /// <summary>Something else that is known of its letters may make it true.</summary>
    OtherFacts,

    /// <summary>What its function is is not known for certain.</summary>
    UnknownFunction,

    /// <summary>Its signs, letters or numerals may mean something else.</summary>
    Notation,

    /// <summary>Its readings do not agree.</summary>
    Readings,

    /// <summary>Units that are not understood or do not go together may explain it.</summary>
    Units,

    /// <summary>The words beside it were not understood.</summary>
    Words,

    /// <summary>It may say something else than what a calculation comes to.</summary>
    Meaning,

    /// <summary>It may be a rounding or an estimate.</summary>
    Rounding,

    /// <summary>It is not stated as true: supposed, asked, quoted, tried, denied or taken back.</summary>
    NotStated,

    /// <summary>A side has no value that could be calculated: it is too large, not defined, or no number.</summary>
    NoValue,

    /// <summary>Its sign is none that is calculated.</summary>
    NotCalculated,
}
