using System.CommandLine;
using ReasoningLsp.Cli.Hosting;

namespace ReasoningLsp.Cli.Arguments;

/// <summary>The switch that has texts written so that they can be had again.</summary>
internal static class Reproducible
{
    private const string Name = "--reproducible";

    /// <summary>The switch.</summary>
    public static Option<bool> Option() => new(Name)
    {
        Description = "Write each text by itself and from nothing, so that the same seed gives the same text on the same machine, to the "
            + "last character. Takes longer; servers may not keep to it.",
    };

    /// <summary>The host, told of the switch of a command that has it.</summary>
    public static ProgramHost Of(ProgramHost host, ParseResult result) => host with { IsReproducible = result.GetValue<bool>(Name) };
}
