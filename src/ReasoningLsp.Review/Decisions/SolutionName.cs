using System.Collections.Immutable;
using System.Globalization;
using ReasoningLsp.Review.Findings;
using ReasoningLsp.Traces;
using ReasoningLsp.Traces.Reading;

namespace ReasoningLsp.Review.Decisions;

/// <summary>What notes and marks know a solution by: its text, wherever it stands, or its place, whatever it says.</summary>
/// <param name="Hash">Of problem and steps (<see cref="StepHash.OfSolution"/>).</param>
/// <param name="Steps">Hashes of the steps.</param>
/// <param name="File">The file's name without its folder, or null.</param>
/// <param name="Trace">What it is called in its file: its id, else its number; null where it has none that lasts.</param>
public sealed record SolutionName(string Hash, ImmutableArray<string> Steps, string? File, string? Trace)
{
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
        OfHash(StepHash.OfSolution(problem, steps), id, index, file) with { Steps = [.. steps.Select(StepHash.Of)] };

    /// <summary>The name of a solution whose hash is known and whose steps are not asked for.</summary>
    public static SolutionName OfHash(string hash, string? id, int? index, string? file)
    {
        var name = file is null ? null : Path.GetFileName(file);
        // Lines of records come and go; only documents count their solutions.
        var isDocument = name is not null && TraceFormats.FromPath(name) is { } format && !TraceFormats.IsEscaped(format);
        return new SolutionName(hash, [], name,
            id ?? (isDocument && index is not null ? string.Create(CultureInfo.InvariantCulture, $"#{index + 1}") : null));
    }

    /// <summary>Whether what was said speaks of this place, though perhaps of another text.</summary>
    internal bool IsPlaceOf(Decision said) => File is not null && Trace is not null && said.Trace == Trace && said.File is { } file
        && string.Equals(Path.GetFileName(file), File, StringComparison.Ordinal);
}
