using System.Collections.Immutable;
using System.CommandLine;
using System.Text;
using ReasoningLsp.Cli.Hosting;
using ReasoningLsp.Cli.Models;
using ReasoningLsp.Inference;
using ReasoningLsp.Inference.Requests;
using ReasoningLsp.Review.Models;
using ReasoningLsp.Review.Profiles;
using ReasoningLsp.Server.Models;

namespace ReasoningLsp.Cli.Serving;

/// <summary>What an editor does with the models of this machine: the terminal's <c>models</c>, and what to offer first.</summary>
/// <param name="host">What it touches.</param>
internal sealed class ModelManager(ProgramHost host)
{
    private const double Gigabyte = 1e9;

    /// <summary>What can be got for this machine.</summary>
    public async Task<ModelOffers> OffersAsync(CancellationToken cancellationToken)
    {
        var identity = await IdentityAsync(cancellationToken).ConfigureAwait(false);
        var gpu = identity?.Gpu is var (name, bytes) ? new OfferedGpu(name, Rounded(bytes)) : null;
        var memory = Rounded(MachineMemory.Free);
        var most = Math.Max(memory, gpu?.Memory ?? 0);
        var installed = host.Registry.Read().Select(model => model.Name).ToImmutableArray();
        return new ModelOffers(memory, identity?.Devices ?? [], gpu,
            ModelEngine.Missing(host) is { } package ? new OfferedBackend(package.Name, package.Megabytes, package.Needs) : null,
            Path.Combine(host.UserFolder, "models"),
            [.. KnownModels.All.Where(model => !installed.Contains(model.Name)).OrderByDescending(model => model.Gigabytes <= most)
                .ThenByDescending(Figure).ThenBy(model => model.Gigabytes).Select(model => Offered(model, most))],
            installed, [.. ProfileCatalog.All.Select(profile => new OfferedProfile(profile.Name, profile.Title))]);
    }

    /// <summary>Does what the terminal's <c>models</c> does.</summary>
    public async Task<ModelsOutcome> RunAsync(ImmutableArray<string> arguments, Action<string, int?> report,
        CancellationToken cancellationToken)
    {
        using var output = new MemoryStream();
        using var error = new StringWriter { NewLine = "\n" };
        var expected = arguments is ["pull", var name, ..] ? KnownModels.Find(name)?.Download * Gigabyte : null;
        var told = host with
        {
            Output = output,
            Error = error,
            Input = Stream.Null,
            OutputIsTerminal = false,
            ErrorIsTerminal = false,
            ModelWork = new ModelProgress(report, (long?)expected, host.Clock),
        };
        var parsed = ModelsCommand.Create(told).Parse([.. arguments]);
        if (parsed.Errors is [var wrong, ..])
            return new ModelsOutcome(false, false, string.Empty, wrong.Message);
        var exitCode = ExitCode.Trouble;
        try
        {
            var console = new InvocationConfiguration
            {
                Output = TextWriter.Null,
                Error = error,
                EnableDefaultExceptionHandler = false,
                ProcessTerminationTimeout = null,
            };
            exitCode = await Task.Run(() => parsed.InvokeAsync(console, cancellationToken), cancellationToken).ConfigureAwait(false);
        }
        catch (UsageException problem)
        {
            error.WriteLine(problem.Message);
        }

        cancellationToken.ThrowIfCancellationRequested();
        return new ModelsOutcome(exitCode == ExitCode.Clean, false, Encoding.UTF8.GetString(output.ToArray()), error.ToString().Trim());
    }

    // A figure that rests on what is not done here says little of what it will do here.
    private static double Figure(KnownModel model) => model.Rule is null ? model.F1 ?? -1 : -1;

    private static double Rounded(long bytes) => Math.Round(bytes / Gigabyte, 1);

    private PublishedModel Offered(KnownModel model, double memory)
    {
        var begun = ((string?[])[model.Repository, model.IsAdapter ? model.Base : null, model.Reference]).OfType<string>()
            .Select(repository => ModelPull.DownloadsOf(host, repository)).Where(Directory.Exists)
            .SelectMany(folder => Directory.EnumerateFiles(folder)).Sum(file => new FileInfo(file).Length);
        var notes = ModelShow.Extras(model).ToList();
        if (model.Reads.Status == ProfileStatus.Unverified)
            notes.Insert(0, "how it is read is unverified");
        return new PublishedModel(model.Name, model.F1, model.F1 is null ? null : PublishedRuleText.Of(model), model.Download,
            model.Gigabytes, model.Licence, model.Gigabytes <= memory, begun > 0 ? Rounded(begun) : null, [.. notes]);
    }

    // What cannot be asked of the engine is not known, and hinders nobody.
    private async Task<EngineIdentity?> IdentityAsync(CancellationToken cancellationToken)
    {
        try
        {
            return await ModelEngine.IdentityAsync(host, host.Backends.Natives(host.Backend), cancellationToken).ConfigureAwait(false);
        }
        catch (InferenceException)
        {
            return null;
        }
    }
}
