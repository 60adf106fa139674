using System.Collections.Immutable;
using ReasoningLsp.Mathematics.Expressions;
using ReasoningLsp.Mathematics.Notation;
using ReasoningLsp.Mathematics.Numbers;

namespace ReasoningLsp.Mathematics.Answers;

/// <summary>Works out sums, multiples and products of matrices, entry by entry.</summary>
internal static class MatrixArithmetic
{
    private const int MostEntries = 100;
    private const int LongestText = 2_000;

    /// <summary>The one matrix that a normalised text comes to; null where it holds none or is no matrix.</summary>
    public static Collection? Read(string normalised)
    {
        if (normalised.Length > LongestText
            || !normalised.Contains("matrix}", StringComparison.Ordinal) && !normalised.Contains("{array}", StringComparison.Ordinal))
            return null;
        var text = normalised.Replace(AnswerNotation.Row.ToString(), @"\\", StringComparison.Ordinal);
        var tokens = Lexer.Lex(text, [new NotationRegion(0, text.Length, NotationMode.Math)], LexerOptions.Default).Tokens;
        var parsed = ExpressionParser.Parse(tokens, 1, tokens.Length - 1, ParserOptions.Default);
        return parsed.Next >= tokens.Length - 1 && parsed.Expression is { } expression ? Matrix(expression) : null;
    }

    private static Collection? Matrix(Expression expression) => expression switch
    {
        Collection { Kind: CollectionKind.Matrix, Items.Length: <= MostEntries } matrix => matrix,
        Call { Operation: Operation.Negate } call =>
            Matrix(call.Arguments[0]) is { } matrix ? Each(matrix, entry => Call.Of(Operation.Negate, entry)) : null,
        Call { Operation: Operation.Add } sum => Fold(sum.Arguments, Add),
        Call { Operation: Operation.Multiply } product => Product(product.Arguments),
        Call { Operation: Operation.Divide } quotient =>
            Matrix(quotient.Arguments[0]) is { } matrix && IsScalar(quotient.Arguments[1])
            ? Each(matrix, entry => Call.Of(Operation.Divide, entry, quotient.Arguments[1])) : null,
        Call { Operation: Operation.Power } power when power.Arguments[1] is NumberLiteral
        {
            Value:
            {
                IsInteger: true,
                Sign: > 0
            } exponent
        } && exponent <= 10 && Matrix(power.Arguments[0]) is { } matrix =>
            Fold([.. Enumerable.Repeat<Expression>(matrix, (int)exponent.Numerator)], Multiply),
        _ => null,
    };

    private static Collection? Fold(ImmutableArray<Expression> arguments, Func<Collection, Collection, Collection?> combine)
    {
        Collection? result = null;
        foreach (var argument in arguments)
        {
            if (Matrix(argument) is not { } next)
                return null;
            result = result is null ? next : combine(result, next);
            if (result is null)
                return null;
        }

        return result;
    }

    private static Collection? Product(ImmutableArray<Expression> factors)
    {
        Collection? matrix = null;
        var scalars = ImmutableArray.CreateBuilder<Expression>();
        foreach (var factor in factors)
        {
            if (IsScalar(factor))
            {
                scalars.Add(factor);
                continue;
            }

            if (Matrix(factor) is not { } next)
                return null;
            matrix = matrix is null ? next : Multiply(matrix, next);
            if (matrix is null)
                return null;
        }

        return matrix is null || scalars.Count == 0 ? matrix : Each(matrix, entry => new Call(Operation.Multiply, [.. scalars, entry]));
    }

    private static Collection? Add(Collection left, Collection right) =>
        left.Columns == right.Columns && left.Items.Length == right.Items.Length
        ? new Collection(CollectionKind.Matrix, [.. left.Items.Zip(right.Items, (a, b) => (Expression)Call.Of(Operation.Add, a, b))],
            left.Columns)
        : null;

    private static Collection? Multiply(Collection left, Collection right)
    {
        var (rows, inner, columns) = (left.Items.Length / left.Columns, left.Columns, right.Columns);
        if (right.Items.Length != inner * columns || rows * columns * inner > MostEntries * 10)
            return null;
        var items = ImmutableArray.CreateBuilder<Expression>();
        for (var row = 0; row < rows; row++)
        {
            for (var column = 0; column < columns; column++)
            {
                var terms = Enumerable.Range(0, inner)
                    .Select(k => (Expression)Call.Of(Operation.Multiply, left.Items[(row * inner) + k],
                    right.Items[(k * columns) + column])).ToImmutableArray();
                items.Add(new Call(Operation.Add, terms.Length == 1 ? [terms[0], new NumberLiteral(Rational.Zero)] : terms));
            }
        }

        return new Collection(CollectionKind.Matrix, items.ToImmutable(), columns);
    }

    private static Collection Each(Collection matrix, Func<Expression, Expression> change) =>
        new(CollectionKind.Matrix, [.. matrix.Items.Select(change)], matrix.Columns);

    private static bool IsScalar(Expression expression) => !ExpressionInspector.Nodes(expression).Any(node => node is Collection);
}
