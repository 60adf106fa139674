using System.Collections.Immutable;

namespace ReasoningLsp.Review.Reporting;

/// <summary>Writes a run down as it goes, in constant memory. Called from one thread at a time.</summary>
public interface IReviewReporter : IDisposable
{
    /// <summary>Called once, first.</summary>
    void Begin();

    /// <summary>Called once a trace, in the order of the input.</summary>
    void Add(ReviewedTrace trace);

    /// <summary>Called once, last.</summary>
    /// <param name="summary">What was counted.</param>
    /// <param name="problems">What could not be read.</param>
    /// <param name="exitCode">How the program will end.</param>
    void End(ReviewSummary summary, ImmutableArray<InputProblem> problems, int exitCode);
}
