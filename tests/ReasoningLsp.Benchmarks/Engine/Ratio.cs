using System.Globalization;

namespace ReasoningLsp.Benchmarks.Engine;

/// <summary>Two things measured one after the other, again and again, so that whatever else the machine does meets both alike.</summary>
/// <param name="What">What is divided by what.</param>
/// <param name="Goal">What the ratio should be, as the table shows it.</param>
/// <param name="Rounds">Milliseconds of both, a round each.</param>
internal sealed record Ratio(string What, string Goal, IReadOnlyList<(double One, double Other)> Rounds)
{
    /// <summary>A row of the table.</summary>
    public string Row => string.Create(CultureInfo.InvariantCulture,
        $"| {What} | {Median(Rounds.Select(round => round.One)):0} ms | {Median(Rounds.Select(round => round.Other)):0} ms | "
            + $"{Median(Rounds.Select(round => round.One / round.Other)):0.000} | {Goal} |");

    /// <summary>The middle one.</summary>
    public static double Median(IEnumerable<double> values)
    {
        var sorted = values.Order().ToList();
        return sorted[sorted.Count / 2];
    }
}
