using System.Formats.Tar;
using System.IO.Compression;
using System.Security.Cryptography;
using ReasoningLsp.Inference.Download;
using ReasoningLsp.Inference.Libraries;
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
    /// <param name="progress">Told as bytes arrive, and of each time that something is asked for again.</param>
    /// <param name="cancellationToken">Stops it; what arrived is kept, to go on from.</param>
    /// <exception cref="InferenceException">It cannot be had, or is not the right one.</exception>
    public async Task InstallAsync(BackendPackage package, Uri registry, IProgress<DownloadProgress>? progress,
        CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(package);
        ArgumentNullException.ThrowIfNull(registry);
        var target = _installed.PathOf(package);
        var fresh = $"{target}.new.part";
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

    private FileStream Alone(BackendPackage package, string path)
    {
        // It is gone when a run ends, however that ends in order.
        var isTaken = File.Exists(path);
        try
        {
            Directory.CreateDirectory(_installed.Folder);
            return new FileStream(path, FileMode.OpenOrCreate, FileAccess.ReadWrite, FileShare.None, 1, FileOptions.DeleteOnClose);
        }
        catch (IOException error) when (isTaken)
        {
            throw new InferenceException(InferenceError.Unavailable, $"{package.Name} is being installed by another run already.", error);
        }
        catch (Exception error) when (error is IOException or UnauthorizedAccessException)
        {
            throw new InferenceException(InferenceError.NoFile,
                $"{package.Name} cannot be installed: {_installed.Folder} cannot be made or written. {error.Message}", error);
        }
    }

    private async Task<NativeBuild> UnpackAsync(NuGetBackend package, Uri feed, string folder, IProgress<DownloadProgress>? progress,
        CancellationToken cancellationToken)
    {
        var parts = package.Parts.ToLookup(part => part.Package);
        string ArchiveOf(string id) => $"{_installed.PathOf(package)}.{id}.nupkg";
        var packages = await NuGetFeed.PackagesAsync(_downloader, feed, _installed.PathOf(package) + ".index", progress, cancellationToken)
            .ConfigureAwait(false);
        // All of them first: what is interrupted goes on with those that are there.
        foreach (var each in parts)
            await GetAsync(package, NuGetFeed.AddressOf(packages, each.Key, package.Version), ArchiveOf(each.Key), progress,
                cancellationToken).ConfigureAwait(false);
        return await UnpackAsync(NativeBuild.LLamaSharp, [.. parts.Select(each => ArchiveOf(each.Key))], async () =>
        {
            foreach (var each in parts)
                await ExtractAsync(package, each, ArchiveOf(each.Key), folder, cancellationToken).ConfigureAwait(false);
        }, cancellationToken).ConfigureAwait(false);
    }

    private async Task ExtractAsync(NuGetBackend package, IGrouping<string, NuGetPart> parts, string archive, string folder,
        CancellationToken cancellationToken)
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

    private async Task<NativeBuild> UnpackAsync(NpmBackend package, Uri registry, string folder, IProgress<DownloadProgress>? progress,
        CancellationToken cancellationToken)
    {
        var archive = _installed.PathOf(package) + ".tgz";
        await GetAsync(package, package.Address(registry), archive, progress, cancellationToken).ConfigureAwait(false);
        return await UnpackAsync(NativeBuild.Npm, [archive], async () =>
        {
            await CheckAsync(archive, package, cancellationToken).ConfigureAwait(false);
            Directory.CreateDirectory(folder);
            await ExtractAsync(archive, folder, cancellationToken).ConfigureAwait(false);
        }, cancellationToken).ConfigureAwait(false);
    }

    /// <summary>Downloads an archive that no run which was interrupted left there.</summary>
    private Task GetAsync(BackendPackage package, Uri address, string archive, IProgress<DownloadProgress>? progress,
        CancellationToken cancellationToken) => File.Exists(archive) ? Task.CompletedTask
        // How much it takes is known about; a server could send without end.
        : _downloader.DownloadAsync(address, archive, null, progress, cancellationToken, 4L * package.Megabytes << 20);

    /// <summary>Unpacks archives, which are kept only where that is interrupted.</summary>
    private static async Task<NativeBuild> UnpackAsync(NativeBuild build, string[] archives, Func<Task> unpack,
        CancellationToken cancellationToken)
    {
        try
        {
            await unpack().ConfigureAwait(false);
            return build;
        }
        finally
        {
            if (!cancellationToken.IsCancellationRequested)
                Array.ForEach(archives, File.Delete);
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
