namespace ReasoningLsp.Cli.Bench;

/// <summary>What became of solutions that were written in another language.</summary>
/// <param name="Rewritten">How many right ones.</param>
/// <param name="Changed">Of these, how many have another verdict.</param>
/// <param name="Errors">How many with an error that is found in English.</param>
/// <param name="Lost">Of these, how many in which it is not found at its step.</param>
internal readonly record struct LanguageCounts(int Rewritten, int Changed, int Errors, int Lost)
{
    /// <summary>With one more.</summary>
    public LanguageCounts With(LanguageTrial trial) => trial.IsRight
        ? this with { Rewritten = Rewritten + 1, Changed = Changed + (trial.Changes ? 1 : 0) }
        : this with { Errors = Errors + 1, Lost = Lost + (trial.Changes ? 1 : 0) };
}
