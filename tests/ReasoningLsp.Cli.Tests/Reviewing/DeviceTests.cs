using System.Runtime.InteropServices;
using ReasoningLsp.Cli.Tests.Support;
using ReasoningLsp.Review.Running;
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

    [Fact]
    public async Task A_pipe_in_a_folder_is_passed_over()
    {
        Assert.SkipWhen(OperatingSystem.IsWindows(), "Windows has no such pipes in folders.");
        using var folder = new TestFolder();
        folder.Write("b.solution.md", "Problem: Add.\n\nStep 1: 2 + 2 = 4.\n");
        Assert.Equal(0, MakePipe(folder.At("a.solution.md"), 0b110_110_110));
        var result = await TestProgram.RunAsync(folder, "review", ".", "--format", "jsonl");
        Assert.Equal(0, result.ExitCode);
        Assert.Contains("b.solution.md", result.Output, StringComparison.Ordinal);
        Assert.DoesNotContain("a.solution.md", result.Output, StringComparison.Ordinal);
    }

    /// <summary>What nobody named holds nobody up.</summary>
    [Theory]
    [InlineData("reasoning-review.json", 0, "")]
    [InlineData(".reasoning/decisions.jsonl", 0, "")]
    [InlineData("user/models.json", 2, "models.json:1:1: this is no JSON: there is nothing in it")]
    public async Task A_pipe_in_the_place_of_what_holds_in_a_folder_is_not_waited_for(string file, int exitCode, string said)
    {
        Assert.SkipWhen(OperatingSystem.IsWindows(), "Windows has no such pipes in folders.");
        using var folder = new TestFolder();
        folder.Write("a.md", "Problem: Add.\n\nStep 1: 2 + 2 = 4.\n");
        Directory.CreateDirectory(Path.GetDirectoryName(folder.At(file))!);
        File.Delete(folder.At(file));
        Assert.Equal(0, MakePipe(folder.At(file), 0b110_110_110));
        string[] arguments = file.StartsWith("user", StringComparison.Ordinal) ? ["models", "list"] : ["review", "a.md"];
        var result = await TestProgram.RunAsync(folder, string.Empty, arguments, host => host with { UserFolder = folder.At("user") })
            .WaitAsync(TimeSpan.FromSeconds(60), TestContext.Current.CancellationToken);
        Assert.Equal(exitCode, result.ExitCode);
        Assert.Contains(said, result.Error + result.Output, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("review", "/dev/zero")]
    [InlineData("correct", "/dev/zero", "--step", "1")]
    [InlineData("bench", "/dev/zero")]
    public async Task A_device_that_never_ends_is_told(params string[] arguments)
    {
        Assert.SkipWhen(OperatingSystem.IsWindows(), "Windows has no such device in folders.");
        using var folder = new TestFolder();
        var result = await TestProgram.RunAsync(folder, arguments);
        Assert.Equal(2, result.ExitCode);
        Assert.Contains("dev/zero", result.Error, StringComparison.Ordinal);
        Assert.Matches("longer than the [0-9]+ MiB|a line of more than", result.Error);
    }

    [Theory]
    [InlineData("text")]
    [InlineData("jsonl")]
    public async Task Standard_input_that_never_ends_is_told(string format)
    {
        Assert.SkipWhen(OperatingSystem.IsWindows(), "Windows has no such device in folders.");
        using var folder = new TestFolder();
        using var zeros = File.OpenRead("/dev/zero");
        var result = await TestProgram.RunAsync(folder, zeros, ["review", "-", "--stdin-format", format],
            options => new Reviewer(options), null, TestContext.Current.CancellationToken);
        Assert.Equal(2, result.ExitCode);
        Assert.Contains("stdin: This file cannot be read", result.Error, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("bench", "a.jsonl")]
    [InlineData("review", "a.jsonl")]
    public async Task A_full_output_is_not_blamed_on_the_input(params string[] arguments)
    {
        Assert.SkipWhen(OperatingSystem.IsWindows() || !File.Exists("/dev/full"), "There is no device that is full.");
        using var folder = new TestFolder();
        folder.Write("a.jsonl", "{\"steps\": [\"1 + 1 = 3\"], \"label\": -1}\n");
        using var full = new FileStream("/dev/full", FileMode.Open, FileAccess.Write, FileShare.ReadWrite, 1);
        var result = await TestProgram.RunAsync(folder, string.Empty, arguments, host => host with { Output = full });
        Assert.Equal(2, result.ExitCode);
        Assert.Contains("the output cannot be written", result.Error, StringComparison.Ordinal);
        Assert.DoesNotContain("a.jsonl", result.Error, StringComparison.Ordinal);
        var listed = await TestProgram.RunAsync(folder, "bench", "a.jsonl", "--failures", "/dev/full");
        Assert.Equal(2, listed.ExitCode);
        Assert.Contains("/dev/full", listed.Error, StringComparison.Ordinal);
    }

    [DllImport("libc", EntryPoint = "mkfifo", CharSet = CharSet.Ansi)]
    [DefaultDllImportSearchPaths(DllImportSearchPath.SafeDirectories)]
    private static extern int MakePipe(string path, uint mode);
}
