using System.CommandLine;
using System.Globalization;
using ReasoningLsp.Cli.Hosting;
using ReasoningLsp.Cli.Scoring;
using ReasoningLsp.Inference;
using ReasoningLsp.Inference.Remote;
using ReasoningLsp.Inference.Requests;
using ReasoningLsp.Review.Findings;
using ReasoningLsp.Review.Judges;
using ReasoningLsp.Review.Models;
using ReasoningLsp.Review.Profiles;

namespace ReasoningLsp.Cli.Models;

/// <summary><c>models add</c>: makes a model known under a name.</summary>
internal static class ModelAdd
{
    private const int MostTokens = 16;
    private static readonly TimeSpan s_longest = TimeSpan.FromSeconds(60);

    /// <summary>The command.</summary>
    public static Command Create(ProgramHost host)
    {
        var name = new Argument<string>("name") { Description = "The name for --profile." };
        var profile = new Option<string>("--profile")
        {
            Description = "The profile that reads it: a name of `models list`, or a file.",
            HelpName = "name",
            Required = true,
        };
        var model = new Option<string?>("--model") { Description = "The GGUF file.", HelpName = "file" };
        var adapter = new Option<string?>("--adapter") { Description = "A LoRA adapter on it.", HelpName = "file" };
        var head = new Option<string?>("--head") { Description = "Its head, a safetensors file.", HelpName = "file" };
        var reference = new Option<string?>("--reference-model") { Description = "The model compared with.", HelpName = "file" };
        var criterion = new Option<string?>("--criterion") { Description = "What to judge by.", HelpName = "text" };
        var votes = new Option<int?>("--votes")
        {
            Description = "Of a profile that writes critiques: how many are written of each step.",
            HelpName = "count",
        };
        var address = new Option<string[]>("--address")
        {
            Description = "The server that computes it: vLLM, llama-server, or any that speaks as OpenAI's does. Several that serve the "
                + "same share the work.",
            HelpName = "url",
            AllowMultipleArgumentsPerToken = true,
        };
        var remoteModel = new Option<string?>("--remote-model")
        {
            Description = "The server's name for it; not needed where it serves one model.",
            HelpName = "id",
        };
        var remoteReference = new Option<string?>("--remote-reference")
        {
            Description = "The server's name for the model compared with.",
            HelpName = "id",
        };
        var keyVariable = new Option<string?>("--key-variable")
        {
            Description = "The environment variable that holds the server's key; the key itself is not kept.",
            HelpName = "name",
        };
        var inProcess = new Option<bool>("--in-process") { Hidden = true };
        var command = new Command("add", "Make a model known under a name: a file, or what a server computes.") { name, profile, model,
            adapter, head, reference, criterion, votes, address, remoteModel, remoteReference, keyVariable, inProcess };
        command.SetAction((result, cancellationToken) => ModelsCommand.RunAsync(host, async output =>
        {
            var read = result.GetValue(profile)!;
            var installed = new InstalledModel(
                result.GetValue(name)!,
                read.EndsWith(".json", StringComparison.OrdinalIgnoreCase) ? Path.GetFullPath(read, host.Folder) : read,
                host.FullPath(result, model), host.FullPath(result, adapter), host.FullPath(result, head),
                host.FullPath(result, reference), result.GetValue(criterion))
            {
                Votes = result.GetValue(votes),
                Address = result.GetValue(address) is { Length: > 0 } addresses ? string.Join(' ', addresses) : null,
                RemoteModel = result.GetValue(remoteModel),
                RemoteReference = result.GetValue(remoteReference),
                KeyVariable = result.GetValue(keyVariable),
            };
            if ((installed.Model is null) == (installed.Address is null))
                throw new UsageException("A model is a file or served: name either --model FILE or --address URL.");
            if (installed.Address is null && (installed.RemoteModel ?? installed.RemoteReference ?? installed.KeyVariable) is not null)
                throw new UsageException(
                    "A served model has --address URL; --remote-model, --remote-reference and --key-variable go with it.");
            await AddAsync(host, output, installed, result.GetValue(inProcess), cancellationToken).ConfigureAwait(false);
            return ExitCode.Clean;
        }));
        return command;
    }

    /// <summary>Refuses a name that nothing may have, or that is another's.</summary>
    /// <exception cref="ProfileException">It is.</exception>
    public static void CheckName(ProgramHost host, InstalledModel model)
    {
        if (string.IsNullOrWhiteSpace(model.Name) || model.Name.Any(char.IsControl))
            throw new ProfileException("A model needs a name: a word that you will give to --profile.");
        if (string.Equals(model.Name, BuiltInModels.Name, StringComparison.OrdinalIgnoreCase)
            || (ProfileCatalog.Find(model.Name) is not null
                && !string.Equals(model.Name, model.Profile, StringComparison.OrdinalIgnoreCase)))
            throw new ProfileException($"\"{model.Name}\" is the name of something else; choose another one.");
        if (host.Registry.Find(model.Name) is { } known && (known.Model != model.Model || known.Profile != model.Profile))
            throw new ProfileException($"\"{model.Name}\" is taken by {known.Model ?? known.Address}: choose another name, or "
                + $"`reasoning-lsp models remove {model.Name}` first.");
    }

