using ReasoningLsp.Traces.Chunks;
using ReasoningLsp.Traces.Labels;

namespace ReasoningLsp.Traces.Assembly;

/// <summary>A piece at its place in the file.</summary>
/// <param name="Piece">The piece.</param>
/// <param name="Offset">Where its chunk begins.</param>
/// <param name="Chunk">The number of its chunk.</param>
/// <param name="Position">Its number within the chunk.</param>
/// <param name="Depth">How many lists it stands in, those of other chunks included.</param>
/// <param name="Number">The number its label holds or, for a LaTeX item, its count.</param>
/// <param name="IsNumbered">Whether it opens an item of an ordered list or begins with "3.".</param>
internal readonly record struct Placed(Piece Piece, int Offset, int Chunk, int Position, int Depth, int? Number, bool IsNumbered)
{
    public int Start => Offset + Piece.Start;

    public int TextStart => Offset + Piece.TextStart;

    public int ContentStart => Offset + Piece.ContentStart;

    public int End => Offset + Piece.End;

    public bool HasContent => Piece.Kind is PieceKind.Text or PieceKind.Heading or PieceKind.Code && Piece.End > Piece.ContentStart;

    /// <summary>What the piece's label opens, if it is a word for a part of the trace.</summary>
    public LabelKind? Section =>
        Piece.Label?.Kind is LabelKind.Problem or LabelKind.Solution or LabelKind.Answer or LabelKind.ReferenceAnswer or LabelKind.Reply
        ? Piece.Label.Kind : null;

    public bool IsStep => Piece.Label?.Kind == LabelKind.Step;

    /// <summary>A heading that names no part of the trace.</summary>
    public bool IsPlainHeading => Piece.Kind == PieceKind.Heading && Piece.Label?.Kind is (null or LabelKind.Number);
}
