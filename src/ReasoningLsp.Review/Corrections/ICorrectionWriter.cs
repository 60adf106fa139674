using ReasoningLsp.Review.Findings;
using ReasoningLsp.Traces;

namespace ReasoningLsp.Review.Corrections;

/// <summary>Writes candidates for a step.</summary>
public interface ICorrectionWriter
{
    /// <summary>Texts that the step might have instead, as they are finished. Nothing in them was checked yet.</summary>
    /// <param name="trace">The trace.</param>
    /// <param name="step">The step.</param>
    /// <param name="evidence">What was found wrong with it; empty where nothing was.</param>
    /// <param name="isWeak">Whether the beginning of a candidate is refuted already, so that it need not be finished.</param>
    /// <param name="cancellationToken">Stops the work.</param>
    IAsyncEnumerable<string> WriteAsync(Trace trace, int step, IReadOnlyList<Finding> evidence, Func<string, bool> isWeak, CancellationToken cancellationToken);
}
