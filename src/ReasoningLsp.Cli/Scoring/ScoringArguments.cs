using System.CommandLine;
using ReasoningLsp.Cli.Arguments;
using ReasoningLsp.Cli.Hosting;
using ReasoningLsp.Inference.Requests;
using ReasoningLsp.Review.Models;

namespace ReasoningLsp.Cli.Scoring;

/// <summary>Options that choose a reward model.</summary>
internal sealed class ScoringArguments
{
    private readonly Option<string?> _profile = new("--profile")
    {
        Description = "Score every step with a reward model: builtin, an added model, or a profile with --model. `models list` shows them.",
        HelpName = "name",
    };
    private readonly Option<string?> _model = new("--model") { Description = "The model's GGUF file.", HelpName = "file" };
    private readonly Option<string?> _adapter = new("--adapter") { Description = "A LoRA adapter on the model.", HelpName = "file" };
    private readonly Option<string?> _head = new("--head")
    {
        Description = "The reward model's head, a safetensors file.",
        HelpName = "file",
    };
    private readonly Option<string?> _reference = new("--reference-model")
    {
        Description = "The model compared with, for profiles that compare two.",
        HelpName = "file",
    };
    private readonly Option<string?> _criterion = new("--criterion")
    {
        Description = "What to judge by, for profiles that take a criterion.",
        HelpName = "text",
    };
    private readonly Option<int?> _votes = new("--votes")
    {
        Description = "Of profiles that write critiques: how many are written of each step; the score is their mean.",
        HelpName = "count",
    };
    private readonly Option<CachePrecision> _precision = Choices.Option<CachePrecision>("--precision",
        [("default", CachePrecision.Half), ("f32", CachePrecision.Single)],
        "How keys and values are kept while a model reads: f32 takes twice the memory and gives scores that can be compared with a "
            + "reference to the fourth decimal.");
    private readonly Option<bool> _inProcess = new("--in-process")
    {
        Description = "Compute in this process instead of the shared engine.",
        Hidden = true,
    };

    /// <summary>Adds the options to a command.</summary>
    public void AddTo(Command command)
    {
        foreach (var option in (Option[])[_profile, _model, _adapter, _head, _reference, _criterion, _votes, _precision,
            _inProcess])
            command.Options.Add(option);
        command.Options.Add(Reproducible.Option());
    }

    /// <summary>What was chosen, or null.</summary>
    /// <exception cref="UsageException">It cannot be used.</exception>
    public ScoringChoice? Choice(ProgramHost host, ParseResult result)
    {
        if (result.GetValue(_profile) is not { } profile)
        {
            return result.GetValue(_model) is null ? null
                : throw new UsageException(
                    "--model needs to know how the model is read: add --profile NAME. `reasoning-lsp models check FILE` tells which fits.");
        }

        var choice = new ModelChoice
        {
            Profile = profile.EndsWith(".json", StringComparison.OrdinalIgnoreCase) ? Path.GetFullPath(profile, host.Folder) : profile,
            Model = host.FullPath(result, _model),
            Adapter = host.FullPath(result, _adapter),
            Head = host.FullPath(result, _head),
            Reference = host.FullPath(result, _reference),
            Criterion = result.GetValue(_criterion),
            Votes = result.GetValue(_votes),
            Precision = result.GetValue(_precision),
            IsReproducible = host.IsReproducible,
        };
        return new ScoringChoice(ScoringChoice.Resolve(host, choice), result.GetValue(_inProcess));
    }
}
