using ReasoningLsp.Programs;
using ReasoningLsp.Server.Models;

namespace ReasoningLsp.Server.Lifecycle;

/// <summary>What a server touches outside itself, so that tests can stand in for it.</summary>
public sealed record ServerHost
{
    /// <summary>Where the client's messages come from.</summary>
    public required Stream Input { get; init; }

    /// <summary>Where messages to the client go, and nothing else.</summary>
    public required Stream Output { get; init; }

    /// <summary>Lines for whoever looks into a problem.</summary>
    public required TextWriter Log { get; init; }

    /// <summary>The version that clients are told.</summary>
    public required string Version { get; init; }

    /// <summary>The clock that waiting goes by.</summary>
    public TimeProvider Clock { get; init; } = TimeProvider.System;

    /// <summary>Opens the models of this machine, when they are first needed; null where there are none.</summary>
    public Func<IModelHost>? Models { get; init; }

    /// <summary>Opens what runs programs, when it is first needed; null where there is nothing.</summary>
    public Func<IProgramSandbox>? Programs { get; init; }
}
