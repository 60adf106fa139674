using System.Collections.Concurrent;
using System.Globalization;
using System.Reflection;
using System.Security.Cryptography;
using ReasoningLsp.Inference;
using ReasoningLsp.Inference.Requests;
using ReasoningLsp.Review.Profiles;

namespace ReasoningLsp.Review.Scoring.Caching;

/// <summary>
/// Names all that shapes a number beside the texts: this program, the engine's build, the profile's content, and the content of model,
/// adapter, head and reference model; of a served model server and name. Thread-safe.
/// </summary>
/// <param name="engine">Names the engine's build.</param>
internal sealed class ModelKey(Func<string> engine)
{
    private static readonly string Program = string.Join('+',
        ((Assembly[])[typeof(ModelKey).Assembly, typeof(InferenceException).Assembly])
            .Select(assembly => assembly.ManifestModule.ModuleVersionId.ToString("N")));

    private readonly Lazy<string> _engine = new(engine);
    private readonly ConcurrentDictionary<FileStamp, string> _hashes = [];

    /// <summary>The key.</summary>
    /// <exception cref="InferenceException">A file cannot be read.</exception>
    public string Of(ScoringModel model)
    {
        string[] parts =
        [
            Program,
            ProfileHash.Of(model.Profile),
            Of(model.Model),
            model.Head is null ? string.Empty : Hash(model.Head, isModel: false),
            model.Reference is null ? string.Empty : Of(model.Reference),
            model.Criterion ?? string.Empty,
        ];
        return string.Join('\n', parts);
    }

    // A server shows no content, so that its word for the model must do.
    private string Of(ModelReference model) =>
        model.Remote is { } remote ? $"{remote.Root}\t{remote.Id}"
        : $"{_engine.Value}\t{Hash(model.Path, isModel: true)}+"
            + $"{(model.Adapter is null ? string.Empty : Hash(model.Adapter, isModel: true))}/{model.Cache}";

    // Of a model's many gigabytes samples are read; length and time tell what lies between them.
    private string Hash(string path, bool isModel)
    {
        return _hashes.GetOrAdd(RegularFile.Check(path, isModel ? "GGUF file" : "head"), stamp => isModel
            ? string.Create(CultureInfo.InvariantCulture, $"{ModelFile.HashOf(path)}:{stamp.Length}:{stamp.Written.Ticks}")
            : OfHead(path));
    }

    private static string OfHead(string path)
    {
        try
        {
            using var stream = RegularFile.Open(path, "head");
            return Convert.ToHexStringLower(SHA256.HashData(stream));
        }
        catch (IOException error)
        {
            throw new InferenceException(InferenceError.NoFile, $"{path} cannot be read: {error.Message}", error);
        }
    }
}
