using System.Formats.Tar;
using System.IO.Compression;
using System.Security.Cryptography;
using System.Text;
using ReasoningLsp.Inference.Backends;
using ReasoningLsp.Inference.Download;
using ReasoningLsp.Inference.Hosting;
using ReasoningLsp.Inference.Libraries;
using ReasoningLsp.Inference.Native;
using ReasoningLsp.Inference.Tests.Support;
using Xunit;

namespace ReasoningLsp.Inference.Tests.Backends;

/// <summary>A registry on this machine gives out packages: the pinned one is installed whole, anything else is refused.</summary>
public sealed class BackendInstallerTests : IDisposable
{
    private readonly ScratchFolder _folder = new();
    private readonly HttpClient _http = new();
    private readonly LoopbackRegistry _registry = new();
    private readonly InstalledBackends _installed;

    public BackendInstallerTests()
    {
        _installed = new InstalledBackends(_folder["engines"], HasNvidia: false);
        Assert.SkipUnless(BackendCatalog.Here.OfType<NpmBackend>().Any(), "No backend can be added on this platform.");
        Assert.SkipUnless(NativeFiles.Find(NativeFiles.DefaultFolder) is not null, "llama.cpp's libraries are not installed.");
    }

    private static byte[] Some => [.. "x"u8];

    // Of whichever build the program has here.
    private static byte[] GgmlBase(string commit)
    {
        var bytes = File.ReadAllBytes(NativeFiles.Find(NativeFiles.DefaultFolder)!.GgmlBase);
        var found = NativeBuild.Known.Single(build => bytes.AsSpan().IndexOf(Encoding.ASCII.GetBytes(build.Commit + "\0")) >= 0);
        return BackendFiles.Naming(bytes, found.Commit, commit);
    }

    private static NpmBackend Pinned => BackendCatalog.Here.OfType<NpmBackend>().Last();

    private static string Path => $"@node-llama-cpp/{Pinned.Package}/-/{Pinned.Package}-{Pinned.Version}.tgz";

    public void Dispose()
    {
        _registry.Dispose();
        _http.Dispose();
        _folder.Dispose();
    }

    [Fact]
    public async Task The_pinned_package_is_unpacked_without_what_is_not_needed_and_used_from_then_on()
    {
        var archive = Archive(Libraries("vulkan"), ("package/package.json", Some), ("package/bins/linux-x64-vulkan/llama-addon.node", Some),
            ("package/bins/linux-x64-vulkan/libllama-common.so", Some));
        Serve(archive);
        Assert.Equal(NativeFiles.DefaultFolder, _installed.Natives(null));
        await InstallAsync(Of(archive));
        Assert.Equal(Path, Assert.Single(_registry.Asked));
        Assert.Equal([Pinned.Name], _installed.Names);
        var natives = _installed.Natives(null);
        Assert.Equal(_installed.PathOf(Pinned), natives);
        Assert.Equal(["libggml-base.so", "libggml.vulkan.v0.5.0.so", "libllama.vulkan.v0.5.0.so"],
            Directory.GetFiles(natives).Select(System.IO.Path.GetFileName).Order(StringComparer.Ordinal));
        Assert.Equal(NativeFiles.DefaultFolder, _installed.Natives(InstalledBackends.BuiltIn));
        Assert.Equal([natives], Directory.GetFileSystemEntries(_installed.Folder));
        Assert.True(_installed.Remove(Pinned));
        Assert.Empty(_installed.Names);
    }

    [Fact]
    public async Task A_package_of_another_content_is_refused_and_nothing_is_left()
    {
        var archive = Archive(Libraries("vulkan"));
        Serve(archive);
        var error = await Assert.ThrowsAsync<InferenceException>(() => InstallAsync(Of(archive) with { Integrity = Pinned.Integrity }));
        Assert.Equal(InferenceError.WrongNatives, error.Kind);
        Assert.Contains(Pinned.Integrity, error.Message, StringComparison.Ordinal);
        Assert.Empty(Directory.GetFileSystemEntries(_installed.Folder));
    }

    [Fact]
    public async Task A_package_of_another_build_is_refused()
    {
        var archive = Archive(Libraries("vulkan", "0123abc"));
        Serve(archive);
        var error = await Assert.ThrowsAsync<InferenceException>(() => InstallAsync(Of(archive)));
        Assert.Contains("commit 0123abc of llama.cpp where", error.Message, StringComparison.Ordinal);
        Assert.Empty(_installed.Names);
    }

