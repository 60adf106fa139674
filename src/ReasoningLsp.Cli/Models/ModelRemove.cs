using System.CommandLine;
using ReasoningLsp.Cli.Hosting;
using ReasoningLsp.Review.Profiles;

namespace ReasoningLsp.Cli.Models;

/// <summary><c>models remove</c>: forgets a name; files stay.</summary>
internal static class ModelRemove
{
    /// <summary>The command.</summary>
    public static Command Create(ProgramHost host)
    {
        var name = new Argument<string>("name") { Description = "A name that was added." };
        var command = new Command("remove", "Forget a name. Its files stay.") { name };
        command.SetAction((result, _) => ModelsCommand.RunAsync(host, output =>
        {
            if (!host.Registry.Remove(result.GetValue(name)!))
                throw new ProfileException($"No model was added as \"{result.GetValue(name)}\".");
            output.WriteLine($"{result.GetValue(name)} is forgotten; its files are still there.");
            return Task.FromResult(ExitCode.Clean);
        }));
        return command;
    }
}
