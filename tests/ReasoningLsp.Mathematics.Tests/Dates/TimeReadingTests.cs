using ReasoningLsp.Mathematics.Dates;
using Xunit;

namespace ReasoningLsp.Mathematics.Tests.Dates;

public sealed class TimeReadingTests
{
    [Theory]
    [InlineData("2:30 PM", 14, 30, true)]
    [InlineData("2:30PM", 14, 30, true)]
    [InlineData("2:30 p.m.", 14, 30, true)]
    [InlineData("2:30 pm", 14, 30, true)]
    [InlineData("2:30 a. m.", 2, 30, true)]
    [InlineData("2:30\\text{ PM}", 14, 30, true)]
    [InlineData("2{:}30\\,\\text{PM}", 14, 30, true)]
    [InlineData("12:15 AM", 0, 15, true)]
    [InlineData("12:15 PM", 12, 15, true)]
    [InlineData("9 AM", 9, 0, true)]
    [InlineData("9am", 9, 0, true)]
    [InlineData("14:05", 14, 5, true)]
    [InlineData("00:05", 0, 5, true)]
    [InlineData("2:30", 2, 30, false)]
    [InlineData("12:30", 0, 30, false)]
    [InlineData("noon", 12, 0, true)]
    [InlineData("12 noon", 12, 0, true)]
    [InlineData("midnight", 0, 0, true)]
    [InlineData("3 o'clock", 3, 0, false)]
    [InlineData("three o'clock in the afternoon", 15, 0, true)]
    [InlineData("half past 3", 3, 30, false)]
    [InlineData("quarter to four PM", 15, 45, true)]
    [InlineData("4:15 in the morning", 4, 15, true)]
    public void Times_of_day_are_read(string text, int hour, int minute, bool halfIsKnown)
    {
        Assert.True(ClockTime.TryParsePrefix(text, out var time, out var length));
        Assert.Equal((((hour * 60) + minute) * 60, halfIsKnown, text.Length), (time.Seconds, time.HalfIsKnown, length));
    }

    [Theory]
    [InlineData("25:00")]
    [InlineData("2:75")]
    [InlineData("2:3")]
    [InlineData("2:305")]
    [InlineData("12")]
    [InlineData("3.5 PM")]
    [InlineData("3 amps")]
    [InlineData("seven")]
    [InlineData("2:30:45:10")]
    public void What_is_no_time_of_day_is_not_read(string text) => Assert.False(ClockTime.TryParsePrefix(text, out _, out _));

    [Theory]
    [InlineData("March 3, 2021", 2021, 3, 3)]
    [InlineData("March 3 2021", 2021, 3, 3)]
    [InlineData("March 3", null, 3, 3)]
    [InlineData("Mar. 3rd", null, 3, 3)]
    [InlineData("March the 3rd", null, 3, 3)]
    [InlineData("3 March", null, 3, 3)]
    [InlineData("the 3rd of March, 2021", null, 3, 3)]
    [InlineData("3 March 2021", 2021, 3, 3)]
    [InlineData("Sept 30", null, 9, 30)]
    [InlineData("May 5", null, 5, 5)]
    [InlineData("February 29", null, 2, 29)]
    [InlineData("2021-03-03", 2021, 3, 3)]
    public void Dates_are_read(string text, int? year, int month, int day)
    {
        Assert.True(CalendarDate.TryParsePrefix(text, out var date, out _));
        Assert.Equal((year, month, day), (date.Year, date.Month, date.Day));
    }

    [Theory]
    [InlineData("February 30")]
    [InlineData("February 29, 2021")]
    [InlineData("March 32")]
    [InlineData("may 5")]
    [InlineData("March")]
    [InlineData("3/4/2021")]
    [InlineData("March 3.5")]
    [InlineData("March 3:15")]
    [InlineData("2021-13-01")]
    public void What_is_no_date_is_not_read(string text) => Assert.False(CalendarDate.TryParsePrefix(text, out _, out _));

    [Theory]
    [InlineData("2 hours and 45 minutes", 9900)]
    [InlineData("2 hours, 45 minutes", 9900)]
    [InlineData("2 hours 45 minutes", 9900)]
    [InlineData("90 min", 5400)]
    [InlineData("1.5 hours", 5400)]
    [InlineData("1 1/2 hours", 5400)]
    [InlineData("1½ hours", 5400)]
    [InlineData("3/4 hour", 2700)]
    [InlineData("half an hour", 1800)]
    [InlineData("three quarters of an hour", 2700)]
    [InlineData("an hour and a half", 5400)]
    [InlineData("an hour", 3600)]
    [InlineData("a day", 86400)]
    [InlineData("three weeks", 1814400)]
    [InlineData("forty-five minutes", 2700)]
    [InlineData("1h 45m", 6300)]
    [InlineData("1h45m", 6300)]
    [InlineData("1,440 minutes", 86400)]
    [InlineData("2\\text{ hours}", 7200)]
    [InlineData("1 day, 2 hours and 3 minutes", 93780)]
    public void Durations_are_read(string text, int seconds)
    {
        Assert.True(Duration.TryParsePrefix(text, out var duration, out var length));
        Assert.Equal((seconds, 0, text.Length), (duration.Seconds, duration.Months, length));
    }

    [Theory]
    [InlineData("2 years and 3 months", 27)]
    [InlineData("a month", 1)]
    [InlineData("two decades", 240)]
    public void Months_are_kept_apart(string text, int months)
    {
        Assert.True(Duration.TryParsePrefix(text, out var duration, out _));
        Assert.Equal((0, months), (duration.Seconds, duration.Months));
    }

    [Theory]
    [InlineData("3 apples")]
    [InlineData("hours")]
    [InlineData("3 m")]
    [InlineData("60 minutes/hour")]
    [InlineData("5 days per week")]
    [InlineData("20 school days")]
    public void What_is_no_duration_is_not_read(string text) => Assert.False(Duration.TryParsePrefix(text, out _, out _));

    [Theory]
    [InlineData("2 hours 3 hours", 7)]
    [InlineData("45 minutes and 2 hours", 10)]
    [InlineData("2 hours and then", 7)]
    [InlineData("2 hours, 3 apples", 7)]
    public void A_duration_ends_where_its_units_stop_falling(string text, int length)
    {
        Assert.True(Duration.TryParsePrefix(text, out _, out var taken));
        Assert.Equal(length, taken);
    }
}
