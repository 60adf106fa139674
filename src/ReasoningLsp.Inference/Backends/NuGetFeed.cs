using System.Text;
using System.Text.Json;
using ReasoningLsp.Inference.Download;

namespace ReasoningLsp.Inference.Backends;

/// <summary>Where packages are in a NuGet v3 feed.</summary>
internal static class NuGetFeed
{
    private const string Packages = "PackageBaseAddress/3.0.0";

    /// <summary>Gets a package.</summary>
    /// <param name="downloader">Downloads.</param>
    /// <param name="feed">Address of the feed's index.</param>
    /// <param name="id">The package's id.</param>
    /// <param name="version">Its version.</param>
    /// <param name="target">Full path of where it goes; the index lies beside it for a moment.</param>
    /// <param name="progress">Told as bytes arrive.</param>
    /// <param name="cancellationToken">Stops it; what arrived is kept.</param>
    /// <exception cref="InferenceException">It cannot be had.</exception>
    public static async Task GetAsync(Downloader downloader, Uri feed, string id, string version, string target,
        IProgress<DownloadProgress>? progress, CancellationToken cancellationToken)
    {
        var index = target + ".index.json";
        Uri packages;
        try
        {
            await downloader.DownloadAsync(feed, index, null, null, cancellationToken).ConfigureAwait(false);
            packages = PackagesOf(feed, await File.ReadAllBytesAsync(index, cancellationToken).ConfigureAwait(false));
        }
        catch (Exception error) when (error is JsonException or InvalidOperationException)
        {
            throw new InferenceException(InferenceError.NoFile,
                $"{feed} is no NuGet v3 feed: its index is no JSON. {error.Message}", error);
        }
        finally
        {
            File.Delete(index);
        }

        // A feed's addresses are in lower case.
        var (name, release) = (id.ToLowerInvariant(), version.ToLowerInvariant());
        await downloader.DownloadAsync(new Uri(packages, $"{name}/{release}/{name}.{release}.nupkg"), target, null, progress,
            cancellationToken).ConfigureAwait(false);
    }

    private static Uri PackagesOf(Uri feed, byte[] index)
    {
        // Some servers begin it with a byte order mark.
        var text = index.AsMemory(index.AsSpan().StartsWith(Encoding.UTF8.Preamble) ? Encoding.UTF8.Preamble.Length : 0);
        using var document = JsonDocument.Parse(text);
        if (document.RootElement.ValueKind == JsonValueKind.Object
            && document.RootElement.TryGetProperty("resources", out var resources) && resources.ValueKind == JsonValueKind.Array)
        {
            foreach (var resource in resources.EnumerateArray().Where(each => each.ValueKind == JsonValueKind.Object
                && each.TryGetProperty("@type", out var type) && type.ValueKind == JsonValueKind.String && type.ValueEquals(Packages)))
            {
                if (resource.TryGetProperty("@id", out var id) && id.ValueKind == JsonValueKind.String
                    && Uri.TryCreate(feed, id.GetString()!.TrimEnd('/') + "/", out var address) && address.Scheme is "http" or "https")
                    return address;
            }
        }

        throw new InferenceException(InferenceError.NoFile, $"{feed} is no NuGet v3 feed: it names no {Packages}.");
    }
}
