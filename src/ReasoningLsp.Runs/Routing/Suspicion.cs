using System.Collections.Immutable;
using ReasoningLsp.Runs.Composites;
using ReasoningLsp.Runs.Records;

namespace ReasoningLsp.Runs.Routing;

/// <summary>How likely each source holds a trace to be wrong.</summary>
/// <param name="Sources">A source's name and its probability that the trace is wrong.</param>
public sealed record Suspicion(ImmutableArray<(string Source, double Wrong)> Sources)
{
    // Never quite certain, so that no source alone silences the others.
    private const double Nearest = 0.02;

    /// <summary>What was fitted to people's judgments, where it was; it outranks the mean.</summary>
    public CompositeAnswer? Fitted { get; init; }

    /// <summary>The probability that the trace is wrong: as fitted, else the mean of the sources.</summary>
    public double Mean => Fitted is { } fitted ? 1 - fitted.Right : Average;

    private double Average => Sources.Average(source => source.Wrong);

    /// <summary>How little is known on the whole: the entropy of the mean, 0 to 1.</summary>
    public double Uncertainty => Entropy(Mean);

    /// <summary>How far the sources differ: what the mean's entropy exceeds the mean entropy by (Jensen–Shannon), 0 to 1.</summary>
    public double Disagreement => Math.Max(0, Entropy(Average) - Sources.Average(source => Entropy(source.Wrong)));

    /// <summary>What the sources of a run say of a trace.</summary>
    /// <param name="trace">The trace.</param>
    /// <param name="usual">The share of traces that are flagged: what is expected where nothing speaks.</param>
    public static Suspicion Of(RunTrace trace, double usual) => Of(TraceSignals.Of(trace), usual, null);

    /// <summary>What the sources of a run say of a trace.</summary>
    /// <param name="signals">What they say in numbers.</param>
    /// <param name="usual">The share of traces that are flagged: what is expected where nothing speaks.</param>
    /// <param name="composite">What was fitted from all of them, or null.</param>
    public static Suspicion Of(TraceSignals signals, double usual, Composite? composite)
    {
        ArgumentNullException.ThrowIfNull(signals);
        var sources = ImmutableArray.CreateBuilder<(string, double)>();
        var covered = signals.Covered;
        if (signals.Model is { } lowest)
            sources.Add(("reward model", Inside(1 - lowest)));
        if (signals.Judge is { } doubted)
            sources.Add(("judge", Inside(1 - doubted)));
        else if (signals.Checklist is { } passed)
            sources.Add(("checklist", Inside(1 - passed)));
        // Checks that could decide nothing say nothing; where nobody else speaks, what is usual is all that is known.
        var flagged = signals.IsRefuted ? 1 : signals.IsFlagged ? 0.75 : (double?)null;
        if (flagged is { } wrong)
            sources.Insert(0, ("exact checks", Inside(wrong)));
        else if (sources.Count == 0 || covered == 1)
            sources.Insert(0, ("exact checks", Inside(Math.Min(0.5, usual) * (1 - covered))));
        return new Suspicion(sources.ToImmutable()) { Fitted = composite?.At(JudgedSolution.ValuesOf(signals)) };
    }

    private static double Inside(double probability) => Math.Clamp(probability, Nearest, 1 - Nearest);

    private static double Entropy(double p) => p is 0 or 1 ? 0 : -((p * Math.Log2(p)) + ((1 - p) * Math.Log2(1 - p)));
}
