using System.Text;
using ReasoningLsp.Cli.Commands;
using ReasoningLsp.Cli.Hosting;
using ReasoningLsp.Review.Findings;
using ReasoningLsp.Review.Running;
using ReasoningLsp.TestSupport;
using Xunit;

namespace ReasoningLsp.Cli.Tests.Support;

/// <summary>What a run of the program left behind.</summary>
internal sealed record RunResult(int ExitCode, string Output, string Error)
{
    public string[] Lines => Output.Split('\n', StringSplitOptions.RemoveEmptyEntries);
}

/// <summary>Runs the program in this process, in a folder of the test.</summary>
internal static class TestProgram
{
    public static Task<RunResult> RunAsync(TestFolder folder, params string[] arguments) => RunAsync(folder, string.Empty, arguments);

    public static Task<RunResult> RunAsync(TestFolder folder, string input, string[] arguments,
        Func<ProgramHost, ProgramHost>? adapt = null) =>
        RunAsync(folder, new MemoryStream(Encoding.UTF8.GetBytes(input)), arguments, SumReviewer.Create, adapt,
        TestContext.Current.CancellationToken);

    public static async Task<RunResult> RunAsync(
        TestFolder folder, Stream input, string[] arguments, Func<ReviewOptions, IExactReviewer> exact,
        Func<ProgramHost, ProgramHost>? adapt, CancellationToken cancellationToken)
    {
        using var output = new MemoryStream();
        using var error = new StringWriter { NewLine = "\n" };
        var host = new ProgramHost { Output = output, Error = error, Input = input, Folder = folder.Path };
        var exitCode = await new CommandLineProgram(adapt?.Invoke(host) ?? host, exact).RunAsync(arguments, cancellationToken);
        return new RunResult(exitCode, Encoding.UTF8.GetString(output.ToArray()), error.ToString());
    }
}
