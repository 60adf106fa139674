using ReasoningLsp.Cli.Hosting;
using ReasoningLsp.Review.Findings;

namespace ReasoningLsp.Cli.Runs;

/// <summary>Tells of lines of a file that said nothing of any trace of a run.</summary>
internal static class LeftLines
{
    private const int MostTold = 5;

    /// <summary>Tells of them; of nothing where there are none.</summary>
    public static void Tell(ProgramHost host, string? file, IEnumerable<string> left)
    {
        var lines = left.ToList();
        foreach (var line in lines.Take(MostTold))
            host.Error.WriteLine($"{file}, {line}.");
        if (lines.Count > MostTold)
            host.Error.WriteLine($"{file}: {Plural.Of(lines.Count - MostTold, "line")} more of which the run has no such trace.");
    }
}
