using System.Collections.Immutable;
using System.Globalization;
using ReasoningLsp.Review.Findings;
using ReasoningLsp.Traces;
using ReasoningLsp.Traces.Reading;

namespace ReasoningLsp.Review.Decisions;

/// <summary>What notes and marks know a solution by: its text, wherever it stands, or its place, whatever it says.</summary>
/// <param name="Hash">Of problem and steps (<see cref="StepHash.OfSolution"/>).</param>
/// <param name="Steps">Hashes of the steps.</param>
/// <param name="File">The file with whatever path is known, with forward slashes; or null.</param>
/// <param name="Trace">What it is called in its file: its id, else its number; null where it has none that lasts.</param>
public sealed record SolutionName(string Hash, ImmutableArray<string> Steps, string? File, string? Trace)
{
    /// <summary>What the steps say; empty where that is not known.</summary>
    public ImmutableArray<string> Texts { get; init; } = [];

    /// <summary>The name of a trace.</summary>
    /// <param name="trace">The trace.</param>
    /// <param name="file">Its file, with any path; or null.</param>
    public static SolutionName Of(Trace trace, string? file)
    {
        ArgumentNullException.ThrowIfNull(trace);
        return Of(trace.Problem?.Text, [.. trace.Steps.Select(step => step.Text.Text)], trace.Id, trace.Index, file);
    }

    /// <summary>The name of a solution that is kept elsewhere.</summary>
    public static SolutionName Of(string? problem, ImmutableArray<string> steps, string? id, int? index, string? file) =>
        OfHash(StepHash.OfSolution(problem, steps), id, index, file) with { Steps = [.. steps.Select(StepHash.Of)], Texts = steps };

    /// <summary>The name of a solution whose hash is known and whose steps are not asked for.</summary>
    public static SolutionName OfHash(string hash, string? id, int? index, string? file)
    {
        var name = file is null ? null : Path.GetFileName(file);
        // Lines of records come and go; only documents count their solutions.
        var isDocument = name is not null && TraceFormats.FromPath(name) is { } format && !TraceFormats.IsEscaped(format);
        return new SolutionName(hash, [], file?.Replace('\\', '/'),
            id ?? (isDocument && index is not null ? string.Create(CultureInfo.InvariantCulture, $"#{index + 1}") : null));
    }

    /// <summary>Whether what was said speaks of this place, though perhaps of another text. Of a file that is gone only the text tells
    /// where it went: another of its name in another folder is another's.</summary>
    internal bool IsPlaceOf(Decision said) => Trace is not null && said.Trace == Trace && IsOfFile(said);

    /// <summary>Whether what was said of a text counts here: of one who handed in the same, only what was said of his file. What was said
    /// of a file that is gone counts wherever its text stands now. Of two records of one file that say the same each has its own.</summary>
    internal bool IsReachedBy(Decision said) => said.File is null || File is null
        || (IsOfFile(said) ? !(IsId(said.Trace) && IsId(Trace)) || said.Trace == Trace : !said.IsFileThere);

    /// <summary>Whether a name is a record's id, which lasts, and not a place among others.</summary>
    internal static bool IsId(string? trace) => trace is not null && !trace.StartsWith('#');

    /// <summary>Whether it was said of this file.</summary>
    internal bool IsOfFile(Decision said) => said.File is { } file && File is not null && IsSame(file, File);

    // Each is relative to a folder of its own, so that one ends with the other.
    private static bool IsSame(string one, string other)
    {
        var (first, second) = (Parts(one), Parts(other));
        var shared = Math.Min(first.Length, second.Length);
        return first.AsSpan(first.Length - shared).SequenceEqual(second.AsSpan(second.Length - shared));
    }

    private static string[] Parts(string path) => [.. path.Split('/').Where(part => part is not ("." or ".." or ""))];
}
