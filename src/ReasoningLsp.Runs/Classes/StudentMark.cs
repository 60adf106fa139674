using System.Collections.Immutable;
using ReasoningLsp.Review.Decisions;
using ReasoningLsp.Runs.Records;

namespace ReasoningLsp.Runs.Classes;

/// <summary>What a class list says of one solution.</summary>
/// <param name="Student">Whose it is: the file's name, or the record's id, with folders where these are alike.</param>
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
    /// A mark to begin with, 0 to 4; a person decides. A checklist's share where one was applied; else 4, one less for each step in which
    /// an error is made and for an error of the whole, such as a wrong answer. What only follows from an earlier error costs nothing.
    /// None where nothing could be read or checked: any mark would say that it was.
    /// </summary>
    public int? Proposed
    {
        get
        {
            if (Trace.Steps.IsEmpty)
                return null;
            if (Trace.PassRate is { } rate)
                return (int)Math.Round(Best * rate, MidpointRounding.AwayFromZero);
            // That something could not be read is no mistake that was made.
            var made = Trace.Findings.Where(finding => finding.Flags && !finding.Rule.StartsWith("RR0", StringComparison.Ordinal))
                .Select(finding => finding.Step).Distinct().Count();
            return made == 0 && !Trace.States.Contains("checked") ? null : Math.Max(1, Best - made);
        }
    }

    /// <summary>Its file was changed since it was reviewed.</summary>
    public const string Changed = "changed";

    /// <summary>Its file is gone since it was reviewed.</summary>
    public const string Gone = "gone";

    /// <summary><see cref="Changed"/> or <see cref="Gone"/>, where its file is not as it was reviewed; or null.</summary>
    public string? Since { get; init; }

    /// <summary>The same in words, behind the file's name.</summary>
    public static string SinceInWords(string since) => since == Gone ? "is gone since" : "was changed since";

    /// <summary>Files of others that say the same, word for word.</summary>
    public ImmutableArray<string> SameAs { get; init; } = [];

    /// <summary>The solutions of a run, by student.</summary>
    /// <param name="traces">The solutions.</param>
    /// <param name="decisions">What people said: marks, notes, findings that they called wrong.</param>
    /// <param name="since">What became of a file since it was reviewed, where it is not as it was.</param>
    public static IEnumerable<StudentMark> Of(
        IEnumerable<RunTrace> traces, DecisionLog decisions, IReadOnlyDictionary<string, string>? since = null)
    {
        var all = traces.ToList();
        var names = new StudentNames(all);
        var same = all.Where(trace => !trace.Steps.IsEmpty).ToLookup(trace => trace.Hash, StringComparer.Ordinal);
        return all.Select(trace => new StudentMark(names.Of(trace), trace.Without(decisions))
        {
            People = trace.WordsOf(decisions),
            Since = since?.GetValueOrDefault(trace.File),
            SameAs = trace.Steps.IsEmpty ? [] : [.. same[trace.Hash].Where(other => names.Of(other) != names.Of(trace))
                .Select(other => RunTrace.NameOf(null, other.File, other.Number)).Distinct(StringComparer.Ordinal)],
        });
    }
}
