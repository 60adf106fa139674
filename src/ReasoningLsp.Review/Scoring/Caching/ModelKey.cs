using System.Collections.Concurrent;
using System.Globalization;
using System.Security.Cryptography;
using ReasoningLsp.Inference;
using ReasoningLsp.Inference.Requests;

namespace ReasoningLsp.Review.Scoring.Caching;

/// <summary>Names a scoring model by the content of its files, or by server and name, and the version of its profile.
/// Thread-safe.</summary>
internal sealed class ModelKey
{
    private readonly ConcurrentDictionary<(string Path, long Length, DateTime Written), string> _hashes = [];

    /// <summary>The key.</summary>
    /// <exception cref="InferenceException">A file cannot be read.</exception>
    public string Of(ScoringModel model)
    {
        string[] parts =
        [
            model.Profile.Name,
            model.Profile.Version.ToString(CultureInfo.InvariantCulture),
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
        : $"{Hash(model.Path, isModel: true)}+{(model.Adapter is null ? string.Empty : Hash(model.Adapter, isModel: true))}/{model.Cache}";

    private string Hash(string path, bool isModel)
    {
        try
        {
            var file = new FileInfo(path);
            return _hashes.GetOrAdd((path, file.Length, file.LastWriteTimeUtc),
                key => isModel ? ModelFile.HashOf(key.Path) : Convert.ToHexStringLower(SHA256.HashData(File.ReadAllBytes(key.Path))));
        }
        catch (Exception error) when (error is IOException or UnauthorizedAccessException)
        {
            throw new InferenceException(InferenceError.NoFile, $"{path} cannot be read: {error.Message}", error);
        }
    }
}
