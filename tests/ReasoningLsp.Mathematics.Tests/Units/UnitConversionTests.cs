using ReasoningLsp.Mathematics.Numbers;
using ReasoningLsp.Mathematics.Units;
using Xunit;

namespace ReasoningLsp.Mathematics.Tests.Units;

public sealed class UnitConversionTests
{
    [Theory]
    [InlineData("km", "m", "1000", true)]
    [InlineData("mile", "km", "1.609344", true)]
    [InlineData("mile", "feet", "5280", true)]
    [InlineData("lb", "oz", "16", true)]
    [InlineData("hour", "s", "3600", true)]
    [InlineData("week", "hours", "168", true)]
    [InlineData("gallon", "cups", "16", true)]
    [InlineData("cup", "tbsp", "16", true)]
    [InlineData("tbsp", "tsp", "3", true)]
    [InlineData("quart", "pints", "2", true)]
    [InlineData("m^2", "cm^2", "10000", true)]
    [InlineData("cubic yard", "cubic feet", "27", true)]
    [InlineData("m/s", "km/h", "3.6", true)]
    [InlineData("L", "cm^3", "1000", true)]
    [InlineData("kWh", "J", "3600000", true)]
    [InlineData("dollar", "cents", "100", true)]
    [InlineData("dozen", "pair", "6", true)]
    [InlineData("year", "months", "12", true)]
    [InlineData("decade", "years", "10", true)]
    [InlineData("month", "day", "30.436875", false)]
    [InlineData("rpm", "degrees/s", "6", true)]
    [InlineData("ton", "lb", "2000", true)]
    [InlineData("tonne", "kg", "1000", true)]
    [InlineData("MB", "Mb", "8", true)]
    public void Factors_are_exact_where_the_definitions_are(string from, string to, string factor, bool exact)
    {
        Assert.True(UnitConversion.TryFactor(Unit(from), Unit(to), out var actual, out var isExact));
        Assert.Equal((Number(factor), exact), (actual, isExact));
    }

    [Theory]
    [InlineData("km", "hours")]
    [InlineData("m", "m^2")]
    [InlineData("dollar", "euro")]
    [InlineData("lb", "£")]
    [InlineData("oz", "cups")]
    public void What_measures_different_things_has_no_factor(string from, string to) =>
        Assert.False(UnitConversion.TryFactor(Unit(from), Unit(to), out _, out _));

    [Theory]
    [InlineData("100", "°C", "°F", "212")]
    [InlineData("32", "°F", "°C", "0")]
    [InlineData("-40", "°F", "°C", "-40")]
    [InlineData("0", "K", "°C", "-273.15")]
    [InlineData("25", "°C", "K", "298.15")]
    public void Temperatures_convert_as_points_of_their_scale(string value, string from, string to, string expected) =>
        Assert.Equal(Number(expected), new Quantity(Number(value), Unit(from)).ConvertTo(Unit(to))!.Value.Value);