    [Fact]
    public async Task A_package_without_libraries_or_that_is_no_archive_is_refused()
    {
        var archive = Archive([("package/index.js", Some)]);
        Serve(archive);
        Assert.Contains("hold no llama.cpp", (await Assert.ThrowsAsync<InferenceException>(() => InstallAsync(Of(archive)))).Message,
            StringComparison.Ordinal);
        byte[] page = [.. "<html>not found</html>"u8];
        Serve(page);
        Assert.Contains("cannot be unpacked", (await Assert.ThrowsAsync<InferenceException>(() => InstallAsync(Of(page)))).Message,
            StringComparison.Ordinal);
        Assert.Empty(Directory.GetFileSystemEntries(_installed.Folder));
    }

    [Fact]
    public async Task Names_that_lead_elsewhere_and_links_are_not_unpacked()
    {
        var archive = Archive(Libraries("vulkan"), ("package/bins/x/../../../../evil.so", Some), ("/tmp/evil.so", Some),
            ("../evil.so", Some), ("package/bins/x/..\\evil.so", Some));
        Serve(archive);
        await InstallAsync(Of(archive));
        Assert.DoesNotContain(Directory.GetFiles(_folder.Path, "*", SearchOption.AllDirectories),
            file => file.Contains("evil", StringComparison.Ordinal) && System.IO.Path.GetDirectoryName(file) != _installed.PathOf(Pinned));
    }

    [Fact]
    public async Task A_download_that_was_cut_off_goes_on_where_it_was()
    {
        var archive = Archive(Libraries("vulkan"));
        Serve(archive);
        _registry.BreaksAt = _ => _registry.Asked.Count == 1 ? archive.Length / 2 : int.MaxValue;
        await InstallAsync(Of(archive));
        Assert.Equal(2, _registry.Asked.Count);
        Assert.Equal([Pinned.Name], _installed.Names);
    }

    [Fact]
    public void A_backend_that_is_not_installed_is_refused_with_the_remedy()
    {
        var error = Assert.Throws<InferenceException>(() => _installed.Natives("cuda"));
        Assert.Contains("models engine install cuda", error.Message, StringComparison.Ordinal);
    }

    private Task InstallAsync(NpmBackend package) =>
        new BackendInstaller(new Downloader(_http, TimeProvider.System, TimeSpan.FromSeconds(5), TimeSpan.FromMilliseconds(1), "ask"),
        _installed,
        (natives, stop) => EngineProbe.CommitAsync(EngineRun.Launcher, natives, TimeProvider.System, stop))
        .InstallAsync(package, _registry.Address, null, TestContext.Current.CancellationToken);

    private static NpmBackend Of(byte[] archive) => Pinned with { Integrity = Convert.ToBase64String(SHA512.HashData(archive)) };

    private static (string Name, byte[] Content)[] Libraries(string backend, string? commit = null) =>
        [($"package/bins/linux-x64-{backend}/libllama.{backend}.v0.5.0.so", Some),
        ($"package/bins/linux-x64-{backend}/libggml.{backend}.v0.5.0.so", Some),
        ($"package/bins/linux-x64-{backend}/libggml-base.so", GgmlBase(commit ?? NativeBuild.Npm.Commit))];

    private static byte[] Archive((string Name, byte[] Content)[] files, params (string Name, byte[] Content)[] more)
    {
        using var bytes = new MemoryStream();
        using (var zipped = new GZipStream(bytes, CompressionLevel.Fastest, leaveOpen: true))
        using (var tar = new TarWriter(zipped, TarEntryFormat.Pax))
        {
            foreach (var (name, content) in files.Concat(more))
                tar.WriteEntry(new PaxTarEntry(TarEntryType.RegularFile,
                    name)
                { DataStream = new MemoryStream(content) });
            tar.WriteEntry(new PaxTarEntry(TarEntryType.SymbolicLink, "package/bins/x/evil.so") { LinkName = "/etc/passwd" });
        }

        return bytes.ToArray();
    }

    private void Serve(byte[] archive) => _registry.Files[Path] = archive;
}
