using System.Collections.Immutable;
using ReasoningLsp.Mathematics.Expressions;
using ReasoningLsp.Mathematics.Numbers;

namespace ReasoningLsp.Mathematics.Symbolic;

/// <summary>The parts of a tuple, vector or matrix after sums, multiples and matrix products are carried out.</summary>
/// <param name="Rows">Number of rows; 1 for a tuple.</param>
/// <param name="Columns">Number of columns.</param>
/// <param name="Items">The parts, row by row.</param>
internal sealed record Components(int Rows, int Columns, ImmutableArray<Expression> Items)
{
    private const int Most = 64, HighestPower = 10, LargestDeterminant = 6;

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
        Call { Operation: Operation.Transpose } call => Of(call.Arguments[0])?.Transposed(),
        Call { Operation: Operation.Power } power when Compose.Value(power.Arguments[1]) is { IsInteger: true } exponent
        && Rational.Abs(exponent) <= HighestPower => Of(power.Arguments[0])?.Raised((int)exponent.Numerator),
        _ => null,
    };

    /// <summary>The determinant, by the first row; null where rows and columns are not as many or too many.</summary>
    public Expression? Determinant()
    {
        if (Rows != Columns || Rows > LargestDeterminant)
            return null;
        if (Rows == 1)
            return Items[0];
        var terms = new List<Expression>();
        for (var column = 0; column < Columns; column++)
        {
            if (Compose.IsZero(Items[column]))
                continue;
            if (Without(0, column).Determinant() is not { } minor)
                return null;
            var term = Compose.Product(Items[column], minor);
            terms.Add(column % 2 == 0 ? term : Compose.Negate(term));
        }

        return Compose.Sum([.. terms]);
    }

    /// <summary>The sum of the diagonal; null where rows and columns are not as many.</summary>
    public Expression? Trace() =>
        Rows == Columns ? Compose.Sum([.. Enumerable.Range(0, Rows).Select(i => Items[(i * Columns) + i])]) : null;

    private Components Without(int row, int column) => new(Rows - 1, Columns - 1,
        [.. Items.Where((_, index) => index / Columns != row && index % Columns != column)]);

    private Components Transposed() => new(Columns, Rows,
        [.. Enumerable.Range(0, Items.Length).Select(index => Items[(index % Rows * Columns) + (index / Rows)])]);

    // The adjugate over the determinant.
    private Components? Inverse()
    {
        if (Rows != Columns || Rows is < 2 or > 4 || Determinant() is not { } determinant || Compose.IsZero(determinant))
            return null;
        var items = ImmutableArray.CreateBuilder<Expression>(Items.Length);
        for (var row = 0; row < Rows; row++)
        {
            for (var column = 0; column < Columns; column++)
            {
                var minor = Without(column, row).Determinant()!;
                items.Add(Compose.Quotient((row + column) % 2 == 0 ? minor : Compose.Negate(minor), determinant));
            }
        }

        return this with { Items = items.MoveToImmutable() };
    }

    private Components? Raised(int exponent)
    {
        if (Rows != Columns || Rows == 1)
            return null;
        var factor = exponent < 0 ? Inverse() : this;
        Components? result = new(Rows, Columns,
            [.. Enumerable.Range(0, Items.Length).Select(index => index / Columns == index % Columns ? Compose.One
                : (Expression)Compose.Zero)]);
        for (var i = 0; i < Math.Abs(exponent) && result is not null; i++)
            result = factor is null ? null : result.Times(factor);
        return result;
    }

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
                items.Add(Compose.Sum([.. Enumerable.Range(0, Columns)
                    .Select(k => Compose.Product(Items[(row * Columns) + k], other.Items[(k * other.Columns) + column]))]));
        }

        return new Components(Rows, other.Columns, items.MoveToImmutable());
    }
}
