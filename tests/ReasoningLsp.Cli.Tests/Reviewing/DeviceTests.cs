using System.Runtime.InteropServices;
using ReasoningLsp.Cli.Tests.Support;
using ReasoningLsp.TestSupport;
using Xunit;

namespace ReasoningLsp.Cli.Tests.Reviewing;

public sealed class DeviceTests
{
    [Fact]
    public async Task A_report_is_written_into_a_pipe_and_does_not_replace_it()
    {
        Assert.SkipWhen(OperatingSystem.IsWindows(), "Windows has no such pipes in folders.");
        using var folder = new TestFolder();
        folder.Write("a.md", "Problem: Add.\n\nStep 1: 2 + 2 = 4.\n");
        var pipe = folder.At("pipe");
        Assert.Equal(0, MakePipe(pipe, 0b110_110_110));
        // Opening it waits for the one who writes.
        var read = Task.Run(() => File.ReadAllText(pipe), TestContext.Current.CancellationToken);
        var result = await TestProgram.RunAsync(folder, "review", "a.md", "--format", "jsonl", "-o", "pipe");
        Assert.Equal(0, result.ExitCode);
        Assert.Contains("\"steps\":1", await read, StringComparison.Ordinal);
        Assert.Equal(0, new FileInfo(pipe).Length);
    }

    [DllImport("libc", EntryPoint = "mkfifo", CharSet = CharSet.Ansi)]
    [DefaultDllImportSearchPaths(DllImportSearchPath.SafeDirectories)]
    private static extern int MakePipe(string path, uint mode);
}
