using ReasoningLsp.Mathematics.RowOperations;
using Xunit;

namespace ReasoningLsp.Mathematics.Tests.RowOperations;

public class RowReductionTests
{
    private const string Before = @"\begin{bmatrix} 1 & 2 & 5 \\ 3 & 4 & 6 \end{bmatrix}";

    [Theory]
    [InlineData(@"\xrightarrow{R_2 - 3R_1}", "0 & -2 & -9")]
    [InlineData(@"\xrightarrow{R_2 \to R_2 - 3R_1}", "0 & -2 & -9")]
    [InlineData(@"\quad R_2 \leftarrow R_2 - 3 \cdot R_1 \quad", "0 & -2 & -9")]
    [InlineData("Apply R2 - 3 R1 -> R2:", "0 & -2 & -9")]
    [InlineData(@"\xrightarrow{R_2 \to \frac{1}{3} R_2}", @"1 & \frac{4}{3} & 2")]
    [InlineData(@"with $R_{2} = R_{2} + R_{1}$", "4 & 6 & 11")]
    public void A_row_is_what_the_operation_makes_of_it(string operation, string row)
    {
        Assert.Null(Refuted(operation, $@"\begin{{bmatrix}} 1 & 2 & 5 \\ {row} \end{{bmatrix}}"));
        var wrong = row.Replace("2", "7", StringComparison.Ordinal).Replace("11", "12", StringComparison.Ordinal);
        Assert.NotNull(Refuted(operation, $@"\begin{{bmatrix}} 1 & 2 & 5 \\ {wrong} \end{{bmatrix}}"));
    }

    [Fact]
    public void Rows_change_places()
    {
        Assert.Null(Refuted(@"\xrightarrow{R_1 \leftrightarrow R_2}", @"\begin{bmatrix} 3 & 4 & 6 \\ 1 & 2 & 5 \end{bmatrix}"));
        Assert.Equal(0, Refuted(@"\xrightarrow{R_1 \leftrightarrow R_2}", @"\begin{bmatrix} 3 & 4 & 5 \\ 1 & 2 & 5 \end{bmatrix}"));
    }

    [Theory]
    [InlineData("is similar to")]
    [InlineData("and in row R2 we see")]
    [InlineData("with R2 - kR1")]
    public void What_names_no_operation_or_one_that_is_not_understood_refutes_nothing(string operation) =>
        Assert.Null(Refuted(operation, @"\begin{bmatrix} 9 & 9 & 9 \\ 9 & 9 & 9 \end{bmatrix}"));

    [Theory]
    [InlineData(@"\begin{bmatrix} 1 & 2 \\ 0 & -2 \end{bmatrix}")]
    [InlineData(@"\begin{bmatrix} 1 & 2 & 5 \\ 0 & -2 & x \end{bmatrix}")]
    [InlineData(@"\begin{bmatrix} 1 & 2 & 5 \\ 0 & -2 & 0.333 \end{bmatrix}")]
    public void Another_shape_letters_and_decimals_are_left_alone(string after) => Assert.Null(Refuted("R_2 - 3R_1", after));

    [Theory]
    [InlineData(@"\begin{bmatrix} 1 & 2 \end")]
    [InlineData(@"\begin{bmatrix} 1 & 2 \end{bmatrix")]
    [InlineData(@"\begin{ \begin{ \end \end")]
    [InlineData(@"} \begin{ \end \begin{bmatrix} 1 \end{bmatrix}")]
    public void A_matrix_that_does_not_end_is_none(string text) =>
        Assert.DoesNotContain(NumberMatrix.In(text), matrix => matrix is { Rows.Length: > 1 });

    private static int? Refuted(string operation, string after)
    {
        var text = Before + operation + after;
        var matrices = NumberMatrix.In(text);
        return matrices is [{ } first, { } second] && RowOperation.Between(text[first.End..second.Start]) is { } operations
            ? RowReduction.Refute(first, operations, second)?.Row : null;
    }
}
