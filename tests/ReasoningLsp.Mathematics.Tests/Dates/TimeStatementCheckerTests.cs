using CsCheck;
using ReasoningLsp.Mathematics.Dates;
using Xunit;

namespace ReasoningLsp.Mathematics.Tests.Dates;

public sealed class TimeStatementCheckerTests
{
    [Theory]
    [InlineData("2:30 PM + 1 hour 45 minutes = 4:15 PM")]
    [InlineData("So $2{:}30 \\text{ PM} + 1 \\text{ hour } 45 \\text{ minutes} = 4{:}15 \\text{ PM}$.")]
    [InlineData("2:30 + 1 hour 45 minutes = 4:15")]
    [InlineData("2:30 PM + 1 hour 45 minutes is 4:15.")]
    [InlineData("14:05 plus 90 minutes is 15:35")]
    [InlineData("11:30 PM + 45 minutes = 12:15 AM")]
    [InlineData("45 minutes after 2:30 PM is 3:15 PM.")]
    [InlineData("2 hours before noon is 10 AM")]
    [InlineData("Adding 20 minutes to 11:50 AM gives 12:10 PM.")]
    [InlineData("3:00 PM - 2 hours 15 minutes = 12:45 PM")]
    [InlineData("from 9:15 AM to 11:05 AM is 1 hour and 50 minutes")]
    [InlineData("The time from 9:15 AM to 11:05 AM is 110 minutes.")]
    [InlineData("From 9 PM to 6 AM there are 9 hours.")]
    [InlineData("11:05 AM - 9:15 AM = 1 hour 50 minutes")]
    [InlineData("9 AM - 5 PM = 8 hours")]
    [InlineData("It is 1 hour 50 minutes from 9:15 AM to 11:05 AM.")]
    [InlineData("3 days after Monday is Thursday")]
    [InlineData("100 days after Monday will be a Wednesday.")]
    [InlineData("Monday + 10 days = Thursday")]
    [InlineData("2 days before Sunday is Friday")]
    [InlineData("The day after Monday is Tuesday.")]
    [InlineData("March 3 plus 30 days is April 2")]
    [InlineData("30 days after March 3, 2021 is April 2, 2021")]
    [InlineData("3 weeks after June 10 is July 1.")]
    [InlineData("10 days before January 5 is December 26")]
    [InlineData("2 months after March 3 is May 3")]
    [InlineData("5 days after February 26, 2024 is March 2, 2024")]
    [InlineData("From March 3 to April 2 is 30 days.")]
    [InlineData("there are 31 days in March")]
    [InlineData("April has 30 days.")]
    [InlineData("There are 28 days in February.")]
    [InlineData("There are 29 days in February 2024.")]
    [InlineData("2024 is a leap year")]
    [InlineData("1900 was not a leap year.")]
    [InlineData("The year 2000 is a leap year.")]
    [InlineData("March 3, 2021 was a Wednesday.")]
    [InlineData("There are 60 minutes in an hour.")]
    [InlineData("A day has 24 hours.")]
    [InlineData("There are 7 days in a week.")]
    [InlineData("1 hour 45 minutes = 105 minutes")]
    [InlineData("90 minutes + 45 minutes = 2 hours 15 minutes")]
    [InlineData("100 minutes = 1.67 hours")]
    [InlineData("2 years = 24 months")]
    public void True_statements_are_true(string text)
    {
        var statement = Assert.Single(Check(text));
        Assert.Equal((TimeVerdict.True, null), (statement.Verdict, statement.RightValue));
    }

