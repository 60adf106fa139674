using System.CommandLine;
using System.CommandLine.Invocation;
using ReasoningLsp.Cli.Hosting;

namespace ReasoningLsp.Cli.Commands;

/// <summary><c>--version</c>.</summary>
internal sealed class PrintVersion : SynchronousCommandLineAction
{
    /// <inheritdoc/>
    public override int Invoke(ParseResult parseResult)
    {
        parseResult.InvocationConfiguration.Output.WriteLine(ProgramVersion.Text);
        return ExitCode.Clean;
    }
}
