using System.CommandLine;
using System.CommandLine.Help;
using System.CommandLine.Invocation;
using System.CommandLine.Parsing;
using System.Text.RegularExpressions;
using ReasoningLsp.Cli.Hosting;

namespace ReasoningLsp.Cli.Commands;

/// <summary>Help that ends with how the command is used in practice and what its exit codes mean.</summary>
internal sealed partial class HelpWithExamples(HelpAction help) : SynchronousCommandLineAction
{
    /// <inheritdoc/>
    public override bool ClearsParseErrors => true;

    /// <inheritdoc/>
    public override int Invoke(ParseResult parseResult)
    {
        var configuration = parseResult.InvocationConfiguration;
        var output = configuration.Output;
        using var text = new StringWriter { NewLine = "\n" };
        configuration.Output = text;
        help.Invoke(parseResult);
        configuration.Output = output;
        output.Write(SecondDefault.Replace(text.ToString(), string.Empty));
        output.Write(CommandExamples.Of(Names(parseResult.CommandResult)).ReplaceLineEndings("\n"));
        return ExitCode.Clean;
    }

    // The descriptions say the defaults in words, where there is something to say.
    [GeneratedRegex(@"\s+\[default:[^\]]*\]")]
    private static partial Regex SecondDefault { get; }

    private static IEnumerable<string> Names(CommandResult? command)
    {
        for (; command is not null; command = command.Parent as CommandResult)
            yield return command.Command.Name;
    }
}
