using ReasoningLsp.Mathematics.Numbers;

namespace ReasoningLsp.Mathematics.Units;

/// <summary>The lengths of months and years that solutions reckon with.</summary>
internal static class CalendarConvention
{
    private static readonly Rational SecondsInDay = 86_400;
    private static readonly Rational SecondsInMonth = 2_629_746;

    // In days. 364 is 52 weeks, 336 is twelve months of four weeks.
    private static readonly Rational[] YearLengths =
        [365, 366, 360, 364, 336, new(1461, 4), new(3652422, 10_000), new(3652425, 10_000), new(36524, 100)];

    private static readonly Rational[] MonthLengths =
    [
        30, 31, 28, 29, new(365, 12), new(366, 12), new(1461, 48), new(3652425, 120_000), new(304, 10), new(3042, 100),
        new(3044, 100), new(305, 10), new(91, 3), new(52 * 7, 12),
    ];

    /// <summary>Whether a factor between a calendar unit (in the same power on one side only) and clock time is usual.</summary>
    public static bool Accepts(CompoundUnit from, CompoundUnit to, Rational factor)
    {
        if (factor.Sign <= 0 || CalendarPower(from) - CalendarPower(to) is not (1 or -1))
            return false;

        // What days a year or a month must have had for the factor to be right.
        var ratio = factor / (from.Factor / to.Factor);
        var calendarFirst = CalendarPower(from) > CalendarPower(to);
        var days = (calendarFirst ? ratio : 1 / ratio) * SecondsInMonth / SecondsInDay;
        var written = calendarFirst ? factor : 1 / factor;
        return YearLengths.Any(length => IsAbout(days * 12, length, written))
            || MonthLengths.Any(length => IsAbout(days, length, written));
    }

    // Weeks in a year are written 52.14, weeks in a month 4.3: the exact ones rounded, but never to a single digit.
    private static bool IsAbout(Rational implied, Rational convention, Rational written)
    {
        if (implied == convention)
            return true;
        var truth = written * convention / implied;
        var tolerance = new Rational(2, 100);
        return Rounding.IsOf(truth, written, tolerance, 2) || Rounding.IsOf(1 / truth, 1 / written, tolerance, 2);
    }

    private static int CalendarPower(CompoundUnit unit) =>
        unit.Terms.Where(term => term.Unit.Basis == "year").Sum(term => term.Power);
}