    [Theory]
    [InlineData("mile", "km", "1.6", true)]
    [InlineData("mile", "km", "1.61", true)]
    [InlineData("mile", "km", "1.609", true)]
    [InlineData("mile", "km", "1.5", false)]
    [InlineData("mile", "km", "2", false)]
    [InlineData("km", "mile", "0.62", true)]
    [InlineData("km", "mile", "0.625", true)]
    [InlineData("km", "mile", "0.65", false)]
    [InlineData("kg", "lb", "2.2", true)]
    [InlineData("kg", "lb", "2.205", true)]
    [InlineData("kg", "lb", "2.204", true)]
    [InlineData("kg", "lb", "2.3", false)]
    [InlineData("lb", "kg", "0.45", true)]
    [InlineData("lb", "g", "454", true)]
    [InlineData("oz", "g", "28", true)]
    [InlineData("oz", "g", "28.35", true)]
    [InlineData("oz", "g", "30", true)]
    [InlineData("oz", "g", "25", false)]
    [InlineData("inch", "cm", "2.54", true)]
    [InlineData("inch", "cm", "2.5", true)]
    [InlineData("inch", "cm", "2.45", false)]
    [InlineData("m", "ft", "3.28", true)]
    [InlineData("m", "ft", "3.3", true)]
    [InlineData("m", "ft", "3", false)]
    [InlineData("gallon", "L", "3.8", true)]
    [InlineData("gallon", "L", "3.785", true)]
    [InlineData("gallon", "L", "4.5", true)]
    [InlineData("gallon", "L", "3.5", false)]
    [InlineData("rad", "degrees", "57.3", true)]
    [InlineData("rad", "degrees", "57", true)]
    [InlineData("rad", "degrees", "60", true)]
    [InlineData("rad", "degrees", "58", false)]
    [InlineData("m", "km", "-1", false)]
    [InlineData("m", "hour", "1", false)]
    public void Remembered_factors_are_the_true_ones_rounded(string from, string to, string factor, bool customary) =>
        Assert.Equal(customary, UnitConversion.IsCustomaryRounding(Unit(from), Unit(to), Number(factor)));

    [Theory]
    [InlineData("year", "days", "365", true)]
    [InlineData("year", "days", "365.25", true)]
    [InlineData("year", "days", "360", true)]
    [InlineData("year", "days", "366", true)]
    [InlineData("year", "days", "355", false)]
    [InlineData("year", "weeks", "52", true)]
    [InlineData("year", "weeks", "52.14", true)]
    [InlineData("year", "weeks", "50", false)]
    [InlineData("year", "weeks", "54", false)]
    [InlineData("year", "hours", "8760", true)]
    [InlineData("year", "hours", "8670", false)]
    [InlineData("month", "days", "30", true)]
    [InlineData("month", "days", "31", true)]
    [InlineData("month", "days", "28", true)]
    [InlineData("month", "days", "29", true)]
    [InlineData("month", "days", "30.4", true)]
    [InlineData("month", "days", "27", false)]
    [InlineData("month", "days", "32", false)]
    [InlineData("month", "weeks", "4", true)]
    [InlineData("month", "weeks", "4.3", true)]
    [InlineData("month", "weeks", "4.33", true)]
    [InlineData("month", "weeks", "5", false)]
    [InlineData("decade", "days", "3650", true)]
    [InlineData("miles/year", "miles/day", "1/365", true)]
    [InlineData("days", "year", "1/365", true)]
    [InlineData("days", "month", "1/30", true)]
    [InlineData("days", "month", "1/20", false)]
    [InlineData("GB", "MB", "1024", true)]
    [InlineData("GB", "MB", "1000", true)]
    [InlineData("GB", "MB", "100", false)]
    [InlineData("ton", "kg", "1000", true)]
    [InlineData("ton", "lb", "2240", true)]
    [InlineData("ton", "lb", "1000", false)]
    [InlineData("cup", "mL", "250", true)]
    [InlineData("week", "days", "5", false)]
    public void Conventions_are_accepted_and_nothing_else(string from, string to, string factor, bool conventional) =>
        Assert.Equal(conventional, UnitConversion.IsConventional(Unit(from), Unit(to), Number(factor)));