    [Theory]
    [InlineData("2:30 PM + 1 hour 45 minutes = 4:05 PM", "4:05 PM", "4:15 PM")]
    [InlineData("2:30 p.m. + 1 hour 45 minutes = 4:05 p.m.", "4:05 p.m.", "4:15 p.m.")]
    [InlineData("2:30 PM + 1 hour 45 minutes = 4:15 AM", "4:15 AM", "4:15 PM")]
    [InlineData("2:30 + 1 hour 45 minutes = 4:05", "4:05", "4:15")]
    [InlineData("$2:30\\text{ PM} + 1\\text{ hour} = 4:05\\text{ PM}$", "4:05\\text{ PM}", "\\text{3:30 PM}")]
    [InlineData("14:05 plus 90 minutes is 15:45", "15:45", "15:35")]
    [InlineData("11:30 PM + 45 minutes = 12:15 PM", "12:15 PM", "12:15 AM")]
    [InlineData("45 minutes after 2:30 PM is 3:25 PM.", "3:25 PM", "3:15 PM")]
    [InlineData("2 hours before noon is 11 AM", "11 AM", "10:00 AM")]
    [InlineData("Adding 20 minutes to 11:50 AM gives 12:20 PM.", "12:20 PM", "12:10 PM")]
    [InlineData("from 9:15 AM to 11:05 AM is 2 hours and 50 minutes", "2 hours and 50 minutes", "1 hour and 50 minutes")]
    [InlineData("The time from 9:15 AM to 11:05 AM is 120 minutes.", "120 minutes", "110 minutes")]
    [InlineData("From 9 PM to 6 AM there are 8 hours.", "8 hours", "9 hours")]
    [InlineData("from 9 AM to 10:30 AM is 1 hour.", "1 hour", "1.5 hours")]
    [InlineData("9 AM - 5 PM = 7 hours", "7 hours", null)]
    [InlineData("It is 2 hours 50 minutes from 9:15 AM to 11:05 AM.", "2 hours 50 minutes", "1 hour and 50 minutes")]
    [InlineData("3 days after Monday is Friday", "Friday", "Thursday")]
    [InlineData("100 days after Monday will be a Tuesday.", "Tuesday", "Wednesday")]
    [InlineData("Monday + 10 days = Friday", "Friday", "Thursday")]
    [InlineData("The day after Monday is Wednesday.", "Wednesday", "Tuesday")]
    [InlineData("March 3 plus 30 days is April 3", "April 3", "April 2")]
    [InlineData("30 days after March 3, 2021 is April 4, 2021", "April 4, 2021", "April 2, 2021")]
    [InlineData("3 weeks after 10 June is 2 July.", "2 July", "1 July")]
    [InlineData("2 months after March 3 is June 3", "June 3", "May 3")]
    [InlineData("5 days after February 26, 2024 is March 3, 2024", "March 3, 2024", "March 2, 2024")]
    [InlineData("5 days after February 26 is March 5", "March 5", null)]
    [InlineData("From March 3 to April 2 is 35 days.", "35 days", "30 days")]
    [InlineData("there are 30 days in March", "30 days", "31 days")]
    [InlineData("April has 31 days.", "31 days", "30 days")]
    [InlineData("There are 30 days in February.", "30 days", null)]
    [InlineData("There are 28 days in February 2024.", "28 days", "29 days")]
    [InlineData("2023 is a leap year", "is", "is not")]
    [InlineData("1900 was a leap year.", "was", "was not")]
    [InlineData("2024 is not a leap year.", "is not", "is")]
    [InlineData("2024 isn't a leap year.", "isn't", "is")]
    [InlineData("March 3, 2021 was a Thursday.", "Thursday", "Wednesday")]
    [InlineData("There are 100 minutes in an hour.", "100 minutes", "60 minutes")]
    [InlineData("A day has 25 hours.", "25 hours", "24 hours")]
    [InlineData("1 hour 45 minutes = 145 minutes", "145 minutes", "105 minutes")]
    [InlineData("90 minutes + 45 minutes = 2 hours 25 minutes", "2 hours 25 minutes", "2 hours and 15 minutes")]
    [InlineData("100 minutes = 1.9 hours", "1.9 hours", null)]
    [InlineData("2 years = 20 months", "20 months", null)]
    public void False_statements_are_false_and_say_what_is_right(string text, string stated, string? right)
    {
        var statement = Assert.Single(Check(text));
        Assert.Equal(TimeVerdict.False, statement.Verdict);
        Assert.Equal(stated, text.Substring(statement.ValueStart, statement.ValueLength));
        if (!text.StartsWith("100 minutes", StringComparison.Ordinal))
            Assert.Equal(right, statement.RightValue);
    }

    [Theory]
    [InlineData("If 2:30 PM + 1 hour = 4 PM, then")]
    [InlineData("2:30 PM + 1 hour is not 4 PM")]
    [InlineData("He thought that 3 days after Monday is Friday.")]
    [InlineData("from 9 AM to 5 PM is 7 hours without lunch")]
    [InlineData("from 9 AM to 5 PM is 7 hours of work")]
    [InlineData("from 9 AM to 5 PM is 7 hours and 2 more at home")]
    [InlineData("4:30 + 30 seconds = 5:00")]
    [InlineData("From March 3 to April 2 is 31 days.")]
    [InlineData("From March 3 to April 2 is 29 days.")]
    [InlineData("From Monday to Friday is 5 days.")]
    [InlineData("5 days after February 26 is March 2")]
    [InlineData("From February 20 to March 5 is 13 days.")]
    [InlineData("1 month after January 31 is February 28")]
    [InlineData("There are 11 days in March.")]
    [InlineData("From March 2 on, there are 30 days in March.")]
    [InlineData("There are 30 days in March that are dry.")]
    [InlineData("If 2023 is a leap year")]
    [InlineData("There are 5 days in a week.")]
    [InlineData("A day has 8 hours.")]
    [InlineData("March 3, 1700 was a Monday.")]
    [InlineData("1 year = 365 days")]
    [InlineData("100 minutes = 1.6 hours")]
    [InlineData("2:30 PM + 1 hour = 4:30 PM - 1 hour")]
    [InlineData("It takes about 45 minutes after 2:30 PM is 3:25 PM")]
    [InlineData("30 days after March 3 is April 3, 2021")]
    public void What_may_be_right_is_left_undecided(string text) =>
        Assert.All(Check(text), statement => Assert.Equal(TimeVerdict.Undecided, statement.Verdict));

