namespace ReasoningLsp.Traces.Chunks;

/// <summary>What a piece of a chunk is.</summary>
internal enum PieceKind
{
    /// <summary>A paragraph or the part of one that a label opens.</summary>
    Text,

    /// <summary>A heading; also a paragraph that is one bold phrase.</summary>
    Heading,

    /// <summary>A code fence or a figure in code.</summary>
    Code,

    /// <summary>A thematic break.</summary>
    Break,

    /// <summary>A LaTeX list that numbers its items.</summary>
    OrderedListOpen,

    /// <summary>Any other LaTeX list.</summary>
    ListOpen,

    ListClose,

    /// <summary>The end of an environment that a label opened.</summary>
    SectionClose,

    DocumentOpen,
    DocumentClose,
    ThinkOpen,
    ThinkClose,
}
