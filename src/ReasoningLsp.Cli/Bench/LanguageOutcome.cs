namespace ReasoningLsp.Cli.Bench;

/// <summary>Whether a solution could be written in another language.</summary>
internal enum LanguageOutcome
{
    /// <summary>It could.</summary>
    Written,

    /// <summary>One of its numbers may be something else.</summary>
    Uncertain,

    /// <summary>As a document it reads otherwise than as a record, in English too.</summary>
    Unframed,

    /// <summary>The model wrote other numbers or calculations, no end, or not in the language.</summary>
    Mistranslated,
}
