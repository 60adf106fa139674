using ReasoningLsp.Traces;

namespace ReasoningLsp.Review.Corrections;

/// <summary>Writes whole solutions of a trace's problem. Implementations are thread-safe.</summary>
public interface ISolutionWriter
{
    /// <summary>Writes one.</summary>
    /// <param name="trace">The trace; its problem, hints and concepts are read, not its steps.</param>
    /// <param name="number">Which one, from 1: each number is written differently, and the same number always the same.</param>
    /// <param name="maximumTokens">Most tokens.</param>
    /// <param name="cancellationToken">Stops the work.</param>
    Task<WrittenSolution> WriteAsync(Trace trace, int number, int maximumTokens, CancellationToken cancellationToken);
}
