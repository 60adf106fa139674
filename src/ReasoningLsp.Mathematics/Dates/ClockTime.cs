using System.Globalization;

namespace ReasoningLsp.Mathematics.Dates;

/// <summary>A time of day as written.</summary>
/// <param name="Seconds">Since midnight, 0 to 86,399; in the first half of the day if the half is not known.</param>
/// <param name="HalfIsKnown">False for "2:30", which may be in the morning or in the afternoon.</param>
/// <param name="Suffix">"PM", "p.m." … as written, or empty.</param>
public readonly record struct ClockTime(int Seconds, bool HalfIsKnown, string Suffix)
{
    internal const int HalfDay = 43_200;
    internal const int Day = 86_400;

    /// <summary>
    /// Reads a time at the beginning of a text: <c>2:30 PM</c>, <c>9 a.m.</c>, <c>14:05</c>, <c>noon</c>, <c>half past
    /// three</c>, <c>3 o'clock in the afternoon</c>.
    /// </summary>
    public static bool TryParsePrefix(ReadOnlySpan<char> text, out ClockTime time, out int length) =>
        new ClockTimeReader(text).TryRead(out time, out length);

    /// <summary>Another time of day, written as this one is.</summary>
    internal string Format(int seconds)
    {
        var clock = new TimeOnly(seconds * TimeSpan.TicksPerSecond);
        var pattern = clock.Second == 0 ? "mm" : "mm':'ss";
        if (HalfIsKnown && Suffix.Length == 0)
            return clock.ToString("HH':'" + pattern, CultureInfo.InvariantCulture);
        var digits = ((clock.Hour + 11) % 12 + 1).ToString(CultureInfo.InvariantCulture) + ":" + clock.ToString(pattern,
            CultureInfo.InvariantCulture);
        if (Suffix.Length == 0)
            return digits;

        // "p.m." answers "p.m.", and only its letter tells the halves apart.
        var letter = clock.Hour >= 12 ? 'p' : 'a';
        return digits + " " + (char.IsUpper(Suffix[0]) ? char.ToUpperInvariant(letter) : letter) + Suffix[1..];
    }
}
