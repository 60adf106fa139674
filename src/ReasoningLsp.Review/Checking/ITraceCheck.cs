using ReasoningLsp.Review.Findings;

namespace ReasoningLsp.Review.Checking;

/// <summary>A cheap test of a trace as a whole. Runs after every edit over all of it, so it reads text and judges no mathematics.</summary>
internal interface ITraceCheck
{
    /// <summary>The rule it reports under.</summary>
    Rule Rule { get; }

    /// <summary>What is wrong with the trace; in doubt nothing.</summary>
    IEnumerable<TraceDraft> Check(TraceContext context);
}
