using System.Diagnostics;
using System.Text;
using ReasoningLsp.TestSupport;
using Xunit;

namespace ReasoningLsp.Server.Tests.Editors;

/// <summary>Runs a real editor, set up as <c>docs/editors.md</c> says.</summary>
internal static class EditorRun
{
    /// <summary>The block of the page that is marked with a name.</summary>
    public static string Setup(string name)
    {
        var page = File.ReadAllText(Repository.Path("docs/editors.md")).ReplaceLineEndings("\n");
        var start = page.IndexOf($" {name}\n", StringComparison.Ordinal);
        Assert.True(start >= 0, $"docs/editors.md has no block {name}.");
        start = page.IndexOf('\n', start) + 1;
        return page[start..page.IndexOf("\n```", start, StringComparison.Ordinal)] + "\n";
    }

    /// <summary>Runs the editor in a folder, the server on its path, until it ends; skips where it is not installed.</summary>
    public static async Task<string> RunAsync(TestFolder folder, string editor, params string[] arguments)
    {
        if (Find(editor) is not { } path)
        {
            Assert.Skip($"{editor} is not installed.");
            return string.Empty;
        }

        var start = new ProcessStartInfo(path)
        {
            WorkingDirectory = folder.Path,
            RedirectStandardOutput = true,
            RedirectStandardError = true,
        };
        start.Environment["PATH"] = AppContext.BaseDirectory + Path.PathSeparator + Environment.GetEnvironmentVariable("PATH");
        start.Environment["HOME"] = folder.Path;
        start.Environment["XDG_STATE_HOME"] = folder.Path;
        foreach (var argument in arguments)
            start.ArgumentList.Add(argument);
        using var process = Process.Start(start)!;
        var output = new StringBuilder();
        // Both streams are read at once.
        void Take(string? line)
        {
            lock (output)
                output.AppendLine(line);
        }

        process.OutputDataReceived += (_, line) => Take(line.Data);
        process.ErrorDataReceived += (_, line) => Take(line.Data);
        process.BeginOutputReadLine();
        process.BeginErrorReadLine();
        try
        {
            await process.WaitForExitAsync(TestContext.Current.CancellationToken).WaitAsync(TimeSpan.FromMinutes(2));
        }
        finally
        {
            if (!process.HasExited)
                process.Kill(entireProcessTree: true);
        }

        Assert.True(process.ExitCode == 0, $"{editor} ended with {process.ExitCode}:\n{output}");
        return output.ToString();
    }

    private static string? Find(string editor) => (Environment.GetEnvironmentVariable("PATH") ?? string.Empty)
        .Split(Path.PathSeparator)
        .Select(folder => Path.Combine(folder, editor))
        .FirstOrDefault(File.Exists);
}
