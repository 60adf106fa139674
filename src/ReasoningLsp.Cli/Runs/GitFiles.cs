using System.ComponentModel;
using System.Diagnostics;
using System.Text;
using ReasoningLsp.Cli.Hosting;

namespace ReasoningLsp.Cli.Runs;

/// <summary>Files as a revision of git has them.</summary>
internal static class GitFiles
{
    /// <summary>The files below a folder, relative to it.</summary>
    /// <exception cref="UsageException">Git cannot tell.</exception>
    public static IReadOnlyList<string> In(string folder, string revision) =>
        Encoding.UTF8.GetString(Run(folder, "ls-tree", "-r", "-z", "--name-only", Safe(revision), "--", "."))
            .Split('\0', StringSplitOptions.RemoveEmptyEntries);

    /// <summary>What a file held.</summary>
    /// <exception cref="UsageException">The revision has no such file, or git cannot tell.</exception>
    public static byte[] Read(string folder, string revision, string file) => Run(folder, "cat-file", "blob", $"{Safe(revision)}:./{file}");

    // What begins with a dash would be an option.
    private static string Safe(string revision) =>
        revision.StartsWith('-') ? throw new UsageException($"{revision} is no revision of git.") : revision;

    private static byte[] Run(string folder, params string[] arguments)
    {
        var start = new ProcessStartInfo("git", arguments)
        {
            WorkingDirectory = folder,
            RedirectStandardOutput = true,
            RedirectStandardError = true,
            UseShellExecute = false,
        };
        try
        {
            using var git = Process.Start(start)!;
            var said = git.StandardError.ReadToEndAsync();
            using var output = new MemoryStream();
            git.StandardOutput.BaseStream.CopyTo(output);
            git.WaitForExit();
            return git.ExitCode == 0 ? output.ToArray()
                : throw new UsageException($"git {arguments[0]}: {said.GetAwaiter().GetResult().Trim()}");
        }
        catch (Win32Exception)
        {
            throw new UsageException("git cannot be run here; compare two files, two folders or two runs instead.");
        }
    }
}