    [Theory]
    [InlineData("5", "km", "5000", "m", QuantityRelation.Equal)]
    [InlineData("5", "km", "500", "m", QuantityRelation.Different)]
    [InlineData("3", "hours", "180", "minutes", QuantityRelation.Equal)]
    [InlineData("3", "hours", "150", "minutes", QuantityRelation.Different)]
    [InlineData("2", "weeks", "14", "days", QuantityRelation.Equal)]
    [InlineData("2", "weeks", "10", "days", QuantityRelation.Different)]
    [InlineData("2", "weeks", "15", "days", QuantityRelation.Different)]
    [InlineData("26.2", "miles", "42.2", "km", QuantityRelation.Rounded)]
    [InlineData("5", "miles", "8", "km", QuantityRelation.Rounded)]
    [InlineData("5", "kg", "11", "lb", QuantityRelation.Rounded)]
    [InlineData("10", "miles", "16.2", "km", QuantityRelation.Different)]
    [InlineData("5", "miles", "8.1", "km", QuantityRelation.Rounded)]
    [InlineData("1", "lb", "0.45", "kg", QuantityRelation.Rounded)]
    [InlineData("10", "lb", "4.6", "kg", QuantityRelation.Different)]
    [InlineData("5", "t", "5001", "kg", QuantityRelation.Different)]
    [InlineData("10", "miles", "20", "km", QuantityRelation.Different)]
    [InlineData("3", "months", "90", "days", QuantityRelation.Conventional)]
    [InlineData("3", "months", "100", "days", QuantityRelation.Different)]
    [InlineData("2", "years", "104", "weeks", QuantityRelation.Conventional)]
    [InlineData("2", "years", "24", "months", QuantityRelation.Equal)]
    [InlineData("2", "years", "20", "months", QuantityRelation.Different)]
    [InlineData("2", "GB", "2048", "MB", QuantityRelation.Equal)]
    [InlineData("2", "GB", "2000", "MB", QuantityRelation.Equal)]
    [InlineData("2", "GB", "200", "MB", QuantityRelation.Different)]
    [InlineData("20", "°C", "68", "°F", QuantityRelation.Equal)]
    [InlineData("10", "°C", "18", "°F", QuantityRelation.Equal)]
    [InlineData("20", "°C", "50", "°F", QuantityRelation.Different)]
    [InlineData("37", "°C", "98.6", "°F", QuantityRelation.Equal)]
    [InlineData("100", "°F", "37.8", "°C", QuantityRelation.Rounded)]
    [InlineData("180", "degrees", "3.14", "rad", QuantityRelation.Rounded)]
    [InlineData("3", "dozen", "36", "", QuantityRelation.Equal)]
    [InlineData("3", "dozen", "30", "", QuantityRelation.Different)]
    [InlineData("5", "km", "5", "hours", QuantityRelation.Incommensurable)]
    [InlineData("5", "km", "6", "km", QuantityRelation.Different)]
    [InlineData("0", "km", "0", "m", QuantityRelation.Equal)]
    [InlineData("0", "km", "1", "m", QuantityRelation.Different)]
    [InlineData("60", "mph", "88", "ft/s", QuantityRelation.Equal)]
    [InlineData("72", "km/h", "20", "m/s", QuantityRelation.Equal)]
    [InlineData("72", "km/h", "25", "m/s", QuantityRelation.Different)]
    public void Quantities_compare_as_a_careful_teacher_would(string a, string from, string b, string to, QuantityRelation expected) =>
        Assert.Equal(expected, UnitConversion.Compare(new Quantity(Number(a), Unit(from)), new Quantity(Number(b), Unit(to))));

    [Fact]
    public void Enclosed_values_convert_where_the_factor_is_exact()
    {
        var arithmetic = new IntervalArithmetic(64);
        var converted = UnitConversion.Convert(arithmetic.Pi, Unit("°C"), Unit("K"), arithmetic)!.Value;
        Assert.Equal("276.29", converted.Midpoint.ToDecimalString(2));
        Assert.Null(UnitConversion.Convert(arithmetic.Pi, Unit("rad"), Unit("degrees"), arithmetic));
        Assert.Null(UnitConversion.Convert(arithmetic.Pi, Unit("m"), Unit("s"), arithmetic));
    }

    private static CompoundUnit Unit(string text)
    {
        if (text.Length == 0)
            return CompoundUnit.None;
        Assert.True(CompoundUnit.TryParse(text, out var unit), text);
        return unit;
    }

    private static Rational Number(string text)
    {
        var parts = text.Split('/');
        Assert.True(Rational.TryParseDecimal(parts[0], out var value));
        return parts.Length == 1 ? value : value / Number(parts[1]);
    }
}
