using System.Diagnostics;
using System.Text;
using ReasoningLsp.TestSupport;
using Xunit;

namespace ReasoningLsp.Cli.Tests;

/// <summary>The program as a process of its own: what only the operating system can show.</summary>
public sealed class ProcessTests
{
    [Fact]
    public async Task Results_go_to_standard_output_and_trouble_to_standard_error()
    {
        using var folder = new TestFolder();
        folder.Write("a.trace.jsonl", "{\"id\": \"é\", \"steps\": [\"So.\"]}\nbroken\n");
        using var process = Start(folder, "review", ".", "--format", "jsonl");
        var output = process.StandardOutput.ReadToEndAsync(TestContext.Current.CancellationToken);
        var error = await process.StandardError.ReadToEndAsync(TestContext.Current.CancellationToken);
        await process.WaitForExitAsync(TestContext.Current.CancellationToken);
        Assert.Equal(2, process.ExitCode);
        Assert.Contains("\"id\":\"é\"", await output, StringComparison.Ordinal);
        Assert.Equal(2, (await output).Split('\n', StringSplitOptions.RemoveEmptyEntries).Length);
        Assert.StartsWith("a.trace.jsonl:2:", error, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Interrupting_the_program_ends_it_with_130()
    {
        if (OperatingSystem.IsWindows())
            Assert.Skip("Windows has no signal to send to one process; a person's Ctrl-C takes the same way.");
        using var folder = new TestFolder();
        using var process = Start(folder, "review", "-", "--stdin-format", "jsonl", "--format", "jsonl");
        // Input that never ends; the first result shows that the program is at work.
        var feeding = FeedAsync(process);
        var first = await process.StandardOutput.ReadLineAsync(TestContext.Current.CancellationToken);
        Assert.Contains("\"trace\":0", first, StringComparison.Ordinal);
        using (var kill = Process.Start("kill", ["-INT", process.Id.ToString(System.Globalization.CultureInfo.InvariantCulture)]))
            await kill.WaitForExitAsync(TestContext.Current.CancellationToken);
        var rest = process.StandardOutput.ReadToEndAsync(TestContext.Current.CancellationToken);
        var error = process.StandardError.ReadToEndAsync(TestContext.Current.CancellationToken);
        await process.WaitForExitAsync(TestContext.Current.CancellationToken);
        Assert.Equal(130, process.ExitCode);
        Assert.Contains("Interrupted", await error, StringComparison.Ordinal);
        Assert.EndsWith("}\n", await rest, StringComparison.Ordinal);
        await feeding;
    }

    [Fact]
    public async Task Interrupting_it_while_it_waits_for_input_ends_it_too()
    {
        if (OperatingSystem.IsWindows())
            Assert.Skip("Windows has no signal to send to one process; a person's Ctrl-C takes the same way.");
        using var folder = new TestFolder();
        using var process = Start(folder, "review", "-", "--stdin-format", "jsonl", "--format", "jsonl");
        // Enough for results to come out, and then nothing more.
        for (var record = 0; record < 5000; record++)
            await process.StandardInput.WriteAsync("{\"steps\": [\"So.\"]}\n");
        await process.StandardInput.FlushAsync(TestContext.Current.CancellationToken);
        Assert.NotNull(await process.StandardOutput.ReadLineAsync(TestContext.Current.CancellationToken));
        using (var kill = Process.Start("kill", ["-INT", process.Id.ToString(System.Globalization.CultureInfo.InvariantCulture)]))
            await kill.WaitForExitAsync(TestContext.Current.CancellationToken);
        var rest = process.StandardOutput.ReadToEndAsync(TestContext.Current.CancellationToken);
        await process.WaitForExitAsync(TestContext.Current.CancellationToken);
        Assert.Equal(130, process.ExitCode);
        Assert.EndsWith("}\n", await rest, StringComparison.Ordinal);
    }

    private static async Task FeedAsync(Process process)
    {
        var line = Encoding.UTF8.GetBytes("{\"steps\": [\"So.\"]}\n");
        try
        {
            while (!process.HasExited)
                await process.StandardInput.BaseStream.WriteAsync(line, TestContext.Current.CancellationToken);
        }
        catch (IOException)
        {
            // The program has ended.
        }
    }

    private static Process Start(TestFolder folder, params string[] arguments)
    {
        var start = new ProcessStartInfo(ProgramFile.Published)
        {
            WorkingDirectory = folder.Path,
            RedirectStandardInput = true,
            RedirectStandardOutput = true,
            RedirectStandardError = true,
            StandardOutputEncoding = Encoding.UTF8,
            StandardErrorEncoding = Encoding.UTF8,
        };
        foreach (var argument in arguments)
            start.ArgumentList.Add(argument);
        return Process.Start(start)!;
    }
}
