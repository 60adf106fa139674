using System.CommandLine;
using System.Globalization;
using System.Text;
using System.Text.Json;
using ReasoningLsp.Cli.Hosting;
using ReasoningLsp.Inference;
using ReasoningLsp.Inference.Engine;
using ReasoningLsp.Inference.Hosting;
using ReasoningLsp.Inference.Requests;

namespace ReasoningLsp.Cli.Commands;

/// <summary><c>reasoning-lsp engine</c>: the process that hosts models. Editors and the command line start it themselves.</summary>
internal sealed class EngineCommand
{
    private static readonly TimeSpan IdleExit = TimeSpan.FromMinutes(15);

    private readonly Option<int?> _threads = new("--threads")
    {
        Description = "Threads that compute. Default: one fewer than there are cores.",
        HelpName = "count",
    };
    private readonly Option<int?> _memory = new("--memory")
    {
        Description = "Megabytes that loaded models may take together. Default: 8192.",
        HelpName = "megabytes",
    };
    private readonly Option<string?> _backend = new("--backend")
    {
        Description = "Compute with this build: builtin, or one that `models engine install` added. Default: the environment's "
            + "REASONING_BACKEND, else the fastest that is installed and fits this machine.",
        HelpName = "backend",
    };
    private readonly Option<string?> _natives = new("--natives")
    {
        Description = "Folder of llama.cpp's libraries.",
        HelpName = "folder",
        Hidden = true,
    };
    private readonly Option<bool> _describe = new("--describe")
    {
        Description = "Print in JSON which llama.cpp computes and on what, and end.",
        Hidden = true,
    };
    private readonly Option<bool> _commit = new("--commit")
    {
        Description = "Print the commit of llama.cpp that its libraries name, and end.",
        Hidden = true,
    };
    private readonly Option<string[]> _load = new("--load")
    {
        Description = "Load this model, and an adapter on it, once, and end: 0 where it can be loaded, 2 where it is refused.",
        HelpName = "file",
        Arity = new ArgumentArity(1, 2),
        AllowMultipleArgumentsPerToken = true,
        Hidden = true,
    };
    private readonly Option<bool> _loadEach = new("--load-each")
    {
        Description = "As --load, each model that a line of the input names; answers each with a line, empty where it can be loaded.",
        Hidden = true,
    };
    private readonly Option<string?> _socket = new("--socket-folder")
    {
        Description = "Folder of the socket.",
        HelpName = "folder",
        Hidden = true,
    };

    /// <summary>The command.</summary>
    public Command Create(ProgramHost host)
    {
        var command = new Command("engine",
            "Host models for all editors and runs of this user, until nobody used it for 15 minutes. Started on demand; you need not.")
        {
            _threads, _memory, _backend, _natives, _describe, _commit, _load, _loadEach, _socket,
        };
        command.SetAction((result, cancellationToken) => RunAsync(host, result, cancellationToken));
        return command;
    }

    private async Task<int> RunAsync(ProgramHost host, ParseResult result, CancellationToken cancellationToken)
    {
        var options = new EngineOptions();
        if (result.GetValue(_threads) is { } threads)
            options = options with
            {
                Threads = threads is >= 1 and <= 256 ? threads
                : throw new UsageException("--threads is from 1 to 256.")
            };
        if (result.GetValue(_memory) is { } megabytes)
            options = options with
            {
                MemoryBudget = megabytes >= 1 ? (long)megabytes << 20
                : throw new UsageException("--memory is at least 1.")
            };
        try
        {
            options = options with
            {
                Natives = result.GetValue(_natives)
                ?? host.Backends.Natives(result.GetValue(_backend) ?? host.Backend)
            };
            if (result.GetValue(_commit))
            {
                await host.Output.WriteAsync(Encoding.UTF8.GetBytes(EngineProbe.Commit(options.Natives)), cancellationToken)
                    .ConfigureAwait(false);
                return ExitCode.Clean;
            }

            if (result.GetValue(_describe))
                return await DescribeAsync(host, options, cancellationToken).ConfigureAwait(false);

            if (result.GetValue(_loadEach))
                return await LoadEachAsync(host, options, cancellationToken).ConfigureAwait(false);

            if (result.GetValue(_load) is { Length: > 0 } files)
                return await LoadAsync(host, options, files, cancellationToken).ConfigureAwait(false);

            var prover = host.Program?.With("engine", "--natives", options.Natives, "--threads",
                options.Threads.ToString(CultureInfo.InvariantCulture), "--load");
            using var server = new EngineServer(EngineAddress.For(options.Natives, result.GetValue(_socket)), options, host.Clock,
                IdleExit, prover);
            if (!await server.RunAsync(cancellationToken).ConfigureAwait(false))
                host.Error.WriteLine(string.Create(CultureInfo.InvariantCulture,
                    $"An engine of protocol {EngineAddress.Protocol} is running already."));
            return ExitCode.Clean;
        }
        catch (InferenceException error)
        {
            host.Error.WriteLine(error.Message);
            return ExitCode.Trouble;
        }
    }

    private static async Task<int> LoadAsync(ProgramHost host, EngineOptions options, string[] files, CancellationToken cancellationToken)
    {
        using var stop = CancellationTokenSource.CreateLinkedTokenSource(cancellationToken);
        // Whoever asked is gone when the input ends.
        var asker = host.Input.CopyToAsync(Stream.Null, stop.Token).ContinueWith(_ => Environment.Exit(ExitCode.Trouble), stop.Token,
            TaskContinuationOptions.NotOnCanceled, TaskScheduler.Default);
        await ModelLoading.TryAsync(options, new ModelReference(files[0], files.ElementAtOrDefault(1)), host.Clock, cancellationToken)
            .ConfigureAwait(false);
        return ExitCode.Clean;
    }

    private static async Task<int> LoadEachAsync(ProgramHost host, EngineOptions options, CancellationToken cancellationToken)
    {
        using var names = new StreamReader(host.Input);
        await using var answers = new StreamWriter(host.Output, leaveOpen: true);
        await ModelLoading.TryEachAsync(options, names, answers, host.Clock, cancellationToken).ConfigureAwait(false);
        return ExitCode.Clean;
    }

    private static async Task<int> DescribeAsync(ProgramHost host, EngineOptions options, CancellationToken cancellationToken)
    {
        await using var engine = LocalEngine.Start(options, host.Clock);
        engine.Check();
        await JsonSerializer.SerializeAsync(host.Output, engine.Identity, JsonSerializerOptions.Web, cancellationToken)
            .ConfigureAwait(false);
        return ExitCode.Clean;
    }
}