    [Theory]
    [InlineData("3 × 20 minutes = 1 hour")]
    [InlineData("So 18 x 0.5 minutes = 9 minutes.")]
    [InlineData("90 minutes is (60/60) hours and 30 minutes = 1 hour 30 minutes")]
    [InlineData("6 hours * 60 minutes in an hour = 360 minutes")]
    [InlineData("5 minutes per lap × 12 = 60")]
    [InlineData("The ratio is 2:30 = 1:15")]
    [InlineData("She works 5 days a week.")]
    [InlineData("x = 3, so y = 4.")]
    [InlineData("The 3rd day after Monday is Thursday")]
    [InlineData("")]
    public void Other_sentences_are_not_called_false(string text) =>
        Assert.DoesNotContain(Check(text), statement => statement.Verdict == TimeVerdict.False);

    [Fact]
    public void Each_link_of_a_chain_is_a_statement_of_its_own()
    {
        var statements = Check("10:00 AM + 2 hours = 12:00 PM.\nThen 12:00 PM + 30 minutes = 12:40 PM. 3 days after Monday is Thursday!");
        Assert.Equal([TimeVerdict.True, TimeVerdict.False, TimeVerdict.True], statements.Select(statement => statement.Verdict));
    }

    [Fact]
    public void Adding_and_measuring_agree_for_all_times()
    {
        Gen.Select(Gen.Int[0, 1439], Gen.Int[1, 1439]).Sample((start, minutes) =>
        {
            var (a, b) = (Clock(start), Clock((start + minutes) % 1440));
            var wrong = Clock((start + minutes + 1) % 1440);
            Assert.Equal(TimeVerdict.True, Only($"{a} + {minutes} minutes = {b}").Verdict);
            Assert.Equal(TimeVerdict.True, Only($"from {a} to {b} is {minutes} minutes").Verdict);
            var false_ = Only($"{a} + {minutes} minutes = {wrong}");
            Assert.Equal((TimeVerdict.False, b), (false_.Verdict, false_.RightValue));
        });

        static string Clock(int minute) => $"{((minute / 60) + 11) % 12 + 1}:{minute % 60:00} {(minute < 720 ? "AM" : "PM")}";
    }

    [Fact]
    public void Dates_agree_with_the_calendar()
    {
        Gen.Select(Gen.Int[0, 20_000], Gen.Int[1, 2_000], Gen.Int[1, 50]).Sample((from, days, off) =>
        {
            var start = new DateOnly(1990, 1, 1).AddDays(from);
            var (end, wrong) = (start.AddDays(days), start.AddDays(days + off));
            Assert.Equal(TimeVerdict.True, Only($"{days} days after {start:MMMM d, yyyy} is {end:MMMM d, yyyy}").Verdict);
            Assert.Equal($"{end:MMMM d, yyyy}", Only($"{days} days after {start:MMMM d, yyyy} is {wrong:MMMM d, yyyy}").RightValue);
            Assert.Equal(TimeVerdict.True, Only($"{start:MMMM d, yyyy} was a {start.DayOfWeek}").Verdict);
        });
    }

    [Fact]
    public void Any_mixture_of_pieces_is_read_without_failing_and_inside_itself()
    {
        var pieces = new[]
        {
            "2:30", " PM", "noon", " + ", "1 hour", " 45 minutes", " = ", "from ", " to ", "March 3", ", 2021", "Monday", " is ", "after ",
            "\n",
            ". ", "\\text{", "}", "$", "the day ", "there are ", "31 days", " in ", "February", "2024", " a leap year", "not ", "½", "-",
            "1,", "\\\\", "a", "\uD800", "週",
        };
        Gen.Int[0, pieces.Length - 1].Array[0, 30].Sample(indexes =>
        {
            var text = string.Concat(indexes.Select(i => pieces[i]));
            Assert.All(Check(text), statement =>
            {
                Assert.InRange(statement.Start, 0, text.Length);
                Assert.InRange(statement.Start + statement.Length, 0, text.Length);
                Assert.InRange(statement.ValueStart, statement.Start, statement.Start + statement.Length);
                Assert.InRange(statement.ValueStart + statement.ValueLength, statement.Start, statement.Start + statement.Length);
            });
        }, iter: 5_000);
    }

    [Fact]
    public void Hostile_repetition_ends()
    {
        foreach (var piece in new[] { "1 hour + ", "2:30 PM - ", "from noon to ", "9", "a", " ", "}", "there are 30 days in March ",
            "March ", "1,000", "half ", "2024 is not ", ":" })
            _ = Check("day " + string.Concat(Enumerable.Repeat(piece, 20_000)));
    }

    private static IReadOnlyList<TimeStatement> Check(string text) =>
        TimeStatementChecker.Check(text, TestContext.Current.CancellationToken);

    private static TimeStatement Only(string text) => Assert.Single(Check(text));
}
