using System.Collections.Immutable;
using ReasoningLsp.Traces.Labels;

namespace ReasoningLsp.Traces.Chunks;

/// <summary>The smallest stretch that steps are put together from. All offsets count from the start of its chunk.</summary>
internal sealed record Piece(PieceKind Kind, int Start, int End)
{
    /// <summary>Where the text begins: after a list marker, after a heading's signs.</summary>
    public int TextStart { get; init; } = Start;

    /// <summary>Where it begins without its label.</summary>
    public int ContentStart { get; init; } = Start;

    public Label? Label { get; init; }

    /// <summary>1 to 6 for a heading, 7 for a bold phrase that stands as one, else 0.</summary>
    public int Level { get; init; }

    /// <summary>How many lists the piece stands in.</summary>
    public int ListDepth { get; init; }

    /// <summary>Whether an unordered item opens here.</summary>
    public bool IsBullet { get; init; }

    /// <summary>Whether the piece begins a paragraph, and is not a labelled line within one.</summary>
    public bool OpensBlock { get; init; } = true;

    /// <summary>Comments, quote marks, indents: no part of the reviewed text. Ascending.</summary>
    public ImmutableArray<TextSpan> Holes { get; init; } = [];

    /// <summary>Code. Ascending.</summary>
    public ImmutableArray<TextSpan> Code { get; init; } = [];

    /// <summary>Delimiters of display mathematics that have no partner in the piece.</summary>
    public ImmutableArray<Dangling> Danglings { get; init; } = [];

    /// <summary>The rows, where the piece is nothing but a display of aligned rows.</summary>
    public ImmutableArray<TextSpan> Rows { get; init; } = [];

    /// <summary>Whether it is a cell of a table that goes on the row of the piece before.</summary>
    public bool IsCell { get; init; }

    /// <summary>Whether the text ends as a sentence does, so that what follows begins anew.</summary>
    public bool EndsSentence { get; init; }

    /// <summary>Whether the piece is nothing but displayed mathematics.</summary>
    public bool IsDisplay { get; init; }
}
