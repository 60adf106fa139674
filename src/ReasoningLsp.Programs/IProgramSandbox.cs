using System.Collections.Immutable;

namespace ReasoningLsp.Programs;

/// <summary>Runs programs that nobody vouches for, where they reach nothing: no file, no network, no clock, no variable of the
/// environment, limited time and memory. Thread-safe.</summary>
public interface IProgramSandbox : IDisposable
{
    /// <summary>Runs programs of one text one after the other, in a fresh interpreter.</summary>
    /// <param name="programs">Their sources, in order; a later one sees what an earlier one defined.</param>
    /// <param name="chance">What the clock shows and which random numbers come: the same number, the same run.</param>
    /// <param name="cancellationToken">Stops it.</param>
    /// <returns>What became of each that was begun.</returns>
    /// <exception cref="SandboxUnavailableException">The interpreter is not here, or cannot be used.</exception>
    Task<SandboxRun> RunAsync(ImmutableArray<string> programs, int chance, CancellationToken cancellationToken);
}
