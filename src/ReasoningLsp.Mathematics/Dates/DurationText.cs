using System.Globalization;
using ReasoningLsp.Mathematics.Numbers;

namespace ReasoningLsp.Mathematics.Dates;

/// <summary>Writes durations in words.</summary>
internal static class DurationText
{
    private static readonly (int Seconds, string Name)[] Units = [(604_800, "week"), (86_400, "day"), (3600, "hour"), (60, "minute"),
        (1, "second")];

    /// <summary>A positive number of seconds in the units of another duration; null if it cannot be written in them.</summary>
    public static string? Like(Duration example, Rational seconds)
    {
        if (seconds.Sign <= 0 || !seconds.IsInteger)
            return null;
        if (example.Parts == 1)
            return InOneUnit(example.SmallestUnit, seconds) ?? InUnits(seconds);
        return InUnits(seconds);
    }

    private static string? InOneUnit(int unit, Rational seconds)
    {
        var name = Array.Find(Units, known => known.Seconds == unit).Name;
        if (name is null)
            return null;
        var value = seconds / unit;
        for (var digits = 0; digits <= 2; digits++)
        {
            if (value.Round(digits) == value)
                return value.ToDecimalString(digits) + " " + name + (value == 1 ? "" : "s");
        }

        return null;
    }

    private static string? InUnits(Rational seconds)
    {
        List<string> parts = [];
        var rest = seconds;
        foreach (var (size, name) in Units)
        {
            var count = (rest / size).Floor();
            if (count.IsZero)
                continue;
            parts.Add(count.ToString(CultureInfo.InvariantCulture) + " " + name + (count.IsOne ? "" : "s"));
            rest -= count * (Rational)size;
        }

        return parts.Count switch
        {
            0 => null,
            1 => parts[0],
            _ => string.Join(", ", parts[..^1]) + " and " + parts[^1],
        };
    }
}
