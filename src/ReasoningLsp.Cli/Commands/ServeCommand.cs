using System.CommandLine;
using ReasoningLsp.Cli.Hosting;
using ReasoningLsp.Cli.Reviewing;
using ReasoningLsp.Cli.Serving;
using ReasoningLsp.Server.Lifecycle;

namespace ReasoningLsp.Cli.Commands;

/// <summary><c>reasoning-lsp serve</c>: the language server, for editors.</summary>
internal static class ServeCommand
{
    /// <summary>The command's name.</summary>
    public const string Name = "serve";

    /// <summary>The command.</summary>
    public static Command Create(ProgramHost host)
    {
        // Editors append what they like to append: --stdio, --clientProcessId=1.
        var command = new Command(Name, "Serve an editor through the Language Server Protocol, on standard input and output.")
        {
            new Option<bool>("--stdio")
            {
                Description = "Speak on standard input and output. The only way there is, so it may be left out.",
            },
        };
        command.TreatUnmatchedTokensAsErrors = false;
        command.SetAction((_, cancellationToken) => RunAsync(host, cancellationToken));
        return command;
    }

    /// <summary>Whether the arguments ask to serve, and not for help on it.</summary>
    public static bool IsMeant(IReadOnlyList<string> arguments) =>
        arguments.Count > 0 && arguments[0] == Name && !arguments.Any(argument => argument is "--help" or "-h" or "-?" or "/?" or "/h");

    /// <summary>Serves until the client is gone; returns the exit code.</summary>
    public static Task<int> RunAsync(ProgramHost host, CancellationToken cancellationToken) => LanguageServer.RunAsync(
        new ServerHost
        {
            Input = host.Input,
            Output = host.Output,
            Log = host.Error,
            Version = ProgramVersion.Text,
            Clock = host.Clock,
            Models = () => new ModelHost(host),
            Programs = () => ProgramSandboxes.Open(host),
        }, cancellationToken);
}
