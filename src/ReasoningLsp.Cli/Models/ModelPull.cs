using System.CommandLine;
using ReasoningLsp.Cli.Hosting;
using ReasoningLsp.Inference;
using ReasoningLsp.Inference.Download;
using ReasoningLsp.Inference.Import;
using ReasoningLsp.Review.Models;

namespace ReasoningLsp.Cli.Models;

/// <summary><c>models pull</c>: gets a model, from an address or a folder.</summary>
internal static class ModelPull
{
    /// <summary>The environment's variable that names another hub.</summary>
    private const string SourceVariable = "REASONING_HUB";

    private const string DefaultSource = "https://huggingface.co/{repository}/resolve/{revision}/";
    private static readonly TimeSpan Stall = TimeSpan.FromSeconds(60);
    private static readonly TimeSpan FirstWait = TimeSpan.FromSeconds(1);
    private const string WithoutAccess =
        "The model may need an account; download it yourself and use `models import` or `models add`.";

    /// <summary>The command.</summary>
    public static Command Create(ProgramHost host)
    {
        var what = new Argument<string>("what") { Description = "A name of `models list`, or the address of a GGUF or safetensors file." };
        var source = new Option<string>("--source")
        {
            Description = "Where published models are: an address or a folder, with {repository} and, where it has several, {revision} in "
                + $"it. Default: the environment's {SourceVariable}, else {DefaultSource}",
            HelpName = "address",
            DefaultValueFactory = _ => host.Variable(SourceVariable) is { Length: > 0 } set ? set : DefaultSource,
        };
        var sha256 = new Option<string?>("--sha256") { Description = "What the file must hash to.", HelpName = "hex" };
        var type = ModelImport.Type();
        type.DefaultValueFactory = _ => WeightType.Q8;
        type.Description = "How matrices are stored: q8_0 (default), f16, bf16 or f32.";
        var command = new Command("pull",
            "Get a published model and make it ready, or download one file. What was interrupted goes on.") { what, source, sha256, type };
        var inProcess = new Option<bool>("--in-process") { Hidden = true };
        command.Options.Add(inProcess);
        command.SetAction((result, cancellationToken) => ModelsCommand.RunAsync(host, output =>
            Uri.TryCreate(result.GetValue(what), UriKind.Absolute, out var address) && address.Scheme is "http" or "https"
                ? FileAsync(host, output, address, result.GetValue(sha256), cancellationToken)
                : KnownAsync(host, output, result.GetValue(what)!, result.GetValue(source)!, result.GetValue(type),
                    result.GetValue(inProcess), cancellationToken)));
        return command;
    }

    private static async Task<int> FileAsync(ProgramHost host, TextWriter output, Uri address, string? sha256,
        CancellationToken cancellationToken)
    {
        var name = Path.GetFileName(address.LocalPath);
        if (name.Any(char.IsControl) || name is "." or ".." || name.IndexOfAny(Path.GetInvalidFileNameChars()) >= 0)
            throw new UsageException($"The address {address} ends in no name that a file can have.");
        UserPlace.Check(host);
        using var http = Http();
        var target = Path.Combine(host.UserFolder, "models", name.Length > 0 ? name : "model.gguf");
        await Downloader(http, host, WithoutAccess).DownloadAsync(address, target, sha256, new Shown(host), cancellationToken)
            .ConfigureAwait(false);
        output.WriteLine($"{target} is there. `models check` tells what fits it, `models add` gives it a name.");
        return ExitCode.Clean;
    }

