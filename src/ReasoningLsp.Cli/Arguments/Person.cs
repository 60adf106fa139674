using System.CommandLine;

namespace ReasoningLsp.Cli.Arguments;

/// <summary>The switch that says who speaks.</summary>
internal static class Person
{
    /// <summary>The switch.</summary>
    /// <param name="what">What it says of the person.</param>
    public static Option<string?> Option(string what = "Who decides.") => new("--who")
    {
        Description = $"{what} Default: the name of the account.",
        HelpName = "name",
    };
}
