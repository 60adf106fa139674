using System.Diagnostics;
using System.Text.Json;
using ReasoningLsp.TestSupport;
using Xunit;

namespace ReasoningLsp.Cli.Tests.Support;

/// <summary>Microsoft's validator of SARIF logs, which npm installs.</summary>
internal static class SarifMultitool
{
    /// <summary>Every error and warning it has about a log (its notes ask for what costs space, or for the network), by the schema, its own
    /// rules and GitHub's.</summary>
    public static async Task<IReadOnlyList<string>> ValidateAsync(string log, string complaints, CancellationToken cancellationToken)
    {
        var program = new ProcessStartInfo(Program()) { RedirectStandardOutput = true, RedirectStandardError = true };
        foreach (var argument in (string[])["validate", log, "--rule-kind", "Sarif;Gh", "--level", "Error;Warning", "--kind", "Fail",
            "--output", complaints, "--log", "ForceOverwrite"])
            program.ArgumentList.Add(argument);
        using var process = Process.Start(program)!;
        var output = process.StandardOutput.ReadToEndAsync(cancellationToken);
        var error = process.StandardError.ReadToEndAsync(cancellationToken);
        await process.WaitForExitAsync(cancellationToken);
        Assert.True(File.Exists(complaints), await output + await error);
        using var report = JsonDocument.Parse(await File.ReadAllTextAsync(complaints, cancellationToken));
        var run = report.RootElement.GetProperty("runs")[0];
        return run.TryGetProperty("results", out var results)
            ? [.. results.EnumerateArray()
                .Select(result => (Result: result, Place: result.GetProperty("locations")[0].GetProperty("physicalLocation")))
                .Select(found => $"{found.Result.GetProperty("ruleId").GetString()} {found.Result.GetProperty("message").GetRawText()} "
                    + $"at {found.Place.GetProperty("region").GetRawText()}")
                .Select(line => line.ReplaceLineEndings(" "))]
            : [];
    }

    private static string Program()
    {
        var system = OperatingSystem.IsWindows() ? "win32" : OperatingSystem.IsMacOS() ? "darwin" : "linux";
        var program = Repository.Path(
            $"node_modules/@microsoft/sarif-multitool-{system}/Sarif.Multitool{(OperatingSystem.IsWindows() ? ".exe" : string.Empty)}");
        if (!File.Exists(program))
            Assert.Skip("The SARIF multitool is not installed: run npm ci.");
        // The package marks it as a program in an install script, which npm may be told not to run.
        if (!OperatingSystem.IsWindows())
            File.SetUnixFileMode(program, File.GetUnixFileMode(program) | UnixFileMode.UserExecute);
        return program;
    }
}
