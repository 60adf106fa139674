namespace ReasoningLsp.Runs.Records;

/// <summary>A finding as a run keeps it.</summary>
/// <param name="Rule">The rule's id.</param>
/// <param name="Severity"><c>error</c>, <c>warning</c>, <c>information</c> or <c>hint</c>.</param>
/// <param name="Step">Index of the step, or null for the whole trace.</param>
/// <param name="Message">What is said.</param>
/// <param name="Line">The line in the file, from 1.</param>
public sealed record RunFinding(string Rule, string Severity, int? Step, string Message, int Line)
{
    private const string Replaces = "Replace ";

    /// <summary>The name of the mistake that many make, or null.</summary>
    public string? Mistake { get; init; }

    /// <summary>The evidence, name and value.</summary>
    public IReadOnlyList<KeyValuePair<string, string>> Evidence { get; init; } = [];

    /// <summary>What an exact fix would do, or null.</summary>
    public string? Fix { get; init; }

    /// <summary>What the fix writes, or null.</summary>
    public string? NewText { get; init; }

    /// <summary>What the fix replaces by what, or null.</summary>
    public (string Was, string Is)? Replacement => Fix is not null && NewText is not null
        && Fix.StartsWith(Replaces, StringComparison.Ordinal) && Fix.EndsWith($" by {NewText}", StringComparison.Ordinal)
        && Fix[Replaces.Length..^(NewText.Length + 4)] is { Length: > 0 } was ? (was, NewText) : null;

    /// <summary>Whether it is an error or a warning.</summary>
    public bool Flags => Severity is "error" or "warning";

    /// <summary>Whether it says that something is wrong, however surely, and not how it is written: what people say of it is a label.
    /// </summary>
    public bool CallsWrong => Rule.StartsWith("RR1", StringComparison.Ordinal) || Rule.StartsWith("RR3", StringComparison.Ordinal)
        || Rule is "RR401" or "RR402";

    /// <summary>Whether an exact check refuted the step, as RR1xx and RR3xx do.</summary>
    public bool Refutes => Flags && Step is not null && (Rule.StartsWith("RR1", StringComparison.Ordinal)
        || Rule.StartsWith("RR3", StringComparison.Ordinal));
}
