namespace ReasoningLsp.Review.Tests.Planting;

/// <summary>What became of planted errors of one kind.</summary>
/// <param name="Planted">How many were planted.</param>
/// <param name="Found">How many were flagged in their step.</param>
/// <param name="Offered">For how many a correction was offered.</param>
/// <param name="Restored">How many corrections gave back a solution without findings, with the right answer, every other step
/// untouched.</param>
internal sealed record PlantedErrorCounts(int Planted, int Found, int Offered, int Restored)
{
    /// <summary>Nothing planted yet.</summary>
    public static PlantedErrorCounts None { get; } = new(0, 0, 0, 0);

    public override string ToString() =>
        $"planted {Planted}, found {Found}, offered {Offered} ({(Planted == 0 ? 0 : 100.0 * Offered / Planted):F1} %), restored {Restored}";
}
