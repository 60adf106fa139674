using ReasoningLsp.Inference;
using ReasoningLsp.Inference.Requests;
using ReasoningLsp.Review.Profiles;
using ReasoningLsp.Review.Scoring;
using ReasoningLsp.Traces.Files;

namespace ReasoningLsp.Review.Models;

/// <summary>What a user names to have steps scored.</summary>
public sealed record ModelChoice
{
    private const int MostVotes = 64;

    // Votes for the likeliest text alone would all be one.
    private const double VotingTemperature = 0.7;

    /// <summary><c>builtin</c>, the name of an added model, the name of a profile, or the path of a profile's file.</summary>
    public required string Profile { get; init; }

    /// <summary>Full path of a GGUF file, or null.</summary>
    public string? Model { get; init; }

    /// <summary>Full path of a LoRA adapter, or null.</summary>
    public string? Adapter { get; init; }

    /// <summary>Full path of a head, or null.</summary>
    public string? Head { get; init; }

    /// <summary>Full path of the model compared with, or null.</summary>
    public string? Reference { get; init; }

    /// <summary>What the user wants to be judged by, or null.</summary>
    public string? Criterion { get; init; }

    /// <summary>How many critiques are written of each step, or null for as many as the profile says.</summary>
    public int? Votes { get; init; }

    /// <summary>Whether critiques are written so that they can be had again.</summary>
    public bool IsReproducible { get; init; }

    /// <summary>How keys and values are kept while a model of this machine reads.</summary>
    public CachePrecision Precision { get; init; }

    /// <summary>The profile with a model that was added.</summary>
    /// <exception cref="ProfileException">There is no such profile, or it and the model cannot be used together.</exception>
    public static ScoringModel Of(InstalledModel installed)
    {
        ArgumentNullException.ThrowIfNull(installed);
        return Checked(Voting(new ScoringModel(Load(installed.Profile), installed.ToReference(), installed.Head, installed.ToCompared(),
            installed.Criterion), installed.Votes));
    }

    /// <summary>The profile with its files.</summary>
    /// <exception cref="ProfileException">There is no such profile, or a file of it is not named or missing.</exception>
    public ScoringModel Resolve(BuiltInModels builtIn, ModelRegistry registry)
    {
        ArgumentNullException.ThrowIfNull(builtIn);
        ArgumentNullException.ThrowIfNull(registry);
        var model = Voting(Named(builtIn, registry), Votes);
        if (IsReproducible && model.Profile.Reading.Critique is { } critique)
            model = With(model, critique with { IsReproducible = true });
        return model with
        {
            Profile = Path.GetDirectoryName(registry.File) is { } folder && MeasuredCalibration.Read(MeasuredCalibration.PathOf(
                folder, model.Profile.Name, TraceScorer.NameOf(model.Model))) is { } measured
                ? model.Profile with { Measured = measured } : model.Profile,
            Model = model.Model with { Cache = Precision },
            Reference = model.Reference is { } compared
            ? compared with { Cache = Precision } : null
        };
    }

    private static ScoringModel Voting(ScoringModel model, int? votes)
    {
        if (votes is not { } count)
            return model;
        var reading = model.Profile.Reading;
        if (reading.Critique is not { } critique)
            throw new ProfileException($"The profile {model.Profile.Name} writes no critiques, so that there is nothing to vote.");
        if (count is < 1 or > MostVotes)
            throw new ProfileException($"Of each step 1 to {MostVotes} critiques can be written, not {count}.");
        if (count > 1 && critique.Temperature == 0)
            critique = critique with { Temperature = VotingTemperature };
        return With(model, critique with { Votes = count });
    }

    private static ScoringModel With(ScoringModel model, CritiqueRule critique) =>
        model with { Profile = model.Profile with { Reading = model.Profile.Reading with { Critique = critique } } };

