using System.Formats.Tar;
using System.IO.Compression;
using System.Security.Cryptography;
using ReasoningLsp.Inference.Download;
using ReasoningLsp.Inference.Native;

namespace ReasoningLsp.Inference.Backends;

/// <summary>Gets a build of llama.cpp from a registry: it is there whole, and the right one, or not at all.</summary>
public sealed class BackendInstaller
{
    private static readonly string[] Endings = [".so", ".dll", ".dylib", ".metal"];

    private readonly Downloader _downloader;
    private readonly InstalledBackends _installed;
    private readonly Func<string, CancellationToken, Task<string>> _commitOf;
    private readonly PackageTrust _trust;

    /// <summary>An installer.</summary>
    /// <param name="downloader">Goes on with what was interrupted.</param>
    /// <param name="installed">Where builds are kept.</param>
    /// <param name="commitOf">Says which commit of llama.cpp the libraries in a folder name: <see cref="Hosting.EngineProbe"/>.</param>
    public BackendInstaller(Downloader downloader, InstalledBackends installed, Func<string, CancellationToken, Task<string>> commitOf)
        : this(downloader, installed, commitOf, PackageTrust.LLamaSharp)
    {
    }

    internal BackendInstaller(Downloader downloader, InstalledBackends installed, Func<string, CancellationToken, Task<string>> commitOf,
        PackageTrust trust)
    {
        _commitOf = commitOf;
        _downloader = downloader;
        _installed = installed;
        _trust = trust;
    }

    /// <summary>Installs it.</summary>
    /// <param name="package">Which.</param>
    /// <param name="registry">Address of the npm registry, or of the index of the NuGet v3 feed.</param>
    /// <param name="progress">Told as bytes arrive.</param>
    /// <param name="cancellationToken">Stops it; what arrived is kept, to go on from.</param>
    /// <exception cref="InferenceException">It cannot be had, or is not the right one.</exception>
    public async Task InstallAsync(BackendPackage package, Uri registry, IProgress<DownloadProgress>? progress,
        CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(package);
        ArgumentNullException.ThrowIfNull(registry);
        var target = _installed.PathOf(package);
        var fresh = $"{target}.new.part";
        Directory.CreateDirectory(Path.GetDirectoryName(target)!);
        using var alone = Alone(package, target + ".lock");
        // What a run that was killed left there.
        if (Directory.Exists(fresh))
            Directory.Delete(fresh, recursive: true);
        try
        {
            var expected = package switch
            {
                NpmBackend npm => await UnpackAsync(npm, registry, fresh, progress, cancellationToken).ConfigureAwait(false),
                NuGetBackend nuget => await UnpackAsync(nuget, registry, fresh, progress, cancellationToken).ConfigureAwait(false),
                _ => throw new ArgumentOutOfRangeException(nameof(package)),
            };
            if (NativeFiles.Find(fresh) is null)
                throw new InferenceException(InferenceError.WrongNatives,
                    $"The packages of {package.Name} hold no llama.cpp libraries for this platform.");
            if (await _commitOf(fresh, cancellationToken).ConfigureAwait(false) is var found && found != expected.Commit)
                throw new InferenceException(InferenceError.WrongNatives,
                    $"The packages of {package.Name} hold commit {found} of llama.cpp where {expected.Commit} is expected.");
            _installed.Remove(package);
            Directory.Move(fresh, target);
        }
        catch (Exception error) when (error is InvalidDataException or EndOfStreamException)
        {
            throw new InferenceException(InferenceError.BadFile, $"The package of {package.Name} cannot be unpacked: {error.Message}",
                error);
        }
        finally
        {
            if (Directory.Exists(fresh))
                Directory.Delete(fresh, recursive: true);
        }
    }

    private static FileStream Alone(BackendPackage package, string path)
    {
        try
        {
            return new FileStream(path, FileMode.OpenOrCreate, FileAccess.ReadWrite, FileShare.None, 1, FileOptions.DeleteOnClose);
        }
        catch (IOException error)
        {
            throw new InferenceException(InferenceError.Unavailable, $"{package.Name} is being installed by another run already.", error);
        }
    }

    private async Task<NativeBuild> UnpackAsync(NuGetBackend package, Uri feed, string folder, IProgress<DownloadProgress>? progress,
        CancellationToken cancellationToken)
    {
        foreach (var parts in package.Parts.GroupBy(part => part.Package))
        {
            var archive = $"{_installed.PathOf(package)}.{parts.Key}.nupkg";
            await NuGetFeed.GetAsync(_downloader, feed, parts.Key, package.Version, archive, progress, cancellationToken)
                .ConfigureAwait(false);
            try
            {
                using var signed = SignedPackage.Open(archive, parts.Key, package.Version, _trust);
                foreach (var entry in signed.Archive.Entries)
                {
                    foreach (var path in parts.Select(part => part.Target(entry.FullName, package.Platform)).OfType<string>())
                    {
                        var file = Path.Combine(folder, path);
                        Directory.CreateDirectory(Path.GetDirectoryName(file)!);
                        await entry.ExtractToFileAsync(file, overwrite: false, cancellationToken).ConfigureAwait(false);
                    }
                }
            }
            finally
            {
                File.Delete(archive);
            }
        }

        return NativeBuild.LLamaSharp;
    }

    private async Task<NativeBuild> UnpackAsync(NpmBackend package, Uri registry, string folder, IProgress<DownloadProgress>? progress,
        CancellationToken cancellationToken)
    {
        var archive = _installed.PathOf(package) + ".tgz";
        await _downloader.DownloadAsync(package.Address(registry), archive, null, progress, cancellationToken).ConfigureAwait(false);
        try
        {
            await CheckAsync(archive, package, cancellationToken).ConfigureAwait(false);
            Directory.CreateDirectory(folder);
            await ExtractAsync(archive, folder, cancellationToken).ConfigureAwait(false);
            return NativeBuild.Npm;
        }
        finally
        {
            File.Delete(archive);
        }
    }

    private static async Task CheckAsync(string archive, NpmBackend package, CancellationToken cancellationToken)
    {
        using var stream = File.OpenRead(archive);
        var found = Convert.ToBase64String(await SHA512.HashDataAsync(stream, cancellationToken).ConfigureAwait(false));
        if (found != package.Integrity)
            throw new InferenceException(InferenceError.WrongNatives,
                $"The package {package.Package} {package.Version} is not what this program was made for: its SHA-512 is {found} "
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
