using System.Text;
using System.Text.Json;
using ReasoningLsp.Inference.Download;

namespace ReasoningLsp.Inference.Backends;

/// <summary>Where packages are in a NuGet v3 feed.</summary>
internal static class NuGetFeed
{
    private const string Packages = "PackageBaseAddress/3.0.0";
    private const int LargestIndex = 4 << 20;

    /// <summary>The address below which a feed has its packages.</summary>
    /// <param name="downloader">Downloads.</param>
    /// <param name="feed">Address of the feed's index.</param>
    /// <param name="index">Full path of where the index lies for a moment.</param>
    /// <param name="progress">Told of trouble, and not of the few bytes of the index.</param>
    /// <param name="cancellationToken">Stops it.</param>
    /// <exception cref="InferenceException">It cannot be had, or is the index of no feed.</exception>
    public static async Task<Uri> PackagesAsync(Downloader downloader, Uri feed, string index, IProgress<DownloadProgress>? progress,
        CancellationToken cancellationToken)
    {
        try
        {
            await downloader.DownloadAsync(feed, index, null, progress is null ? null : new TroubleOnly(progress), cancellationToken,
                LargestIndex).ConfigureAwait(false);
            return PackagesOf(feed, await File.ReadAllBytesAsync(index, cancellationToken).ConfigureAwait(false));
        }
        catch (Exception error) when (error is JsonException or InvalidOperationException)
        {
            throw NoFeed(feed, $"its index is no JSON. {error.Message}", error);
        }
        finally
        {
            File.Delete(index);
        }
    }

    /// <summary>The address of a package.</summary>
    /// <param name="packages">Where the feed has its packages.</param>
    /// <param name="id">The package's id.</param>
    /// <param name="version">Its version.</param>
    public static Uri AddressOf(Uri packages, string id, string version)
    {
        // A feed's addresses are in lower case.
        var (name, release) = (id.ToLowerInvariant(), version.ToLowerInvariant());
        return new Uri(packages, $"{name}/{release}/{name}.{release}.nupkg");
    }

    private static Uri PackagesOf(Uri feed, byte[] index)
    {
        // Some servers begin it with a byte order mark.
        var text = index.AsMemory(index.AsSpan().StartsWith(Encoding.UTF8.Preamble) ? Encoding.UTF8.Preamble.Length : 0);
        using var document = JsonDocument.Parse(text);
        if (document.RootElement.ValueKind != JsonValueKind.Object || !document.RootElement.TryGetProperty("resources", out var resources)
            || resources.ValueKind != JsonValueKind.Array)
            throw NoFeed(feed, "its index names no resources.");
        var named = resources.EnumerateArray().Where(HoldsPackages).Select(resource =>
            resource.TryGetProperty("@id", out var id) && id.ValueKind == JsonValueKind.String ? id.GetString()! : string.Empty).ToList();
        var allowed = feed.Scheme == Uri.UriSchemeHttps ? "https" : "http or https";
        return named.Select(address => AddressOf(feed, address)).OfType<Uri>().FirstOrDefault() ?? throw NoFeed(feed,
            named is [var bad, ..] ? $"it has its packages at \"{bad}\", which is no {allowed} address." : $"it names no {Packages}.");
    }

    // JSON-LD has one type as a text, or several in an array.
    private static bool HoldsPackages(JsonElement resource)
    {
        static bool Is(JsonElement type) => type.ValueKind == JsonValueKind.String && type.ValueEquals(Packages);
        return resource.ValueKind == JsonValueKind.Object && resource.TryGetProperty("@type", out var type)
            && (type.ValueKind == JsonValueKind.Array ? type.EnumerateArray().Any(Is) : Is(type));
    }

    // As for redirections: what is asked for by https is not got by http.
    private static Uri? AddressOf(Uri feed, string address) =>
        Uri.TryCreate(address.TrimEnd('/') + "/", UriKind.Absolute, out var packages)
            && (packages.Scheme == Uri.UriSchemeHttps || (packages.Scheme == Uri.UriSchemeHttp && feed.Scheme == Uri.UriSchemeHttp))
            ? packages : null;

    private static InferenceException NoFeed(Uri feed, string reason, Exception? inner = null) =>
        new(InferenceError.NoFile, $"{feed} is no NuGet v3 feed: {reason}", inner);

    private sealed class TroubleOnly(IProgress<DownloadProgress> progress) : IProgress<DownloadProgress>
    {
        public void Report(DownloadProgress value)
        {
            if (value.Trouble is not null)
                progress.Report(value);
        }
    }
}
