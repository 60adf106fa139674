using System.Collections.Immutable;
using ReasoningLsp.Runs.Records;

namespace ReasoningLsp.Runs.Composites;

/// <summary>A solution that people judged, and what each signal says of it.</summary>
/// <param name="Problem">Solutions of one problem are held back together.</param>
/// <param name="Values">By the name of the signal; higher is righter.</param>
/// <param name="IsRight">What people say.</param>
public sealed record JudgedSolution(string Problem, ImmutableSortedDictionary<string, double> Values, bool IsRight)
{
    /// <summary>The signals of a trace, those that are known.</summary>
    public static ImmutableSortedDictionary<string, double> ValuesOf(TraceSignals signals)
    {
        ArgumentNullException.ThrowIfNull(signals);
        var values = ImmutableSortedDictionary.CreateBuilder<string, double>(StringComparer.Ordinal);
        values["exact checks"] = signals.IsRefuted ? 0 : signals.IsFlagged ? 0.25 : 0.5 + (signals.Covered / 2);
        if ((signals.Model ?? signals.Score) is { } lowest)
            values["reward model"] = lowest;
        if (signals.Judge is { } doubted)
            values["judge"] = doubted;
        if (signals.Checklist is { } passed)
            values["checklist"] = passed;
        return values.ToImmutable();
    }
}