    private static async Task<int> KnownAsync(ProgramHost host, TextWriter output, string name, string source, WeightType type,
        bool inProcess, CancellationToken cancellationToken)
    {
        var model = KnownModels.Find(name)
            ?? throw new InferenceException(InferenceError.NoFile,
                $"There is no published model \"{name}\". `reasoning-lsp models list` shows them; an address works too.");
        var target = Path.Combine(host.UserFolder, "models", $"{model.Name}.gguf");
        ModelAdd.CheckName(host, new InstalledModel(model.Name, model.Profile, target));
        UserPlace.Check(host);
        var folder = await CheckpointAsync(host, source, model.Repository, model.Revision, cancellationToken).ConfigureAwait(false);
        string? adapter = null;
        if (AdapterImporter.IsAdapter(folder))
        {
            var adapterFolder = folder;
            folder = await CheckpointAsync(host, source, model.Base, "main", cancellationToken).ConfigureAwait(false);
            if (AdapterImporter.IsAdapter(folder))
                throw new InferenceException(InferenceError.BadFile,
                    $"{model.Repository} is an adapter on {model.Base}, which is an adapter itself; one on a model is read.");
            adapter = Path.ChangeExtension(target, ".lora.gguf");
            AdapterImporter.Import(adapterFolder, folder, adapter, cancellationToken);
            output.WriteLine($"{host.Display(adapter)}: its adapter, on {model.Base}");
        }

        host.ModelWork?.Stage($"Importing {model.Name}");
        var imported = ModelImport.Import(host, output, folder, target, type, model.Profile, cancellationToken);
        var reference = model.Reference is { } compared
            ? await ReferenceAsync(host, output, source, compared, type, cancellationToken).ConfigureAwait(false) : null;
        host.ModelWork?.Stage($"Trying {model.Name}");
        await ModelAdd.AddAsync(host, output,
            new InstalledModel(model.Name, model.Profile, imported.Model, adapter, imported.Head, reference), inProcess, cancellationToken)
            .ConfigureAwait(false);
        return ExitCode.Clean;
    }

    /// <summary>The model that another one is compared with, which several may share.</summary>
    private static async Task<string> ReferenceAsync(ProgramHost host, TextWriter output, string source, string repository, WeightType type,
        CancellationToken cancellationToken)
    {
        var target = Path.Combine(host.UserFolder, "models", $"{Path.GetFileName(repository).ToLowerInvariant()}.gguf");
        if (File.Exists(target))
            return target;
        var folder = await CheckpointAsync(host, source, repository, "main", cancellationToken).ConfigureAwait(false);
        return ModelImport.Import(host, output, folder, target, type, null, cancellationToken).Model;
    }

    /// <summary>The folder of a published checkpoint, fetched where it is not on this machine.</summary>
    private static async Task<string> CheckpointAsync(ProgramHost host, string source, string repository, string revision,
        CancellationToken cancellationToken)
    {
        var place = source.Replace("{repository}", repository, StringComparison.Ordinal)
            .Replace("{revision}", Uri.EscapeDataString(revision), StringComparison.Ordinal);
        if (!Uri.TryCreate(place, UriKind.Absolute, out var address) || address.Scheme is not ("http" or "https"))
            return Path.GetFullPath(place, host.Folder);
        var folder = DownloadsOf(host, repository);
        using var http = Http();
        await new CheckpointDownload(Downloader(http, host, WithoutAccess)).FetchAsync(
            new Uri(place.EndsWith('/') ? place : place + "/"), folder, new Shown(host), cancellationToken).ConfigureAwait(false);
        return folder;
    }

    /// <summary>Where the files of a repository go.</summary>
    public static string DownloadsOf(ProgramHost host, string repository) =>
        Path.Combine(host.UserFolder, "downloads", repository.Replace('/', '_'));

    /// <summary>Downloads with <paramref name="http"/>.</summary>
    /// <param name="http">Asks the servers.</param>
    /// <param name="host">Has the time.</param>
    /// <param name="withoutAccess">What to do where a server gives the file not to everyone.</param>
    public static Downloader Downloader(HttpClient http, ProgramHost host, string withoutAccess) =>
        new(http, host.Clock, Stall, FirstWait, withoutAccess);

    /// <summary>Asks servers for files that may take hours.</summary>
    public static HttpClient Http()
    {
        // The downloader looks at each redirection itself.
        var http = new HttpClient(new SocketsHttpHandler { AllowAutoRedirect = false }) { Timeout = Timeout.InfiniteTimeSpan };
        http.DefaultRequestHeaders.UserAgent.ParseAdd("reasoning-lsp");
        return http;
    }
}
