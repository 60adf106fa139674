using System.Collections.Immutable;
using ReasoningLsp.Mathematics.Expressions;
using ReasoningLsp.Mathematics.Judging;

namespace ReasoningLsp.Mathematics.Answers;

/// <summary>Unions, intersections and complements of sets of real numbers; null where two ends cannot be told apart.</summary>
internal sealed class RealSetAlgebra(NumericJudge judge)
{
    /// <summary>Most pieces that are worked with.</summary>
    public const int MostPieces = 100;

    /// <summary>What lies in either set.</summary>
    public RealSet? Union(RealSet left, RealSet right)
    {
        if (left.Pieces.Length + right.Pieces.Length > MostPieces)
            return null;
        var known = true;
        List<RealSet.Piece> pieces = [.. left.Pieces, .. right.Pieces];
        pieces.Sort((a, b) => Lower(a, b, ref known));
        var merged = ImmutableArray.CreateBuilder<RealSet.Piece>();
        foreach (var piece in pieces)
        {
            if (merged.Count == 0 || !Touches(merged[^1], piece, ref known))
                merged.Add(piece);
            else if (Upper(merged[^1], piece, ref known) < 0)
                merged[^1] = merged[^1] with { High = piece.High, HighIn = piece.HighIn };
        }

        return known ? new RealSet(merged.ToImmutable()) : null;
    }

    /// <summary>What lies in both sets.</summary>
    public RealSet? Intersection(RealSet left, RealSet right)
    {
        var known = true;
        RealSet? result = RealSet.Empty;
        foreach (var a in left.Pieces)
        {
            foreach (var b in right.Pieces)
            {
                var low = Lower(a, b, ref known) >= 0 ? a : b;
                var high = Upper(a, b, ref known) <= 0 ? a : b;
                if (IsEmpty(low, high, ref known))
                    continue;
                var ends = low.Low is { } l && high.High is { } h && Compare(l, h, ref known) == 0 ? l : null;
                result = result is null ? null : Union(result, RealSet.Interval(low.Low, low.LowIn, ends ?? high.High, high.HighIn));
            }
        }

        return known ? result : null;
    }

    /// <summary>What lies outside.</summary>
    public RealSet? Complement(RealSet set)
    {
        RealSet? result = RealSet.All;
        foreach (var piece in set.Pieces)
        {
            var outside = RealSet.Empty;
            if (piece.Low is not null)
                outside = new RealSet(outside.Pieces.Add(new RealSet.Piece(null, false, piece.Low, !piece.LowIn)));
            if (piece.High is not null)
                outside = new RealSet(outside.Pieces.Add(new RealSet.Piece(piece.High, !piece.HighIn, null, false)));
            result = result is null ? null : Intersection(result, outside);
        }

        return result;
    }

    private bool IsEmpty(RealSet.Piece low, RealSet.Piece high, ref bool known)
    {
        if (low.Low is not { } a || high.High is not { } b)
            return false;
        var order = Compare(a, b, ref known);
        return order > 0 || (order == 0 && !(low.LowIn && high.HighIn));
    }

    private bool Touches(RealSet.Piece first, RealSet.Piece next, ref bool known)
    {
        if (first.High is not { } end || next.Low is not { } start)
            return true;
        var order = Compare(start, end, ref known);
        return order < 0 || (order == 0 && (first.HighIn || next.LowIn));
    }

    private int Lower(RealSet.Piece a, RealSet.Piece b, ref bool known)
    {
        if (a.Low is not { } x || b.Low is not { } y)
            return (a.Low is null ? 0 : 1) - (b.Low is null ? 0 : 1);
        var order = Compare(x, y, ref known);
        return order != 0 ? order : (a.LowIn ? 0 : 1) - (b.LowIn ? 0 : 1);
    }

    private int Upper(RealSet.Piece a, RealSet.Piece b, ref bool known)
    {
        if (a.High is not { } x || b.High is not { } y)
            return (b.High is null ? 0 : 1) - (a.High is null ? 0 : 1);
        var order = Compare(x, y, ref known);
        return order != 0 ? order : (a.HighIn ? 1 : 0) - (b.HighIn ? 1 : 0);
    }

    private int Compare(Expression x, Expression y, ref bool known)
    {
        if (ReferenceEquals(x, y) || x.Equals(y))
            return 0;
        var order = judge.Compare(x, y);
        known &= order is not null;
        return order ?? 0;
    }
}
