using System.Collections.Immutable;
using ReasoningLsp.Mathematics.Expressions;

namespace ReasoningLsp.Mathematics.Answers;

/// <summary>A set of real numbers: pieces in order that do not touch.</summary>
internal sealed record RealSet(ImmutableArray<RealSet.Piece> Pieces)
{
    /// <summary>No number.</summary>
    public static RealSet Empty { get; } = new([]);

    /// <summary>Every number.</summary>
    public static RealSet All { get; } = new([new Piece(null, false, null, false)]);

    /// <summary>One number.</summary>
    public static RealSet Point(Expression value) => new([new Piece(value, true, value, true)]);

    /// <summary>An interval; an end that is null is infinite.</summary>
    public static RealSet Interval(Expression? low, bool lowIn, Expression? high, bool highIn) =>
        new([new Piece(low, lowIn, high, highIn)]);

    /// <summary>The numbers from one end to the other.</summary>
    /// <param name="Low">Lower end; null for none.</param>
    /// <param name="LowIn">Whether the lower end belongs to it.</param>
    /// <param name="High">Upper end; null for none.</param>
    /// <param name="HighIn">Whether the upper end belongs to it.</param>
    internal readonly record struct Piece(Expression? Low, bool LowIn, Expression? High, bool HighIn);
}
