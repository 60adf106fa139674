using System.Collections.Immutable;
using ReasoningLsp.Mathematics.Expressions;

namespace ReasoningLsp.Mathematics.Judging;

/// <summary>The parts of a tuple, vector or matrix after sums, multiples and matrix products are carried out.</summary>
/// <param name="Rows">Number of rows; 1 for a tuple.</param>
/// <param name="Columns">Number of columns.</param>
/// <param name="Items">The parts, row by row.</param>
internal sealed record Components(int Rows, int Columns, ImmutableArray<Expression> Items)
{
    private const int Most = 64;

    /// <summary>The parts of <paramref name="expression"/>; null where it is a number or something that is not carried out.</summary>
    public static Components? Of(Expression expression) => expression switch
    {
        Collection { Kind: CollectionKind.Tuple } tuple when tuple.Items.Length <= Most => new(1, tuple.Items.Length, tuple.Items),
        Collection { Kind: CollectionKind.Matrix, Columns: > 0 } matrix when matrix.Items.Length <= Most =>
            new(matrix.Items.Length / matrix.Columns, matrix.Columns, matrix.Items),
        Call { Operation: Operation.Negate } call => Of(call.Arguments[0])?.Map(item => Call.Of(Operation.Negate, item)),
        Call { Operation: Operation.Add } sum => sum.Arguments.Select(Of).Aggregate((x, y) => x?.Plus(y)),
        Call { Operation: Operation.Divide } quotient when IsNumber(quotient.Arguments[1]) =>
            Of(quotient.Arguments[0])?.Map(item => Call.Of(Operation.Divide, item, quotient.Arguments[1])),
        Call { Operation: Operation.Multiply } product => OfProduct(product),
        _ => null,
    };

    private static Components? OfProduct(Call product)
    {
        var parts = product.Arguments.Where(argument => !IsNumber(argument)).Select(Of).ToList();
        if (parts.Count == 0 || parts.Aggregate((x, y) => y is null ? null : x?.Times(y)) is not { } result)
            return null;
        var factors = product.Arguments.Where(IsNumber).ToImmutableArray();
        return factors.IsEmpty ? result : result.Map(item => new Call(Operation.Multiply, [.. factors, item]));
    }

    private static bool IsNumber(Expression expression) => !ExpressionInspector.Nodes(expression).Any(node => node is Collection);

    private Components Map(Func<Expression, Expression> change) => this with { Items = [.. Items.Select(change)] };

    private Components? Plus(Components? other) =>
        other is not null && other.Rows == Rows && other.Columns == Columns
        ? this with { Items = [.. Items.Zip(other.Items, (x, y) => Call.Of(Operation.Add, x, y))] } : null;

    // Two tuples may be multiplied in more than one way, and so may a row and a column written as tuples.
    private Components? Times(Components other)
    {
        if (Columns != other.Rows || (Rows == 1 && other.Rows == 1) || Rows * other.Columns > Most)
            return null;
        var items = ImmutableArray.CreateBuilder<Expression>(Rows * other.Columns);
        for (var row = 0; row < Rows; row++)
        {
            for (var column = 0; column < other.Columns; column++)
                items.Add(new Call(Operation.Add,
                    [.. Enumerable.Range(0, Columns)
                    .Select(k => Call.Of(Operation.Multiply, Items[(row * Columns) + k], other.Items[(k * other.Columns) + column]))]));
        }

        return new Components(Rows, other.Columns, items.MoveToImmutable());
    }
}
