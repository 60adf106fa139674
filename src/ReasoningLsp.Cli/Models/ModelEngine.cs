using System.CommandLine;
using System.Globalization;
using ReasoningLsp.Cli.Hosting;
using ReasoningLsp.Inference.Backends;
using ReasoningLsp.Inference.Download;

namespace ReasoningLsp.Cli.Models;

/// <summary><c>models engine</c>: on what the engine computes, and how it gets to use a GPU.</summary>
internal static class ModelEngine
{
    private const string DefaultRegistry = "https://registry.npmjs.org/";
    private static readonly TimeSpan Stall = TimeSpan.FromSeconds(60);
    private static readonly TimeSpan FirstWait = TimeSpan.FromSeconds(1);

    /// <summary>The command.</summary>
    public static Command Create(ProgramHost host)
    {
        var command = new Command("engine", "Show on what the engine computes, and add or remove builds of it for GPUs.") { Install(host),
            Remove(host) };
        command.SetAction((_, _) => ModelsCommand.RunAsync(host, output =>
        {
            Show(host, output);
            return Task.FromResult(ExitCode.Clean);
        }));
        return command;
    }

    private static Command Install(ProgramHost host)
    {
        var backend = Backend();
        var registry = new Option<string>("--registry")
        {
            Description = $"The npm registry to get it from. Default: the environment's NPM_CONFIG_REGISTRY, else {DefaultRegistry}",
            HelpName = "address",
            DefaultValueFactory = _ => Environment.GetEnvironmentVariable("NPM_CONFIG_REGISTRY") is { Length: > 0 } set ? set
            : DefaultRegistry,
        };
        var command = new Command("install",
            "Add a build of the engine for a GPU; it is used from then on. What was interrupted goes on.") { backend, registry };
        command.SetAction((result, cancellationToken) => ModelsCommand.RunAsync(host, async output =>
        {
            var package = Package(result.GetValue(backend)!);
            if (!Uri.TryCreate(result.GetValue(registry), UriKind.Absolute, out var address) || address.Scheme is not ("http" or "https"))
                throw new UsageException($"--registry is an http or https address, not \"{result.GetValue(registry)}\".");
            using var http = ModelPull.Http();
            await new BackendInstaller(new Downloader(http, host.Clock, Stall, FirstWait), host.Backends).InstallAsync(package, address,
                new Shown(host), cancellationToken).ConfigureAwait(false);
            output.WriteLine($"{package.Name} is installed and used from now on. It needs {package.Needs}; without it the engine "
                + $"computes on the processor.");
            return ExitCode.Clean;
        }));
        return command;
    }

    private static Command Remove(ProgramHost host)
    {
        var backend = Backend();
        var command = new Command("remove", "Remove a build of the engine that was added.") { backend };
        command.SetAction((result, _) => ModelsCommand.RunAsync(host, output =>
        {
            var package = Package(result.GetValue(backend)!);
            output.WriteLine(host.Backends.Remove(package.Name) ? $"{package.Name} is removed." : $"{package.Name} was not installed.");
            return Task.FromResult(ExitCode.Clean);
        }));
        return command;
    }

    private static void Show(ProgramHost host, TextWriter output)
    {
        var installed = host.Backends.Names;
        var used = host.Backend ?? installed.FirstOrDefault() ?? InstalledBackends.BuiltIn;
        void Line(string name, string what) => output.WriteLine($"  {(name == used ? '*' : ' ')} {name,-8} {what}");
        output.WriteLine("Builds of the engine (* is used)");
        Line(InstalledBackends.BuiltIn, "comes with the program: the processor, on macOS Metal");
        foreach (var package in BackendCatalog.Here)
            Line(package.Name, installed.Contains(package.Name) ? "installed"
                : string.Create(CultureInfo.InvariantCulture, $"not installed ({package.Megabytes} MB); needs {package.Needs}"));
    }

    private static Argument<string> Backend() => new("backend") { Description = "cuda or vulkan.", HelpName = "backend" };

    private static BackendPackage Package(string name) => BackendCatalog.Here.FirstOrDefault(package => package.Name == name)
        ?? throw new UsageException(BackendCatalog.Here.IsEmpty
            ? "There is no build for a GPU that could be added on this platform."
            : $"There is no backend \"{name}\" for this platform: "
                + $"{string.Join(" or ", BackendCatalog.Here.Select(package => package.Name))}.");
}
