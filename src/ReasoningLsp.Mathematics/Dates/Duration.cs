using ReasoningLsp.Mathematics.Numbers;

namespace ReasoningLsp.Mathematics.Dates;

/// <summary>A length of time as written. Months have no fixed length, so they are kept apart.</summary>
/// <param name="Seconds">Weeks, days, hours, minutes and seconds, in seconds.</param>
/// <param name="Months">Years and months, in months.</param>
/// <param name="Resolution">What one unit of the last decimal place is worth, in seconds; 0 if there are no decimals.</param>
/// <param name="SmallestUnit">The smallest unit it is written in, in seconds (0 for months and years).</param>
/// <param name="Parts">How many units it is written in: 2 for "1 hour 45 minutes".</param>
public readonly record struct Duration(Rational Seconds, Rational Months, Rational Resolution, int SmallestUnit, int Parts)
{
    /// <summary>
    /// Reads a duration at the beginning of a text: <c>2 hours and 45 minutes</c>, <c>90 min</c>, <c>1.5 hours</c>,
    /// <c>half an hour</c>, <c>an hour and a half</c>, <c>1h 45m</c>, <c>three weeks</c>.
    /// </summary>
    public static bool TryParsePrefix(ReadOnlySpan<char> text, out Duration duration, out int length) =>
        new DurationReader(text).TryRead(out duration, out length);
}
