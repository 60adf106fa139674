using CsCheck;
using ReasoningLsp.Mathematics.Units;
using Xunit;

namespace ReasoningLsp.Mathematics.Tests.Units;

public sealed class CompoundUnitTests
{
    [Theory]
    [InlineData("km/h", "kilometre per hour")]
    [InlineData("km / hr", "kilometre·hour^-1")]
    [InlineData("miles per hour", "mile·hour^-1")]
    [InlineData("miles an hour", "mile·hour^-1")]
    [InlineData("dollars a pound", "dollar·pound^-1")]
    [InlineData("m^2", "metre^2")]
    [InlineData("m²", "metre^2")]
    [InlineData("m2", "metre^2")]
    [InlineData("cm^{3}", "centimetre^3")]
    [InlineData("s^-1", "second^-1")]
    [InlineData("s⁻²", "second^-2")]
    [InlineData("m/s^2", "metre·second^-2")]
    [InlineData("m/s/s", "metre·second^-1·second^-1")]
    [InlineData("meters per second squared", "metre·second^-2")]
    [InlineData("kg m^2", "kilogram·metre^2")]
    [InlineData("N m", "newton·metre")]
    [InlineData("kg·m/s", "kilogram·metre·second^-1")]
    [InlineData("J/(kg K)", "joule·kilogram^-1·kelvin^-1")]
    [InlineData("square meters", "metre^2")]
    [InlineData("sq ft", "foot^2")]
    [InlineData("sq. ft", "foot^2")]
    [InlineData("cubic feet", "foot^3")]
    [InlineData("cubic feet per minute", "foot^3·minute^-1")]
    [InlineData("meters squared", "metre^2")]
    [InlineData("foot-pounds", "foot·pound")]
    [InlineData("newton meters", "newton·metre")]
    [InlineData("kilowatt-hours", "kilowatt hour")]
    [InlineData("\\text{ cm}^2", "centimetre^2")]
    [InlineData("\\text{cm}^{2}", "centimetre^2")]
    [InlineData("\\text{ km/h}", "kilometre per hour")]
    [InlineData("\\ \\mathrm{m}/\\mathrm{s}", "metre·second^-1")]
    [InlineData("\\text{ miles per hour}", "mile·hour^-1")]
    [InlineData("千米/小时", "kilometre·hour^-1")]
    [InlineData("千米每小时", "kilometre·hour^-1")]
    [InlineData("平方厘米", "square centimetre")]
    [InlineData("Kilometer pro Stunde", "kilometre·hour^-1")]
    [InlineData("kilomètres par heure", "kilometre·hour^-1")]
    [InlineData("% per year", "percent·year^-1")]
    [InlineData("$/lb", "dollar·pound^-1")]
    [InlineData("fluid ounces", "fluid ounce")]
    public void Compound_units_are_read_as_people_write_them(string text, string expected) =>
        Assert.Equal(expected, CompoundUnit.TryParse(text, out var unit) ? unit.ToString() : null);

    [Theory]
    [InlineData("")]
    [InlineData("apples")]
    [InlineData("km/")]
    [InlineData("km/apple")]
    [InlineData("J/kg K")]
    [InlineData("m^")]
    [InlineData("m^22")]
    [InlineData("m^0")]
    [InlineData("hours minutes")]
    [InlineData("km/h)")]
    [InlineData("per hour")]
    [InlineData("\nIn total")]
    public void Anything_else_is_no_unit(string text) => Assert.False(CompoundUnit.TryParse(text, out _));

    [Theory]
    [InlineData(" hours in total", "hour", 6)]
    [InlineData(" m away", "metre", 2)]
    [InlineData(" miles/hour = 5", "mile·hour^-1", 11)]
    [InlineData(" feet.", "foot", 5)]
    [InlineData(" in. of snow", "inch", 4)]
    [InlineData(" in.", "inch", 3)]
    [InlineData(" minutes per apple", "minute", 8)]
    [InlineData(" hours a boy", "hour", 6)]
    [InlineData("\\text{ hours and}", "hour", 12)]
    [InlineData("kg}", "kilogram", 2)]
    [InlineData(" cups score", "cup", 5)]
    public void A_unit_ends_where_the_prose_goes_on(string text, string expected, int length)
    {
        Assert.True(CompoundUnit.TryParsePrefix(text, out var unit, out var taken));
        Assert.Equal((expected, length), (unit.ToString(), taken));
    }

    [Fact]
    public void Readings_combine_the_meanings_of_every_word()
    {
        var readings = CompoundUnit.Readings("ounces per pound", out _);
        Assert.Equal(
            ["ounce·pound^-1", "ounce (fluid)·pound^-1", "ounce·pound sterling^-1", "ounce (fluid)·pound sterling^-1"],
            readings.Select(unit => unit.ToString()));
    }

    [Fact]
    public void Dimensions_show_what_is_measured()
    {
        Assert.True(CompoundUnit.TryParse("J/(kg K)", out var unit));
        Assert.Equal("Length^2·Time^-2·Temperature^-1", unit.Dimension.ToString());
        Assert.Equal("1", CompoundUnit.None.Dimension.ToString());
        Assert.True(CompoundUnit.TryParse("%", out var percent) && percent.Dimension.IsNumber);
    }

    [Fact]
    public void Hostile_text_ends_quickly_and_inside_itself()
    {
        var pieces = new[] { "m", "/", "(", "^", "{", "}", "\\text{", " per ", "²", "km", "千米", "每", "-", "·", " ", "sq. ", "in.", "9" };
        Gen.Int[0, pieces.Length - 1].Array[0, 40].Sample(indexes =>
        {
            var text = string.Concat(indexes.Select(i => pieces[i]));
            _ = CompoundUnit.TryParsePrefix(text, out _, out var length);
            Assert.InRange(length, 0, text.Length);
        });
        foreach (var piece in pieces)
            _ = CompoundUnit.TryParsePrefix(string.Concat(Enumerable.Repeat(piece, 20_000)), out _, out _);
        _ = CompoundUnit.TryParsePrefix(string.Concat(Enumerable.Repeat("m^9", 20)), out _, out _);
        _ = CompoundUnit.TryParsePrefix("km^9·km^9·km^9·km^9·km^9", out var huge, out _);
        Assert.Equal(CompoundUnit.None, huge);
    }
}
