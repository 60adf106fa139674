using ReasoningLsp.Inference.Requests;
using ReasoningLsp.Review.Profiles;
using ReasoningLsp.Review.Scoring;

namespace ReasoningLsp.Review.Models;

/// <summary>The models that come with the product: one small instruct model, and an adapter that makes it a reward model.</summary>
/// <param name="Folder">Where they lie.</param>
public sealed record BuiltInModels(string Folder)
{
    /// <summary>The name that users give for the built-in reward model.</summary>
    public const string Name = "builtin";

    private const string Base = "SmolLM2-135M-Instruct.Q4_1.gguf";
    private const string Adapter = "reasoning-prm-135m.lora.gguf";
    private const string Head = "reasoning-prm-135m.head.safetensors";

    /// <summary>Beside the program.</summary>
    public static BuiltInModels BesideProgram { get; } = new(Path.Combine(AppContext.BaseDirectory, "models"));

    /// <summary>Whether they are there.</summary>
    public bool Exist => File.Exists(PathOf(Base)) && File.Exists(PathOf(Adapter)) && File.Exists(PathOf(Head));

    /// <summary>What to say where they are not.</summary>
    public string Absence => $"The built-in models are not in {Folder}: they come with the archive and not with the extension for VS Code. "
        + "Choose another (`reasoning-lsp models list`, in the editor Choose the Model That Scores Steps).";

    /// <summary>The instruct model, for judging and writing.</summary>
    public ModelReference Instruct => new(PathOf(Base));

    /// <summary>The reward model.</summary>
    public ScoringModel RewardModel =>
        new(ProfileCatalog.Find("reasoning-prm-135m")!, new ModelReference(PathOf(Base), PathOf(Adapter)), PathOf(Head));

    private string PathOf(string file) => Path.Combine(Folder, file);
}
