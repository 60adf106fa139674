namespace ReasoningLsp.Cli.Bench;

/// <summary>A solution in another language.</summary>
/// <param name="Language">The code of the language.</param>
/// <param name="Outcome">Whether it could be written in it.</param>
/// <param name="IsRight">Whether nothing is wrong with it.</param>
/// <param name="Changes">Whether its verdict is another one than in English.</param>
/// <param name="Record">It as a record, where its verdict is another one.</param>
internal sealed record LanguageTrial(string Language, LanguageOutcome Outcome, bool IsRight, bool Changes, string? Record)
{
    /// <summary>Whether a model translated it.</summary>
    public bool IsByModel { get; init; }
}
