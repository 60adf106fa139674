using System.Collections.Immutable;
using ReasoningLsp.Review.Configuration;

namespace ReasoningLsp.Review.Folders;

/// <summary>Told of files that say what holds in a folder and cannot be read as they should. Thread-safe.</summary>
public interface IPolicyProblems
{
    /// <summary>All that has no meaning in the configurations read so far, what was told before among it.</summary>
    void Configurations(ImmutableArray<ConfigurationProblem> problems);

    /// <summary>Something in another file: decisions, a baseline.</summary>
    /// <param name="file">Full path.</param>
    /// <param name="line">From 1; 0 for the whole file.</param>
    /// <param name="message">What is wrong, and the remedy.</param>
    void File(string file, int line, string message);
}
