using System.Collections.Immutable;
using ReasoningLsp.Traces.Chunks;
using ReasoningLsp.Traces.Labels;

namespace ReasoningLsp.Traces.Assembly;

/// <summary>Lays the pieces of all chunks out in one row and settles what only the whole file tells: LaTeX's lists and its body.</summary>
internal static class Placement
{
    public static List<Placed> Of(ImmutableArray<Chunk> chunks)
    {
        var placed = new List<Placed>(chunks.Length);
        var lists = new Stack<ListState>();
        for (var chunk = 0; chunk < chunks.Length; chunk++)
        {
            var pieces = chunks[chunk].Content.Pieces;
            for (var position = 0; position < pieces.Length; position++)
            {
                var piece = pieces[position];
                switch (piece.Kind)
                {
                    case PieceKind.DocumentOpen:
                        placed.Clear(); // what stands before is the preamble
                        lists.Clear();
                        break;
                    case PieceKind.DocumentClose:
                        return placed;
                    case PieceKind.OrderedListOpen or PieceKind.ListOpen:
                        lists.Push(new ListState(piece.Kind == PieceKind.OrderedListOpen));
                        break;
                    case PieceKind.ListClose:
                        lists.TryPop(out _);
                        break;
                    default:
                        placed.Add(Place(piece, chunks[chunk].Start, chunk, position, lists));
                        break;
                }
            }
        }

        return placed;
    }

    private static Placed Place(Piece piece, int offset, int chunk, int position, Stack<ListState> lists)
    {
        var depth = piece.ListDepth + lists.Count;
        var number = piece.Label?.Number;
        var isNumbered = piece.Label?.Kind == LabelKind.Number;
        if (piece.Label?.Kind == LabelKind.Item)
        {
            isNumbered = lists.TryPeek(out var list) && list.IsOrdered;
            if (isNumbered)
                number = list!.Count = number ?? list.Count + 1;
        }

        return new Placed(piece, offset, chunk, position, depth, number, isNumbered);
    }

    private sealed class ListState(bool isOrdered)
    {
        public bool IsOrdered => isOrdered;

        public int Count { get; set; }
    }
}
