using System.CommandLine;
using System.Globalization;
using ReasoningLsp.Cli.Hosting;
using ReasoningLsp.Cli.Scoring;
using ReasoningLsp.Inference;
using ReasoningLsp.Inference.Requests;
using ReasoningLsp.Review.Models;
using ReasoningLsp.Review.Profiles;
using ReasoningLsp.Review.Scores;
using ReasoningLsp.Review.Scoring;

namespace ReasoningLsp.Cli.Models;

/// <summary><c>models check</c>: what a file is, whether it fits into memory, and which profiles fit it; of a served model, whether its
/// server answers and scores.</summary>
internal static class ModelCheck
{
    /// <summary>The command.</summary>
    public static Command Create(ProgramHost host)
    {
        var file = new Argument<string>("file") { Description = "A GGUF file, or the name of a served model." };
        var inProcess = new Option<bool>("--in-process") { Hidden = true };
        var command = new Command("check",
            "What a GGUF file is, whether it fits into memory, and which profiles fit its tokens; whether the server of a served model "
                + "answers.") { file, inProcess };
        command.SetAction((result, cancellationToken) => ModelsCommand.RunAsync(host, async output =>
        {
            if (host.Registry.Find(result.GetValue(file)!) is { Address: not null } served)
                return await ServedAsync(host, output, served, cancellationToken).ConfigureAwait(false);
            var model = ModelFile.Read(Path.GetFullPath(result.GetValue(file)!, host.Folder));
            output.WriteLine($"{host.Display(model.Path)}: {(model.IsAdapter ? "a LoRA adapter for" : "a model of")} the architecture "
                + $"{model.Architecture}{(model.Name.Length > 0 ? $", \"{model.Name}\"" : string.Empty)}");
            output.WriteLine(string.Create(CultureInfo.InvariantCulture, $"  file     {model.Bytes >> 20:N0} MB"));
            if (model.IsAdapter)
                return ExitCode.Clean;
            output.WriteLine(string.Create(CultureInfo.InvariantCulture,
                $"  memory   about {model.MemoryNeeded >> 20:N0} MB with 4,096 tokens of context"));
            output.WriteLine(string.Create(CultureInfo.InvariantCulture,
                $"  context  {model.ContextLength:N0} tokens; hidden states of {model.HiddenLength:N0} numbers"));
            await using var engine = EngineChoice.Open(result.GetValue(inProcess), host);
            var reference = new ModelReference(model.Path);
            await engine.DescribeAsync(reference, cancellationToken).ConfigureAwait(false);
            output.WriteLine("  loads    yes");
            var fits = 0;
            foreach (var profile in ProfileCatalog.All)
            {
                if (await ProfileFit.ProblemAsync(engine, profile, reference, cancellationToken).ConfigureAwait(false) is not null)
                    continue;
                fits++;
                var condition = profile.Reading.Kind switch
                {
                    ProfileKind.Hidden => ", if you have its head",
                    ProfileKind.LogRatio => ", with a model to compare with",
                    _ => string.Empty,
                };
                output.WriteLine($"  fits     {profile.Name}{condition}");
            }

            if (fits == 0)
                output.WriteLine("  fits     no profile");
            return ExitCode.Clean;
        }));
        return command;
    }

    private static async Task<int> ServedAsync(ProgramHost host, TextWriter output, InstalledModel served,
        CancellationToken cancellationToken)
    {
        await using var engine = EngineChoice.Open(inProcess: true, host);
        var model = ModelChoice.Of(served);
        output.WriteLine($"{served.RemoteModel} at {served.Address}: "
            + $"{ServedText.Of(await engine.DescribeAsync(model.Model, cancellationToken).ConfigureAwait(false))}");
        try
        {
            var scores = await new TraceScorer(engine).ScoreAsync(model, "What is 1 + 1?", ["1 + 1 = 2.", "So it is 2."],
                RequestPriority.Interactive, cancellationToken).ConfigureAwait(false);
            output.WriteLine($"  scores   yes, as {model.Profile.Name}: "
                + $"{string.Join(", ", scores.Steps.Select(step => ScoreText.Number(step.Value)))} for two right steps");
            return ExitCode.Clean;
        }
        catch (Exception error) when (error is ProfileException or InferenceException)
        {
            output.WriteLine($"  scores   no: {error.Message}");
            return ExitCode.Findings;
        }
    }
}