    /// <summary>Adds a model, if it can be used: of a file it is tried, of a server what it says.</summary>
    /// <exception cref="ProfileException">It cannot.</exception>
    /// <exception cref="InferenceException">It cannot be loaded.</exception>
    public static async Task AddAsync(ProgramHost host, TextWriter output, InstalledModel model, bool inProcess,
        CancellationToken cancellationToken)
    {
        CheckName(host, model);
        UserPlace.Check(host);
        if (model.Address is not null)
            model = await NamedAsync(host, model, cancellationToken).ConfigureAwait(false);
        var scoring = ModelChoice.Of(model);
        if (model.Address is not null)
        {
            host.Registry.Add(model);
            // It is kept either way: the server may be started later.
            output.WriteLine(await StateAsync(host, model, cancellationToken).ConfigureAwait(false));
            return;
        }

        await using var engine = EngineChoice.Open(inProcess, host);
        await ModelTrial.RunAsync(engine, scoring, cancellationToken).ConfigureAwait(false);
        host.Registry.Add(model);
        output.WriteLine($"{model.Name} is ready, it scored a sentence: {Use(model)}");
    }

    private static string Use(InstalledModel model, bool scores = true) =>
        scores ? $"reasoning-lsp review --profile {model.Name} …" : $"reasoning-lsp correct --writer {model.Name} …";

    /// <summary>The model with the server's name for it: a server that serves one model need not be told which.</summary>
    /// <exception cref="UsageException">It serves none or several, or does not say.</exception>
    private static async Task<InstalledModel> NamedAsync(ProgramHost host, InstalledModel model, CancellationToken cancellationToken)
    {
        if (model.RemoteModel is not null)
            return model;
        // What could not be used whatever it serves is refused before anything is sent.
        ModelChoice.Of(model with { RemoteModel = model.Name });
        await using var engine = new RemoteEngine(host.Variable, host.Clock);
        try
        {
            return await WithinAsync(host, model,
                token => engine.ServedAsync(model.Address!, model.KeyVariable, token), cancellationToken).ConfigureAwait(false) switch
            {
                [var only] => model with { RemoteModel = only },
                [] => throw new UsageException($"{model.Address} does not say what it serves: name the model by --remote-model ID."),
                var several => throw new UsageException(
                    $"{model.Address} serves {Plural.Of(several.Length, "model")}: name one by --remote-model, such as {several[0]}."),
            };
        }
        catch (InferenceException error) when (error.Kind is InferenceError.Unavailable)
        {
            throw new UsageException($"{error.Message} To add it all the same, name its model by --remote-model ID.");
        }
    }

    // Found by asking: of what holds conversations a few words, of all else two scores.
    private static async Task<string> StateAsync(ProgramHost host, InstalledModel model, CancellationToken cancellationToken)
    {
        await using var engine = EngineChoice.Open(inProcess: true, host);
        ModelDescription? description = null;
        try
        {
            return await WithinAsync(host, model, async token =>
            {
                description = await engine.DescribeAsync(model.ToReference(), token).ConfigureAwait(false);
                await (description.HoldsOnlyConversations ? SayAsync(engine, description, model.ToReference(), token)
                    : ModelTrial.RunAsync(engine, ModelChoice.Of(model), token)).ConfigureAwait(false);
                return $"{model.Name} is ready, {model.RemoteModel} by {ServedText.Of(description)}: "
                    + Use(model, ServedText.Scores(description));
            }, cancellationToken).ConfigureAwait(false);
        }
        catch (Exception error) when (error is InferenceException or ProfileException)
        {
            return description is { HoldsOnlyConversations: false }
                ? $"{model.Name} is kept, {model.RemoteModel} by {ServedText.Of(description)}, and cannot score yet: {error.Message}"
                : $"{model.Name} is kept, and cannot be used yet: {error.Message}";
        }
    }

    private static Task SayAsync(IInferenceEngine engine, ModelDescription description, ModelReference model,
        CancellationToken cancellationToken) => engine.GenerateAsync(new GenerateRequest
        {
            Model = model,
            Pieces = ChatPrompt.Of(description, "Say yes.", string.Empty),
            MaximumTokens = MostTokens,
        }, null, cancellationToken);

    // Whoever adds a model waits for it.
    private static async Task<T> WithinAsync<T>(ProgramHost host, InstalledModel model, Func<CancellationToken, Task<T>> ask,
        CancellationToken cancellationToken)
    {
        using var limit = new CancellationTokenSource(s_longest, host.Clock);
        using var either = CancellationTokenSource.CreateLinkedTokenSource(limit.Token, cancellationToken);
        try
        {
            return await ask(either.Token).ConfigureAwait(false);
        }
        catch (OperationCanceledException) when (!cancellationToken.IsCancellationRequested)
        {
            throw new InferenceException(InferenceError.Unavailable, string.Create(CultureInfo.InvariantCulture,
                $"{model.Address} did not answer within {s_longest.TotalSeconds:0} seconds."));
        }
    }
}
