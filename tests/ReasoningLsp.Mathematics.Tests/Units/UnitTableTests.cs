using ReasoningLsp.Mathematics.Numbers;
using ReasoningLsp.Mathematics.Units;
using Xunit;

namespace ReasoningLsp.Mathematics.Tests.Units;

public sealed class UnitTableTests
{
    [Theory]
    [InlineData("m", "metre")]
    [InlineData("Meters", "metre")]
    [InlineData("km", "kilometre")]
    [InlineData("KM", "kilometre")]
    [InlineData("kilometers", "kilometre")]
    [InlineData("Kilometer", "kilometre")]
    [InlineData("kilómetros", "kilometre")]
    [InlineData("kilometrons", null)]
    [InlineData("миллилитров", "millilitre")]
    [InlineData("złotych", "zloty")]
    [InlineData("公里", "kilometre")]
    [InlineData("厘米", "centimetre")]
    [InlineData("µm", "micrometre")]
    [InlineData("um", "micrometre")]
    [InlineData("ft", "foot")]
    [InlineData("feet", "foot")]
    [InlineData("nautical miles", "nautical mile")]
    [InlineData("lbs", "pound")]
    [InlineData("LBS", "pound")]
    [InlineData("pounds", "pound")]
    [InlineData("Pfund", "metric pound")]
    [InlineData("oz", "ounce")]
    [InlineData("mg", "milligram")]
    [InlineData("Stunden", "hour")]
    [InlineData("heures", "hour")]
    [InlineData("horas", "hour")]
    [InlineData("小时", "hour")]
    [InlineData("hrs", "hour")]
    [InlineData("ms", "millisecond")]
    [InlineData("tbsp", "tablespoon")]
    [InlineData("mL", "millilitre")]
    [InlineData("ml", "millilitre")]
    [InlineData("liters", "litre")]
    [InlineData("cc", "cubic centimetre")]
    [InlineData("mph", "mile per hour")]
    [InlineData("°C", "degree Celsius")]
    [InlineData("degrees Fahrenheit", "degree Fahrenheit")]
    [InlineData("°", "degree")]
    [InlineData("^\\circ", "degree")]
    [InlineData("dozen", "dozen")]
    [InlineData("%", "percent")]
    [InlineData("$", "dollar")]
    [InlineData("cents", "cent")]
    [InlineData("£", "pound sterling")]
    [InlineData("元", "yuan")]
    [InlineData("MB", "megabyte")]
    [InlineData("Mb", "megabit")]
    [InlineData("kWh", "kilowatt hour")]
    [InlineData("kPa", "kilopascal")]
    [InlineData("mW", "milliwatt")]
    [InlineData("MW", "megawatt")]
    [InlineData("kmol", "kilomole")]
    [InlineData("apples", null)]
    [InlineData("x", null)]
    [InlineData("", null)]
    public void Names_and_symbols_find_their_unit(string word, string? name) =>
        Assert.Equal(name, UnitTable.TryFind(word, out var unit) ? unit.Name : null);

    [Theory]
    [InlineData("pounds", "pound, pound sterling")]
    [InlineData("ounces", "ounce, ounce (fluid)")]
    [InlineData("quarters", "quarter, quarter (coin)")]
    [InlineData("cents", "cent, euro cent")]
    [InlineData("¥", "yuan, yen")]
    [InlineData("分", "minute, fen")]
    public void Words_with_several_meanings_give_all_of_them(string word, string names) =>
        Assert.Equal(names, string.Join(", ", UnitTable.Readings(word).Select(unit => unit.Name)));

    [Theory]
    [InlineData("in", true)]
    [InlineData("second", true)]
    [InlineData("h", true)]
    [InlineData("kilometers", false)]
    [InlineData("$", false)]
    public void Everyday_words_are_marked(string word, bool ordinary) =>
        Assert.Equal(ordinary, UnitTable.IsAlsoOrdinaryWord(word));

    [Fact]
    public void Every_unit_has_a_positive_size_and_its_averages_say_so()
    {
        Assert.True(UnitTable.All.Count > 150);
        Assert.All(UnitTable.All, unit => Assert.True(unit.Factor.Sign > 0, unit.Name));
        Assert.All(UnitTable.All, unit => Assert.All(unit.OtherFactors, factor => Assert.True(factor.Sign > 0, unit.Name)));
        Assert.All(UnitTable.All, unit => Assert.Equal(unit.Basis.Length > 0, unit.Approximate));
    }

    [Fact]
    public void A_megabyte_is_a_million_bytes_or_two_to_the_twentieth()
    {
        Assert.True(UnitTable.TryFind("MB", out var unit));
        Assert.Equal(8_000_000, unit.Factor);
        Assert.Equal([(Rational)8_388_608], unit.OtherFactors);
    }
}
