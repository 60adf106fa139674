using System.CommandLine;
using ReasoningLsp.Cli.Commands;
using ReasoningLsp.Cli.Hosting;
using ReasoningLsp.Review.Models;
using ReasoningLsp.Review.Profiles;

namespace ReasoningLsp.Cli.Models;

/// <summary><c>models add</c>: makes a model known under a name.</summary>
internal static class ModelAdd
{
    /// <summary>The command.</summary>
    public static Command Create(ProgramHost host)
    {
        var name = new Argument<string>("name") { Description = "The name for --profile." };
        var profile = new Option<string>("--profile") { Description = "The profile that reads it: a name of `models list`, or a file.", HelpName = "name", Required = true };
        var model = new Option<string>("--model") { Description = "The GGUF file.", HelpName = "file", Required = true };
        var adapter = new Option<string?>("--adapter") { Description = "A LoRA adapter on it.", HelpName = "file" };
        var head = new Option<string?>("--head") { Description = "Its head, a safetensors file.", HelpName = "file" };
        var reference = new Option<string?>("--reference-model") { Description = "The model compared with.", HelpName = "file" };
        var criterion = new Option<string?>("--criterion") { Description = "What to judge by.", HelpName = "text" };
        var command = new Command("add", "Make a model known under a name.") { name, profile, model, adapter, head, reference, criterion };
        command.SetAction((result, _) => ModelsCommand.RunAsync(host, output =>
        {
            string? Full(Option<string?> option) => result.GetValue(option) is { } path ? Path.GetFullPath(path, host.Folder) : null;
            var read = result.GetValue(profile)!;
            var choice = new ModelChoice
            {
                Profile = read.EndsWith(".json", StringComparison.OrdinalIgnoreCase) ? Path.GetFullPath(read, host.Folder) : read,
                Model = Path.GetFullPath(result.GetValue(model)!, host.Folder),
                Adapter = Full(adapter),
                Head = Full(head),
                Reference = Full(reference),
                Criterion = result.GetValue(criterion),
            };
            Add(host, output, result.GetValue(name)!, choice);
            return Task.FromResult(ExitCode.Clean);
        }));
        return command;
    }

    /// <summary>Adds what was chosen, if it can be used.</summary>
    /// <exception cref="ProfileException">It cannot.</exception>
    public static void Add(ProgramHost host, TextWriter output, string name, ModelChoice choice)
    {
        if (string.Equals(name, BuiltInModels.Name, StringComparison.OrdinalIgnoreCase) || (ProfileCatalog.Find(name) is not null && !string.Equals(name, choice.Profile, StringComparison.OrdinalIgnoreCase)))
            throw new ProfileException($"\"{name}\" is the name of something else; choose another one.");
        choice.Resolve(host.BuiltInModels, host.Registry);
        host.Registry.Add(new InstalledModel(name, choice.Profile, choice.Model!, choice.Adapter, choice.Head, choice.Reference, choice.Criterion));
        output.WriteLine($"{name} is ready: reasoning-lsp review --profile {name} …");
    }
}
