using ReasoningLsp.Mathematics.Answers;
using Xunit;

namespace ReasoningLsp.Mathematics.Tests.Answers;

public sealed class CalculationComparerTests
{
    private readonly AnswerComparer _comparer = new();

    [Theory]
    [InlineData("$310 - $18.75", "$291.25")]
    [InlineData("58 x 86", "4988")]
    [InlineData("59,000 + 7,300", "66300")]
    [InlineData("¾ of 16", "12")]
    [InlineData("14**2", "196")]
    [InlineData("7 ft + 3 in", "7.25 ft")]
    [InlineData("8 gallons - 4 cups", "124 cups")]
    [InlineData("12 h - 30 min", "690 min")]
    [InlineData("38 m × 7 m", "266 m²")]
    [InlineData("363 km / 11 h", "33 km/h")]
    [InlineData("3 × 2 eggs", "0.5 dozen")]
    [InlineData("10 quarters 43.75 cents", "293.75 cents")]
    [InlineData("13 weeks + 7 days", "14 weeks")]
    [InlineData("6 dozen", "72 eggs")]
    [InlineData("12 м + 30 см", "12,3 м")]
    [InlineData("12 किमी + 300 मीटर", "12300 मीटर")]
    [InlineData("3 heures et 20 minutes", "200 minutes")]
    [InlineData("∏_(j=1)^4 2j", "384")]
    [InlineData("Σ_{j=1}^4 j", "10")]
    [InlineData("Π_{j=1}^4 j", "24")]
    [InlineData("[[1,2],[3,4]] * [[0,1],[1,0]]", "[[2,1],[4,3]]")]
    [InlineData("[[1,2],[3,4]] + [[1,0],[0,1]]", "[[2,2],[3,5]]")]
    [InlineData("det [[1,2],[3,4]]", "-2")]
    [InlineData("1 kcal", "4.19 kJ")]
    [InlineData("1 kcal", "4.1868 kJ")]
    public void A_calculation_is_equal_to_its_result(string gold, string pred) =>
        Assert.True(_comparer.Compare(gold, pred, AnswerOptions.Default));

    [Theory]
    [InlineData("3 m + 50 cm", "53 cm")]
    [InlineData("3 m + 50 cm", "53 m")]
    [InlineData("11 min + 48 s", "1416 s")]
    [InlineData("€12 + 30 cents", "€42")]
    [InlineData("£12 + 15p", "£27")]
    [InlineData("8/7 of 19", "159/7")]
    [InlineData("$310 - $18.75", "$291.35")]
    [InlineData("∏_(j=1)^4 2j", "383")]
    [InlineData("[[1,2],[3,4]] + [[1,0],[0,1]]", "[[2,2],[3,4]]")]
    [InlineData("det [[1,2],[3,4]]", "2")]
    [InlineData("1 kcal", "5.19 kJ")]
    public void A_calculation_differs_from_another_result(string gold, string pred) =>
        Assert.False(_comparer.Compare(gold, pred, AnswerOptions.Default));

    [Theory]
    [InlineData("13.5 kJ", "13500.5 J")]
    [InlineData("3 weeks × 7 days", "14 days")]
    [InlineData("[[1,2],[3,4]] * [[0,1],[1,0]]", "[[0,2],[3,0]]")]
    public void What_units_do_not_decide_stays_open(string gold, string pred) =>
        Assert.Null(_comparer.Compare(gold, pred, AnswerOptions.Default));
}