    private ScoringModel Named(BuiltInModels builtIn, ModelRegistry registry)
    {
        if (string.Equals(Profile, BuiltInModels.Name, StringComparison.OrdinalIgnoreCase) && Model is null)
            return builtIn.Exist ? builtIn.RewardModel : throw new ProfileException(builtIn.Absence);
        if (Model is null && registry.Find(Profile) is { } installed)
            return Of(installed with { Criterion = Criterion ?? installed.Criterion });
        var profile = Load(Profile);
        if (Model is not null)
            return Checked(With(profile));
        if (profile.Name == builtIn.RewardModel.Profile.Name && builtIn.Exist)
            return builtIn.RewardModel;
        // Any instruct model will do, and there is one.
        if (profile.Prompt.Step.Any(part => part.Turn is not null) && profile.Models.IsEmpty
            && profile.Reading.Kind == ProfileKind.Candidates && builtIn.Exist)
            return new ScoringModel(profile, builtIn.Instruct, Criterion: Criterion);
        throw new ProfileException(
            $"Name the model's GGUF file for the profile {profile.Name}: --model FILE, or once and for all `reasoning-lsp models add`.");
    }

    /// <summary>A profile by its name, or by the path of its file.</summary>
    /// <exception cref="ProfileException">There is none.</exception>
    public static Profile Load(string name)
    {
        if (ProfileCatalog.Find(name) is { } profile)
            return profile;
        if (name.EndsWith(".json", StringComparison.OrdinalIgnoreCase) && File.Exists(name))
        {
            try
            {
                RegularFile.Check(name, "profile");
            }
            catch (InferenceException error)
            {
                throw new ProfileException(error.Message, error);
            }

            // Confirmed is what a test of this product holds to golden scores, whatever a file says of itself.
            return ProfileReader.Read(BoundedFile.ReadText(name), name) with { Status = ProfileStatus.Unverified };
        }

        throw new ProfileException($"There is no model or profile \"{name}\". `reasoning-lsp models list` shows what there is.");
    }

    private ScoringModel With(Profile profile) =>
        new(profile, new ModelReference(Model!, Adapter), Head, Reference is null ? null : new ModelReference(Reference), Criterion);

    private static ScoringModel Checked(ScoringModel model)
    {
        if (ServedProblem(model) is { } problem)
            throw new ProfileException(problem);
        string?[] files = [model.Model.Remote is null ? model.Model.Path : null, model.Model.Adapter, model.Head,
            model.Reference is { Remote: null } ? model.Reference.Path : null];
        if (files.FirstOrDefault(file => file is not null && !File.Exists(file)) is { } missing)
            throw new ProfileException(Directory.Exists(missing) ? $"{missing} is a folder, and a file is needed."
                : $"{missing} does not exist.");
        if (model.Profile.Reading.Kind == ProfileKind.Hidden && model.Head is null && model.Model.Remote is null)
            throw new ProfileException(
                $"The profile {model.Profile.Name} reads hidden states through a head: name its safetensors file, --head FILE. "
                    + $"(`reasoning-lsp models import` writes it.)");
        if (model.Profile.Reading.Kind == ProfileKind.LogRatio && model.Reference is null)
            throw new ProfileException(
                $"The profile {model.Profile.Name} compares two models: name the other one, --reference-model FILE.");
        return model;
    }

    /// <summary>Why a server cannot be asked, or null; nothing is sent to find out.</summary>
    private static string? ServedProblem(ScoringModel model)
    {
        if ((model.Model.Remote ?? model.Reference?.Remote)?.Problem is { } problem)
            return problem;
        if (model.Model.Remote is null)
            return null;
        if (model.Model.Adapter is not null)
            return "A server applies adapters itself: start it with the adapter, and leave --adapter out.";
        return model.Profile.Reading.Kind == ProfileKind.MeanLogit
            ? $"The profile {model.Profile.Name} reads the mean of all logits, which no server tells: use the model's GGUF file on this "
                + $"machine."
            : null;
    }
}
