using System.Collections.Immutable;
using System.Text.Json;
using System.Text.Json.Serialization;
using ReasoningLsp.Inference;
using ReasoningLsp.Inference.Json;
using ReasoningLsp.Review.Files;
using ReasoningLsp.Review.Profiles;
using ReasoningLsp.Traces.Files;

namespace ReasoningLsp.Review.Models;

/// <summary>The models that the user made known, in one file that is written whole or not at all.</summary>
/// <param name="File">Full path of the file.</param>
public sealed record ModelRegistry(string File)
{
    private static readonly JsonSerializerOptions Options = new(JsonSerializerDefaults.Web)
    {
        WriteIndented = true,
        DefaultIgnoreCondition = JsonIgnoreCondition.WhenWritingNull,
    };

    private static readonly JsonForm Form = JsonForm.Resource(typeof(ModelRegistry).Assembly, "models.schema.json");

    /// <summary>All, in order of name; none where there is no file.</summary>
    /// <exception cref="ProfileException">The file is broken.</exception>
    /// <exception cref="IOException">It cannot be read.</exception>
    public ImmutableArray<InstalledModel> Read()
    {
        if (!System.IO.File.Exists(File))
            return [];
        try
        {
            var models = Form.Read(BoundedFile.ReadOfFolder(File), File).Deserialize<InstalledModel[]>(Options)!;
            return [.. models.OrderBy(model => model.Name, StringComparer.OrdinalIgnoreCase)];
        }
        catch (InferenceException error)
        {
            throw new ProfileException($"{error.Message.TrimEnd('.')}. Mend it, or remove it and add the models again.", error);
        }
    }

    /// <summary>The model of this name, or null.</summary>
    public InstalledModel? Find(string name) =>
        Read().FirstOrDefault(model => string.Equals(model.Name, name, StringComparison.OrdinalIgnoreCase));

    /// <summary>Adds a model, in place of the one that had its name.</summary>
    public void Add(InstalledModel model)
    {
        ArgumentNullException.ThrowIfNull(model);
        Write([.. Read().Where(each => !string.Equals(each.Name, model.Name, StringComparison.OrdinalIgnoreCase)), model]);
    }

    /// <summary>Removes a name; false where there is none.</summary>
    public bool Remove(string name)
    {
        var models = Read();
        var kept = models.Where(each => !string.Equals(each.Name, name, StringComparison.OrdinalIgnoreCase)).ToImmutableArray();
        if (kept.Length == models.Length)
            return false;
        Write(kept);
        return true;
    }

    private void Write(ImmutableArray<InstalledModel> models)
    {
        Directory.CreateDirectory(Path.GetDirectoryName(File)!);
        AtomicFile.Write(File, JsonSerializer.SerializeToUtf8Bytes(models, Options));
    }
}
