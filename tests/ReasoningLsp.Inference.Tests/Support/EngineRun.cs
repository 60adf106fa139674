using System.Diagnostics;
using ReasoningLsp.Inference.Hosting;

namespace ReasoningLsp.Inference.Tests.Support;

/// <summary>The program as a process.</summary>
internal static class EngineRun
{
    /// <summary>Full path of the program that was built beside the tests.</summary>
    public static string Program { get; } =
        Path.Combine(AppContext.BaseDirectory, OperatingSystem.IsWindows() ? "reasoning-lsp.exe" : "reasoning-lsp");

    /// <summary>Starts it.</summary>
    public static EngineLauncher Launcher { get; } = new(Program, []);

    /// <summary>Runs it to its end.</summary>
    /// <param name="folder">Its current folder.</param>
    /// <param name="path">Its PATH; null leaves it.</param>
    /// <param name="arguments">Its arguments.</param>
    public static async Task<(int Code, string Output, string Error)> RunAsync(string folder, string? path, params string[] arguments)
    {
        var start = new ProcessStartInfo(Program, arguments)
        {
            WorkingDirectory = folder,
            RedirectStandardOutput = true,
            RedirectStandardError = true,
        };
        start.Environment["DOTNET_ROOT"] = Path.GetDirectoryName(Environment.ProcessPath);
        if (path is not null)
            start.Environment["PATH"] = path;
        using var process = Process.Start(start)!;
        var output = process.StandardOutput.ReadToEndAsync();
        var error = process.StandardError.ReadToEndAsync();
        await process.WaitForExitAsync();
        return (process.ExitCode, await output, await error);
    }
}
