using System.Collections.Immutable;

namespace ReasoningLsp.Mathematics.Expressions;

/// <summary>Several expressions in one: a tuple, set, list, interval or matrix.</summary>
public sealed class Collection(CollectionKind kind, ImmutableArray<Expression> items, int columns = 0) : Expression
{
    /// <summary>What it is.</summary>
    public CollectionKind Kind { get; } = kind;

    /// <summary>The parts in order; a matrix row by row.</summary>
    public ImmutableArray<Expression> Items { get; } = items;

    /// <summary>Columns of a matrix; 0 otherwise.</summary>
    public int Columns { get; } = columns;

    private protected override string Render()
    {
        var (open, close) = Kind switch
        {
            CollectionKind.Set => ("{", "}"),
            CollectionKind.Tuple or CollectionKind.OpenInterval => ("(", ")"),
            CollectionKind.ClosedInterval => ("[", "]"),
            CollectionKind.OpenClosedInterval => ("(", "]"),
            CollectionKind.ClosedOpenInterval => ("[", ")"),
            CollectionKind.Union => ("∪(", ")"),
            // The semicolons tell it from an interval.
            CollectionKind.Matrix when Columns > 0 && Items.Length > Columns => ("[", "]"),
            CollectionKind.Matrix => ("matrix(", ")"),
            _ => ("", ""),
        };
        if (Kind != CollectionKind.Matrix || Columns == 0)
            return open + string.Join(", ", Items) + close;
        return open + string.Join("; ", Items.Chunk(Columns).Select(row => string.Join(", ", row.AsEnumerable()))) + close;
    }
}
