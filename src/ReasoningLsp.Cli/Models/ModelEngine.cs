using System.CommandLine;
using System.Globalization;
using ReasoningLsp.Cli.Hosting;
using ReasoningLsp.Inference;
using ReasoningLsp.Inference.Backends;
using ReasoningLsp.Inference.Engine;
using ReasoningLsp.Inference.Hosting;
using ReasoningLsp.Inference.Requests;

namespace ReasoningLsp.Cli.Models;

/// <summary><c>models engine</c>: on what the engine computes, and how it gets to use a GPU.</summary>
internal static class ModelEngine
{
    /// <summary>The command.</summary>
    public static Command Create(ProgramHost host)
    {
        var command = new Command("engine", "Show on what the engine computes, and add or remove builds of it for GPUs.") { Install(host),
            Remove(host) };
        command.SetAction((_, cancellationToken) => ModelsCommand.RunAsync(host, async output =>
        {
            await ShowAsync(host, output, cancellationToken).ConfigureAwait(false);
            return ExitCode.Clean;
        }));
        return command;
    }

    private static Command Install(ProgramHost host)
    {
        var backend = new Argument<string?>("backend")
        {
            Description = $"One of {Names}. Default: what fits this machine.",
            HelpName = "backend",
            Arity = ArgumentArity.ZeroOrOne,
        };
        var registry = new Option<string?>("--registry")
        {
            Description = $"Where to get it: {string.Join(", or ", BackendRegistry.All.Select(each =>
                $"{each.Kind} (default: the environment's {each.Variable}, else {each.Address})"))}.",
            HelpName = "address",
        };
        var command = new Command("install",
            "Add a build of the engine; one for a GPU is used from then on. What was interrupted goes on.") { backend, registry };
        command.SetAction((result, cancellationToken) => ModelsCommand.RunAsync(host, async output =>
        {
            var package = result.GetValue(backend) is { } name ? Package(name) : Fitting(host);
            var source = BackendRegistry.For(package);
            var address = source.Resolve(result.GetValue(registry), host);
            UserPlace.Check(host);
            using var http = ModelPull.Http();
            try
            {
                await new BackendInstaller(ModelPull.Downloader(http, host, source.WithoutAccess), host.Backends,
                    (natives, stop) => CommitAsync(host, natives, stop)).InstallAsync(package, address, new Shown(host),
                    cancellationToken).ConfigureAwait(false);
            }
            catch (OperationCanceledException) when (cancellationToken.IsCancellationRequested)
            {
                host.Error.WriteLine($"Interrupted; {package.Name} is not installed. The same command goes on from what has arrived.");
                return ExitCode.Interrupted;
            }

            output.WriteLine(host.Backends.Default == package.Name ? $"{package.Name} is installed and used from now on."
                : $"{package.Name} is installed and used where REASONING_BACKEND={package.Name} says so.");
            await DescribeAsync(host, output, package.Name, cancellationToken).ConfigureAwait(false);
            return ExitCode.Clean;
        }));
        return command;
    }

    private static Command Remove(ProgramHost host)
    {
        var backend = new Argument<string>("backend") { Description = $"One of {Names}.", HelpName = "backend" };
        var command = new Command("remove", "Remove a build of the engine that was added.") { backend };
        command.SetAction((result, _) => ModelsCommand.RunAsync(host, output =>
        {
            var package = Package(result.GetValue(backend)!);
            output.WriteLine(host.Backends.Remove(package) ? $"{package.Name} is removed." : $"{package.Name} was not installed.");
            return Task.FromResult(ExitCode.Clean);
        }));
        return command;
    }

    private static async Task ShowAsync(ProgramHost host, TextWriter output, CancellationToken cancellationToken)
    {
        var used = host.Backend ?? host.Backends.Default;
        void Line(string name, string what) =>
            output.WriteLine($"  {(name == used && host.Backends.Has(name) ? '*' : ' ')} {name,-10} {what}");
        output.WriteLine("Builds of the engine (* is used; REASONING_BACKEND=NAME names another)");
        Line(InstalledBackends.BuiltIn, "comes with the program: the processor, on macOS Metal");
        await DescribeAsync(host, output, InstalledBackends.BuiltIn, cancellationToken).ConfigureAwait(false);
        foreach (var package in BackendCatalog.Here)
        {
            Line(package.Name, host.Backends.Has(package.Name) ? "installed"
                : string.Create(CultureInfo.InvariantCulture, $"not installed (about {package.Megabytes} MB); needs {package.Needs}"));
            if (host.Backends.Has(package.Name))
                await DescribeAsync(host, output, package.Name, cancellationToken).ConfigureAwait(false);
        }

        // One that is named and not there is told last, and ends with the reason.
        host.Backends.Natives(used);
    }

    /// <summary>What a build says of itself, or why it cannot be used.</summary>
    private static async Task DescribeAsync(ProgramHost host, TextWriter output, string name, CancellationToken cancellationToken)
    {
        try
        {
            var identity = await IdentityAsync(host, host.Backends.Natives(name), cancellationToken).ConfigureAwait(false);
            output.WriteLine($"      build      {identity.Build}, llama.cpp {identity.Release}, commit {identity.Commit}");
            output.WriteLine($"      variant    {identity.Variant}");
            foreach (var device in identity.Devices)
                output.WriteLine($"      device     {device}");
            foreach (var trouble in identity.Troubles)
                output.WriteLine($"      not usable {trouble}");
        }
        catch (InferenceException error)
        {
            output.WriteLine($"      not usable {error.Message}");
        }
    }

    /// <summary>What the engine with the libraries of a folder says of itself.</summary>
    public static async Task<EngineIdentity> IdentityAsync(ProgramHost host, string natives, CancellationToken cancellationToken)
    {
        if (host.Program is { } program)
            return await EngineProbe.DescribeAsync(program, natives, host.Clock, cancellationToken).ConfigureAwait(false);
        await using var engine = LocalEngine.Start(new EngineOptions { Natives = natives }, host.Clock);
        return engine.Identity;
    }

    private static Task<string> CommitAsync(ProgramHost host, string natives, CancellationToken cancellationToken) =>
        host.Program is { } program ? EngineProbe.CommitAsync(program, natives, host.Clock, cancellationToken)
            : Task.FromResult(EngineProbe.Commit(natives));

    private static string Names => string.Join(", ", BackendCatalog.All.Select(package => package.Name).Distinct());

    private static BackendPackage Fitting(ProgramHost host) =>
        BackendCatalog.Here.FirstOrDefault(package =>
            package.Device == (host.Backends.HasNvidia ? BackendDevice.Nvidia : BackendDevice.Vulkan))
            ?? throw (BackendCatalog.Here.IsEmpty ? NoneHere() : new UsageException("No NVIDIA driver is found here, which the builds for "
                + $"GPUs of this platform need. Name one all the same: {NamesHere}."));

    /// <summary>The build for a GPU that this machine surely has and that is not installed, or null.</summary>
    public static BackendPackage? Missing(ProgramHost host) => !host.Backends.HasNvidia || host.Backend is not null ? null
        : BackendCatalog.Here.FirstOrDefault(package => package.Device == BackendDevice.Nvidia) is { } package
            && !host.Backends.Names.Contains(package.Name) ? package : null;

    private static BackendPackage Package(string name) => BackendCatalog.Here.FirstOrDefault(package => package.Name == name)
        ?? throw (BackendCatalog.Here.IsEmpty ? NoneHere() : new UsageException($"There is no backend \"{name}\" for this platform: "
            + $"{NamesHere}."));

    private static string NamesHere => string.Join(" or ", BackendCatalog.Here.Select(package => package.Name));

    private static UsageException NoneHere() => new("There is no build for a GPU that could be added on this platform.");
}
