namespace ReasoningLsp.Cli.Correcting;

/// <summary>What a command line with <c>--best-of</c> names beside it.</summary>
/// <param name="Remember">Whether corrections shall be noted.</param>
/// <param name="HasWriter">Whether a model writes.</param>
/// <param name="HasProfile">Whether a reward model scores.</param>
/// <param name="HasChecklist">Whether a checklist holds for the solution.</param>
internal sealed record BestOfSources(bool Remember, bool HasWriter, bool HasProfile, bool HasChecklist);
