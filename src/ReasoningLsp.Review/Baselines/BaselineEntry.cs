namespace ReasoningLsp.Review.Baselines;

/// <summary>One finding that is known and not to be reported.</summary>
/// <param name="Key">Which finding.</param>
/// <param name="File">Where it stood when it was written down, relative to the baseline's folder; only to tell whether the entry is
/// stale.</param>
public sealed record BaselineEntry(FindingKey Key, string File);
