using System.Collections.Immutable;
using ReasoningLsp.Review.Decisions;
using ReasoningLsp.Runs.Records;

namespace ReasoningLsp.Runs.Classes;

/// <summary>What a class list says of one solution.</summary>
/// <param name="Student">Whose it is: the file's name, or the record's id.</param>
/// <param name="Trace">The solution.</param>
public sealed record StudentMark(string Student, RunTrace Trace)
{
    /// <summary>What people said of it.</summary>
    public PersonWords People { get; init; } = PersonWords.None;

    /// <summary>The best mark.</summary>
    public const int Best = Decision.BestMark;

    /// <summary>Steps that are flagged.</summary>
    public ImmutableArray<int> Flagged => [.. Trace.Findings.Where(finding => finding is { Flags: true, Step: not null })
        .Select(finding => finding.Step!.Value).Distinct().Order()];

    /// <summary>
    /// A mark to begin with, 0 to 4; a person decides. A checklist's share where one was applied; else 4 without a flagged step, one less
    /// for each step in which an error is made, 0 where nothing could be read. What only follows from an earlier error costs nothing.
    /// </summary>
    public int Proposed => Trace.Steps.IsEmpty ? 0
        : Trace.PassRate is { } rate ? (int)Math.Round(Best * rate, MidpointRounding.AwayFromZero)
        : Math.Max(1, Best - Flagged.Length);

    /// <summary>The solutions of a run, by student.</summary>
    /// <param name="traces">The solutions.</param>
    /// <param name="decisions">What people said: marks, notes, findings that they called wrong.</param>
    public static IEnumerable<StudentMark> Of(IEnumerable<RunTrace> traces, DecisionLog decisions) =>
        traces.Select(trace => new StudentMark(NameOf(trace), trace.Without(decisions)) { People = trace.WordsOf(decisions) });

    private static string NameOf(RunTrace trace)
    {
        var file = Path.GetFileName(trace.File);
        var dot = file.IndexOf('.', StringComparison.Ordinal);
        var isRecord = file.EndsWith(".jsonl", StringComparison.OrdinalIgnoreCase)
            || file.EndsWith(".gz", StringComparison.OrdinalIgnoreCase)
            || file.EndsWith(".parquet", StringComparison.OrdinalIgnoreCase);
        return isRecord ? trace.Name : dot > 0 ? file[..dot] : file;
    }
}
