using System.CommandLine;
using System.Globalization;
using ReasoningLsp.Cli.Hosting;
using ReasoningLsp.Inference;
using ReasoningLsp.Review.Models;
using ReasoningLsp.Review.Profiles;
using ReasoningLsp.Review.Scores;

namespace ReasoningLsp.Cli.Models;

/// <summary><c>models show</c>: all that is known of a published model, or of one that was added.</summary>
internal static class ModelShow
{
    /// <summary>The command.</summary>
    public static Command Create(ProgramHost host)
    {
        var name = new Argument<string>("name") { Description = "A name of `models list`, a profile's too." };
        var command = new Command("show", "What a model consists of, how it is read, and what its published figure rests on.") { name };
        command.SetAction((result, _) => ModelsCommand.RunAsync(host, output =>
        {
            var wanted = result.GetValue(name)!;
            var known = KnownModels.Find(wanted);
            var installed = host.Registry.Find(wanted);
            if (known is null && installed is null && ProfileCatalog.Find(wanted) is { } profile)
            {
                output.WriteLine($"{profile.Name}, a profile: {profile.Title}");
                WriteProfile((key, value) => Line(output, key, value), profile);
                return Task.FromResult(ExitCode.Clean);
            }

            if (known is null && installed is null)
                throw new InferenceException(InferenceError.NoFile, $"There is no model \"{wanted}\": `models list` shows them.");
            output.WriteLine(known?.Name ?? installed!.Name);
            if (known is not null)
                Write(output, known);
            if (installed is not null)
                Write(output, installed);
            return Task.FromResult(ExitCode.Clean);
        }));
        return command;
    }

    /// <summary>What a published model consists of: base, adapter, head, what it is compared with.</summary>
    public static IEnumerable<string> Parts(KnownModel model)
    {
        yield return model.IsAdapter ? $"a LoRA adapter, put on {model.Base}, which is got with it"
            : $"all weights, trained from {model.Base}";
        if (model.Head is { } head)
            yield return $"head: {head}";
        if (model.Reference is { } reference)
            yield return $"compared with {reference}, which is got with it";
    }

    /// <summary>What of it is not as of most models: an adapter, what it is compared with, what it writes.</summary>
    public static IEnumerable<string> Extras(KnownModel model)
    {
        if (model.IsAdapter)
            yield return $"an adapter on {model.Base}, which is got with it";
        if (model.Reference is { } reference)
            yield return $"compared with {reference}, which is got with it";
        if (model.Reads.Reading.Critique is { } critique)
            yield return critique.Votes > 1 ? $"it writes {critique.Votes} critiques of each step, which takes long"
                : "it writes a critique of each step, which takes long";
    }

    /// <summary>The files that are got.</summary>
    public static string Files(KnownModel model)
    {
        const string Whole = "config.json, the tokenizer, all safetensors files";
        return (model.IsAdapter ? $"adapter_config.json and adapter_model.safetensors; of {model.Base} {Whole}" : Whole)
            + (model.Reference is { } reference ? $"; the same of {reference}" : string.Empty);
    }

    private static void Line(TextWriter output, string key, string value) => output.WriteLine($"  {key,-12}{value}");

    private static void Write(TextWriter output, KnownModel model)
    {
        void Line(string key, string value) => ModelShow.Line(output, key, value);
        Line("repository", model.Revision == "main" ? model.Repository : $"{model.Repository}, revision {model.Revision}");
        foreach (var part in Parts(model))
            Line("consists of", part);
        Line("files", Files(model));
        Line("size", string.Create(CultureInfo.InvariantCulture,
            $"{model.Parameters:0.0} billion weights of {model.BytesPerWeight} bytes: about {model.Download:0.0} GB to get, "
                + $"and {model.Gigabytes:0.0} GB of memory in Q8_0"));
        Line("licence", model.Licence);
        Line("F1", model.F1 is { } figure
            ? string.Create(CultureInfo.InvariantCulture, $"{figure:0.0} (ProcessBench, as published): {PublishedRuleText.Of(model)}")
            : "none is published");
        WriteProfile(Line, model.Reads);
    }

    private static void Write(TextWriter output, InstalledModel model)
    {
        void Line(string key, string value) => ModelShow.Line(output, key, value);
        Line("ready", model.Address is { } address ? $"{model.RemoteModel} at {address}" : model.Model!);
        foreach (var (key, value) in ((string, string?)[])[("adapter", model.Adapter), ("head", model.Head),
            ("reference", model.Reference ?? model.RemoteReference), ("criterion", model.Criterion)])
        {
            if (value is not null)
                Line(key, value);
        }

        if (model.Votes is { } votes)
            Line("votes", votes.ToString(CultureInfo.InvariantCulture));
        if (KnownModels.Find(model.Name) is null)
            WriteProfile(Line, ModelChoice.Load(model.Profile));
    }

    private static void WriteProfile(Action<string, string> line, Profile profile)
    {
        line("read as", $"{profile.Name}: {ScoreText.Meaning(profile)}"
            + (profile.Status == ProfileStatus.Unverified ? "; unverified" : string.Empty));
        if (profile.Reading.Critique is { } critique)
            line("critiques", string.Create(CultureInfo.InvariantCulture, $"{critique.Votes} of each step, of at most "
                + $"{critique.MaximumTokens:N0} tokens"));
        if (profile.Caution is { } caution)
            line("mind", caution);
        if (profile.Source is { } source)
            line("source", source);
    }
}
