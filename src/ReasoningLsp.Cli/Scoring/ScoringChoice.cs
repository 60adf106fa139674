using ReasoningLsp.Cli.Hosting;
using ReasoningLsp.Review.Models;
using ReasoningLsp.Review.Profiles;
using ReasoningLsp.Review.Scoring;

namespace ReasoningLsp.Cli.Scoring;

/// <summary>A reward model that the user chose.</summary>
/// <param name="Model">The model.</param>
/// <param name="InProcess">Compute in this process.</param>
internal sealed record ScoringChoice(ScoringModel Model, bool InProcess)
{
    /// <summary>The model that <paramref name="choice"/> names.</summary>
    /// <exception cref="UsageException">There is none, or it cannot be read.</exception>
    public static ScoringModel Resolve(ProgramHost host, ModelChoice choice)
    {
        try
        {
            return choice.Resolve(host.BuiltInModels, host.Registry);
        }
        catch (Exception error) when (error is ProfileException or IOException or UnauthorizedAccessException)
        {
            throw new UsageException(error.Message);
        }
    }
}
