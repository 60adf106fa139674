namespace ReasoningLsp.Server.Models;

/// <summary>What came of a command about models.</summary>
/// <param name="Succeeded">Whether it was done.</param>
/// <param name="Cancelled">Whether a person stopped it; what arrived is kept.</param>
/// <param name="Output">What it says.</param>
/// <param name="Error">Why it was not done, or empty.</param>
public sealed record ModelsOutcome(bool Succeeded, bool Cancelled, string Output, string Error);
