using System.Collections.Immutable;
using ReasoningLsp.Cli.Hosting;
using ReasoningLsp.Inference.Backends;

namespace ReasoningLsp.Cli.Models;

/// <summary>Where builds of the engine are got from.</summary>
/// <param name="Kind">What it is, in words.</param>
/// <param name="Variable">The environment's variable that names another address.</param>
/// <param name="Address">The address where nothing names one.</param>
internal sealed record BackendRegistry(string Kind, string Variable, string Address)
{
    private static readonly BackendRegistry Npm = new("an npm registry", "NPM_CONFIG_REGISTRY", "https://registry.npmjs.org/");
    private static readonly BackendRegistry NuGet = new("for LLamaSharp's packages the index of a NuGet v3 feed",
        "REASONING_NUGET_FEED", "https://api.nuget.org/v3/index.json");

    /// <summary>All of them.</summary>
    public static ImmutableArray<BackendRegistry> All { get; } = [Npm, NuGet];

    /// <summary>The one that has a build.</summary>
    public static BackendRegistry For(BackendPackage package) => package.IsFromNuGet ? NuGet : Npm;

    /// <summary>What to do where it gives a build not to everyone.</summary>
    public string WithoutAccess => $"It may need an account: name another with --registry or {Variable}.";

    /// <summary>Its address.</summary>
    /// <param name="named">What the command names, or null.</param>
    /// <param name="host">Knows the environment.</param>
    /// <exception cref="UsageException">It is no address.</exception>
    public Uri Resolve(string? named, ProgramHost host)
    {
        var text = named ?? (host.Variable(Variable) is { Length: > 0 } set ? set : Address);
        return Uri.TryCreate(text, UriKind.Absolute, out var address) && address.Scheme is "http" or "https" ? address
            : throw new UsageException($"{(named is null ? Variable : "--registry")} is an http or https address, not \"{text}\".");
    }
}
