using System.CommandLine;
using ReasoningLsp.Cli.Arguments;
using ReasoningLsp.Cli.Hosting;
using ReasoningLsp.Inference.Import;
using ReasoningLsp.Review.Models;
using ReasoningLsp.Review.Profiles;

namespace ReasoningLsp.Cli.Models;

/// <summary><c>models import</c>: a published checkpoint becomes files that the engine reads.</summary>
internal static class ModelImport
{
    private static readonly IReadOnlyList<(string Word, WeightType Value)> Types = [("f32", WeightType.F32), ("f16", WeightType.F16),
        ("bf16", WeightType.BF16), ("q8_0", WeightType.Q8)];

    /// <summary>The command.</summary>
    public static Command Create(ProgramHost host)
    {
        var folder = new Argument<string>(
            "folder")
        { Description = "A checkpoint as published: config.json, safetensors files, tokenizer.json or tokenizer.model." };
        var output = new Option<string?>("--output", "-o")
        {
            Description = "The GGUF file; the head goes beside it. Default: named after the folder, in the current one.",
            HelpName = "file",
        };
        var type = Type();
        var name = new Option<string?>("--add") { Description = "Make it known under this name, with --profile.", HelpName = "name" };
        var profile = new Option<string?>("--profile") { Description = "The profile that reads it.", HelpName = "name" };
        var model = new Option<string?>("--base")
        {
            Description = "Of a LoRA adapter: the checkpoint of the model that it belongs to.",
            HelpName = "folder",
        };
        var command = new Command("import",
            "Make a GGUF file, and a head file where it has one, of a published Qwen2, Llama or Mistral checkpoint.") { folder, output,
            type, name, profile, model };
        var inProcess = new Option<bool>("--in-process") { Hidden = true };
        command.Options.Add(inProcess);
        command.SetAction((result, cancellationToken) => ModelsCommand.RunAsync(host, async writer =>
        {
            if (result.GetValue(name) is not null && result.GetValue(profile) is null)
                throw new UsageException("--add needs to know how the model is read: add --profile NAME.");
            var source = Path.GetFullPath(result.GetValue(folder)!, host.Folder);
            var target = Path.GetFullPath(
                result.GetValue(output) ?? Path.GetFileName(source.TrimEnd(Path.DirectorySeparatorChar)) + ".gguf", host.Folder);
            if (AdapterImporter.IsAdapter(source))
            {
                if (host.FullPath(result, model) is not { } on || result.GetValue(name) is not null)
                    throw new UsageException("A LoRA adapter is imported with --base FOLDER, its model's checkpoint, and without --add: "
                        + "import the model too, then `models add NAME --model FILE --adapter FILE`.");
                target = result.GetValue(output) is null ? Path.ChangeExtension(target, ".lora.gguf") : target;
                AdapterImporter.Import(source, on, target, cancellationToken);
                writer.WriteLine($"{host.Display(target)}: a LoRA adapter");
                return ExitCode.Clean;
            }

            if (result.GetValue(name) is { } wanted)
                ModelAdd.CheckName(host, new InstalledModel(wanted, result.GetValue(profile)!, target));
            var imported = Import(host, writer, source, target, result.GetValue(type), result.GetValue(profile), cancellationToken);
            if (result.GetValue(name) is { } known)
                await ModelAdd.AddAsync(host, writer,
                    new InstalledModel(known, result.GetValue(profile)!, imported.Model, Head: imported.Head),
                    result.GetValue(inProcess), cancellationToken).ConfigureAwait(false);
            return ExitCode.Clean;
        }));
        return command;
    }

    /// <summary>How matrices are stored.</summary>
    public static Option<WeightType> Type() =>
        Choices.Option("--type", Types, "How matrices are stored: f32 is exact, q8_0 takes a quarter of it and is fastest on a processor.");

    /// <summary>Imports and says what was made.</summary>
    public static ImportResult Import(ProgramHost host, TextWriter writer, string source, string target, WeightType type,
        string? profile, CancellationToken cancellationToken)
    {
        var needsHead = profile is not null && ModelChoice.Load(profile).Reading.Kind == ProfileKind.Hidden;
        var imported = CheckpointImporter.Import(source, target, type, needsHead, null, cancellationToken);
        writer.WriteLine($"{host.Display(imported.Model)}: {imported.Tensors} tensors of {imported.Architecture}");
        if (imported.Head is { } head)
            writer.WriteLine($"{host.Display(head)}: its head");
        return imported;
    }
}
