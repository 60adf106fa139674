using ReasoningLsp.Review.Decisions;
using ReasoningLsp.Runs.Routing;

namespace ReasoningLsp.Runs.Desks;

/// <summary>A solution in the list of a desk.</summary>
/// <param name="Offset">Where its line begins in the file of lines.</param>
/// <param name="Length">How long the line is, in bytes.</param>
/// <param name="Entry">What its place depends on.</param>
/// <param name="File">The file that it is of, as the run names it.</param>
/// <param name="Solution">What marks know it by; its steps are not in it.</param>
/// <param name="Error">Why it could not be read, or null.</param>
public sealed record DeskRow(long Offset, int Length, QueueEntry Entry, string File, SolutionName Solution, string? Error)
{
    /// <summary>The row of a line; null where the line is none of a run.</summary>
    public static DeskRow? Of(long offset, ReadOnlyMemory<byte> line) => DeskRowReader.Read(offset, line);

    /// <summary>Whether there is an error or a warning that nobody called wrong.</summary>
    public bool IsFlagged(DecisionLog decisions) =>
        Entry.Findings.Any(finding => decisions.OnFinding(finding.Subject) is not { Kind: DecisionKind.WrongFinding });

    /// <summary>Whether a person said all that there is to say: a word on every finding, or where there is none a mark.</summary>
    public bool IsDecided(DecisionLog decisions) =>
        Entry.Findings.IsEmpty ? decisions.MarkOf(Solution) is not null : Queue.IsDecided(Entry, decisions);
}
