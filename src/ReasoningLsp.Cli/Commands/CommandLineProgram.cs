using System.CommandLine;
using System.CommandLine.Help;
using System.CommandLine.Parsing;
using ReasoningLsp.Cli.Hosting;
using ReasoningLsp.Cli.Models;
using ReasoningLsp.Review.Findings;
using ReasoningLsp.Review.Running;
using ReasoningLsp.Runs.Storage;

namespace ReasoningLsp.Cli.Commands;

/// <summary>The program <c>reasoning-lsp</c> as a function of its arguments and its surroundings.</summary>
internal sealed class CommandLineProgram
{
    private readonly ProgramHost _host;
    private readonly RootCommand _root;

    /// <summary>The program in <paramref name="host"/>.</summary>
    /// <param name="host">What it touches.</param>
    /// <param name="exact">Makes what reviews a trace under given options.</param>
    public CommandLineProgram(ProgramHost host, Func<ReviewOptions, IExactReviewer> exact)
    {
        _host = host = host with { Output = new OutputStream(host.Output, "the output") };
        _root = new RootCommand("Reviews worked maths solutions, step by step, with exact checks and evidence that you can verify.")
        {
            new ReviewCommand().Create(host, exact),
            new BenchCommand().Create(host, exact),
            new RunCommand().Create(host),
            new TriageCommand().Create(host),
            new ExportCommand().Create(host),
            new ClassCommand().Create(host),
            new EqualCommand().Create(host),
            RulesCommand.Create(host),
            ServeCommand.Create(host),
            ModelsCommand.Create(host),
            CacheCommand.Create(host),
            new EngineCommand().Create(host),
            new DoctorCommand().Create(host),
            ChecklistCommand.Create(host),
            new NoteCommand().Create(host),
            new CorrectCommand().Create(host),
            new RefineCommand().Create(host),
            new ProgressCommand().Create(host),
            new McpCommand().Create(host),
        };
        foreach (var option in _root.Options)
        {
            if (option is HelpOption help)
                help.Action = new HelpWithExamples((HelpAction)help.Action!);
            else if (option is VersionOption version)
                version.Action = new PrintVersion();
        }
    }

    /// <summary>The program as users run it.</summary>
    public static CommandLineProgram Create(ProgramHost host) => new(host, options => new Reviewer(options));

    /// <summary>Runs it and returns the exit code. Never throws for what a user or a file does.</summary>
    public async Task<int> RunAsync(IReadOnlyList<string> arguments, CancellationToken cancellationToken)
    {
        try
        {
            if (arguments.Count == 0)
                return Misused("Say what to do.", arguments);
            var result = Parse(arguments);
            if ((Misspelling.Of(result) ?? Empty(result)) is { } complaint)
                return Misused(complaint, arguments);
            using var output = new StreamWriter(_host.Output, leaveOpen: true) { NewLine = "\n" };
            var configuration = new InvocationConfiguration
            {
                Output = output,
                Error = _host.Error,
                EnableDefaultExceptionHandler = false,
                ProcessTerminationTimeout = null,
            };
            return await result.InvokeAsync(configuration, cancellationToken).ConfigureAwait(false);
        }
        catch (UsageException error)
        {
            return Misused(error.Message, arguments);
        }
        catch (OperationCanceledException) when (cancellationToken.IsCancellationRequested)
        {
            _host.Error.WriteLine(arguments switch
            {
                ["models", "pull", ..] => "Interrupted; the same command goes on from what has arrived.",
                ["models", ..] => "Interrupted.",
                _ => "Interrupted; what is shown was reviewed, the rest was not.",
            });
            return ExitCode.Interrupted;
        }
        catch (OutputException error)
        {
            // The reader of a pipe may have seen enough and left.
            _host.Error.WriteLine($"reasoning-lsp: {error.Message}");
            return ExitCode.Trouble;
        }
        catch (DamagedRunException error)
        {
            _host.Error.WriteLine($"reasoning-lsp: {error.Message}");
            return ExitCode.Trouble;
        }
        catch (Exception error) when (error is IOException or UnauthorizedAccessException)
        {
            _host.Error.WriteLine($"reasoning-lsp: {FileTrouble.Of(error)}");
            return ExitCode.Trouble;
        }
    }

    /// <summary>What is wrong with how a command is typed, or null. Nothing is run.</summary>
    internal string? Complaint(IReadOnlyList<string> arguments) => Misspelling.Of(Parse(arguments));

    private ParseResult Parse(IReadOnlyList<string> arguments) =>
        _root.Parse(Prepare(arguments), new ParserConfiguration { ResponseFileTokenReplacer = null, EnablePosixBundling = false });

    // A variable of a shell that was not set: the folder itself is no file, and no kind and no reason are said.
    private static string? Empty(ParseResult result) => result.CommandResult.Children.OfType<OptionResult>()
        .FirstOrDefault(option => option.Option.Name is "--output" or "--dismiss" or "--plant"
            && option.Tokens.Any(token => string.IsNullOrWhiteSpace(token.Value))) is { } empty
        ? $"{empty.Option.Name} is given an empty text." : null;

    /// <summary><c>--fix</c> alone must not take the path after it for its value; a kind of fix is none.</summary>
    private static List<string> Prepare(IReadOnlyList<string> arguments)
    {
        var prepared = arguments.ToList();
        for (var at = 0; at < prepared.Count && prepared[at] != "--"; at++)
        {
            if (prepared[at] != "--fix")
                continue;
            var isKind = at + 1 < prepared.Count && prepared[at + 1] is "exact" or "propagate" && !File.Exists(prepared[at + 1]);
            prepared[at] = isKind ? $"--fix={prepared[at + 1]}" : "--fix=exact";
            if (isKind)
                prepared.RemoveAt(at + 1);
        }

        return prepared;
    }

    private int Misused(string message, IReadOnlyList<string> arguments)
    {
        _host.Error.WriteLine($"reasoning-lsp: {message}");
        _host.Error.WriteLine($"`reasoning-lsp --help` and `reasoning-lsp {CommandOf(arguments)} --help` tell what can be done.");
        return ExitCode.Trouble;
    }

    // The command that was meant, as far as it is one.
    private string CommandOf(IReadOnlyList<string> arguments)
    {
        Command command = _root;
        foreach (var word in arguments)
        {
            if (command.Subcommands.FirstOrDefault(each => each.Name == word && !each.Hidden) is not { } next)
                break;
            command = next;
        }

        return command == _root ? "review" : string.Join(' ', arguments.Take(command.Parents.OfType<Command>().First() == _root ? 1 : 2));
    }
}
