using System.Text;
using System.Text.Json;
using ReasoningLsp.Inference.Backends;
using ReasoningLsp.Inference.Download;
using ReasoningLsp.Inference.Hosting;
using ReasoningLsp.Inference.Libraries;
using ReasoningLsp.Inference.Native;
using ReasoningLsp.Inference.Requests;
using ReasoningLsp.Inference.Tests.Support;
using Xunit;

namespace ReasoningLsp.Inference.Tests.Backends;

/// <summary>A NuGet feed on this machine gives out LLamaSharp's package, and lies about it in every way.</summary>
public sealed class NuGetBackendTests : IDisposable
{
    private const string Id = "LLamaSharp.Backend.Cpu";
    private const string Package = "flat/llamasharp.backend.cpu/0.30.0/llamasharp.backend.cpu.0.30.0.nupkg";

    private readonly ScratchFolder _folder = new();
    private readonly HttpClient _http = new();
    private readonly LoopbackRegistry _feed = new();
    private readonly PackageMaker _gallery = new();
    private readonly InstalledBackends _installed;

    public NuGetBackendTests()
    {
        _installed = new InstalledBackends(_folder["engines"], HasNvidia: false);
        Assert.SkipUnless(BackendCatalog.Here.Any(package => package.Name == "llamasharp"), "No such backend for this platform.");
        _feed.Files["index.json"] = Encoding.UTF8.GetBytes(JsonSerializer.Serialize(new Dictionary<string, object>
        {
            ["version"] = "3.0.0",
            ["resources"] = new Dictionary<string, string>[]
            {
                new() { ["@id"] = "http://127.0.0.1:9/search", ["@type"] = "SearchQueryService" },
                new() { ["@id"] = new Uri(_feed.Address, "flat/").AbsoluteUri, ["@type"] = "PackageBaseAddress/3.0.0" },
            },
        }));
    }

    private static NuGetBackend Backend => BackendCatalog.Here.OfType<NuGetBackend>().Single(package => package.Name == "llamasharp");

    public void Dispose()
    {
        _feed.Dispose();
        _gallery.Dispose();
        _http.Dispose();
        _folder.Dispose();
    }

    [Fact]
    public async Task The_package_as_it_is_served_is_installed_computes_and_is_used_where_it_is_named()
    {
        _feed.Files[Package] = await File.ReadAllBytesAsync(BackendFiles.Package, TestContext.Current.CancellationToken);
        var cut = false;
        _feed.BreaksAt = path => path == Package && !cut && (cut = true) ? 20_000_000 : int.MaxValue;
        await InstallAsync(PackageTrust.LLamaSharp);
        Assert.Equal(["index.json", Package, Package], _feed.Asked);
        Assert.Equal(["llamasharp"], _installed.Names);
        Assert.Equal(NativeFiles.DefaultFolder, _installed.Natives(null));
        var natives = _installed.Natives("llamasharp");
        Assert.Equal([natives], Directory.GetFileSystemEntries(_installed.Folder));
        Assert.Equal(6, Directory.GetFiles(natives, "*", SearchOption.AllDirectories).Length);
        var (code, output, error) = await EngineRun.RunAsync(_folder.Path, null, "engine", "--describe", "--natives", natives);
        Assert.True(code == 0, error);
        Assert.Equal(NativeBuild.LLamaSharp.Commit, JsonSerializer.Deserialize<EngineIdentity>(output, JsonSerializerOptions.Web)!.Commit);
        Assert.True(_installed.Remove(Backend));
        Assert.Empty(_installed.Names);
    }

    [Fact]
    public async Task One_changed_byte_of_it_is_found()
    {
        var bytes = await File.ReadAllBytesAsync(BackendFiles.Package, TestContext.Current.CancellationToken);
        bytes[bytes.Length / 2] ^= 1;
        _feed.Files[Package] = bytes;
        await RefusedAsync("it is not what was signed", PackageTrust.LLamaSharp);
    }

    [Fact]
    public async Task What_our_own_gallery_signs_is_installed_so_that_the_refusals_below_have_their_own_reasons()
    {
        _feed.Files[Package] = _gallery.Make(Id, NuGetBackend.Release, Libraries());
        await InstallAsync(_gallery.Trust);
        Assert.Equal(["llamasharp"], _installed.Names);
    }

    [Fact]
    public async Task Another_signer_is_refused_with_both_certificates()
    {
        _feed.Files[Package] = _gallery.Make(Id, NuGetBackend.Release, Libraries(), PackageTrust.LLamaSharp.Owner);
        var message = await RefusedAsync("signed with the certificate", PackageTrust.LLamaSharp);
        Assert.All([_gallery.Trust.Certificates[0], PackageTrust.LLamaSharp.Certificates[0]],
            certificate => Assert.Contains(certificate, message, StringComparison.Ordinal));
    }

    [Fact]
    public async Task Another_owner_version_or_id_and_no_signature_are_refused()
    {
        _feed.Files[Package] = _gallery.Make(Id, NuGetBackend.Release, Libraries(), "somebody else");
        await RefusedAsync("it belongs to somebody else", _gallery.Trust);
        _feed.Files[Package] = _gallery.Make(Id, "0.29.0", Libraries());
        await RefusedAsync("it is LLamaSharp.Backend.Cpu 0.29.0", _gallery.Trust);
        _feed.Files[Package] = _gallery.Make("LLamaSharp", NuGetBackend.Release, Libraries());
        await RefusedAsync("it is LLamaSharp 0.30.0", _gallery.Trust);
        _feed.Files[Package] = PackageMaker.Archive(Id, NuGetBackend.Release, Libraries(), null);
        await RefusedAsync("it is not signed", _gallery.Trust);
        _feed.Files[Package] = PackageMaker.Archive(Id, NuGetBackend.Release, Libraries(), [1, 2, 3]);
        await RefusedAsync("its signature does not hold", _gallery.Trust);
    }

    [Fact]
    public async Task A_signature_of_another_package_is_refused_and_so_is_a_file_that_was_added_behind_it()
    {
        using var other = new System.IO.Compression.ZipArchive(File.OpenRead(BackendFiles.Package));
        using var signature = new MemoryStream();
        await (await other.GetEntry(".signature.p7s")!.OpenAsync(TestContext.Current.CancellationToken))
            .CopyToAsync(signature, TestContext.Current.CancellationToken);
        _feed.Files[Package] = PackageMaker.Archive(Id, NuGetBackend.Release, Libraries(), signature.ToArray());
        await RefusedAsync("it is not what was signed", PackageTrust.LLamaSharp);

        using var bytes = new MemoryStream();
        bytes.Write(_gallery.Make(Id, NuGetBackend.Release, Libraries()));
        using (var archive = new System.IO.Compression.ZipArchive(bytes, System.IO.Compression.ZipArchiveMode.Update, leaveOpen: true))
            archive.CreateEntry("LLamaSharpRuntimes/linux-x64/native/noavx/libevil.so");
        _feed.Files[Package] = bytes.ToArray();
        await RefusedAsync("not its last file", _gallery.Trust);
    }

    [Theory]
    [InlineData("LLamaSharpRuntimes/linux-x64/native/noavx/../../../../../../evil.so")]
    [InlineData("LLamaSharpRuntimes/linux-x64/native/noavx/..\\..\\evil.so")]
    [InlineData("/tmp/evil.so")]
    public async Task A_path_that_leaves_the_folder_is_refused_whoever_signed_it(string path)
    {
        _feed.Files[Package] = _gallery.Make(Id, NuGetBackend.Release, Libraries((path, [1])));
        await RefusedAsync("a path that leaves its folder", _gallery.Trust);
        Assert.DoesNotContain(Directory.GetFiles(_folder.Path, "*", SearchOption.AllDirectories),
            file => file.Contains("evil", StringComparison.Ordinal));
    }

    [Fact]
    public async Task Another_build_in_the_right_package_is_refused_and_so_is_one_without_libraries()
    {
        var libraries = Libraries();
        var name = libraries.Keys.First(key => key.Contains("noavx", StringComparison.Ordinal) && key.Contains("ggml-base",
            StringComparison.Ordinal));
        var at = libraries[name].AsSpan().IndexOf(Encoding.ASCII.GetBytes(NativeBuild.LLamaSharp.Commit));
        "0123abcde"u8.CopyTo(libraries[name].AsSpan(at));
        _feed.Files[Package] = _gallery.Make(Id, NuGetBackend.Release, libraries);
        await RefusedAsync("commit 0123abcde of llama.cpp where", _gallery.Trust);
        // Known, and not the one that belongs to this package.
        Encoding.ASCII.GetBytes(NativeBuild.Npm.Commit + "\0\0", libraries[name].AsSpan(at));
        _feed.Files[Package] = _gallery.Make(Id, NuGetBackend.Release, libraries);
        await RefusedAsync($"commit {NativeBuild.Npm.Commit} of llama.cpp where {NativeBuild.LLamaSharp.Commit} is expected",
            _gallery.Trust);
        _feed.Files[Package] = _gallery.Make(Id, NuGetBackend.Release, new Dictionary<string, byte[]>());
        await RefusedAsync("hold no llama.cpp libraries", _gallery.Trust);
    }

    [Fact]
    public async Task Half_a_file_a_page_and_an_address_that_is_no_feed_are_refused()
    {
        var whole = _gallery.Make(Id, NuGetBackend.Release, Libraries());
        _feed.Files[Package] = whole[..(whole.Length / 2)];
        await RefusedAsync("cannot be unpacked", _gallery.Trust);
        _feed.Files[Package] = whole;
        _feed.BreaksAt = path => path == Package ? whole.Length / 2 : int.MaxValue;
        await RefusedAsync("could not be downloaded", _gallery.Trust, leaves: 1);
        _feed.BreaksAt = null;
        // What arrived is gone on from.
        await InstallAsync(_gallery.Trust);
        Assert.True(_installed.Remove(Backend));

        _feed.Files[Package] = [.. "<html>not found</html>"u8];
        await RefusedAsync("cannot be unpacked", _gallery.Trust);
        _feed.Files.Remove(Package);
        await RefusedAsync("404", _gallery.Trust);
        _feed.Files["index.json"] = [.. "{\"resources\":[{\"@id\":1,\"@type\":\"PackageBaseAddress/3.0.0\"},3]}"u8];
        await RefusedAsync("is no NuGet v3 feed", _gallery.Trust);
    }

    [Fact]
    public async Task A_package_that_an_interrupted_run_has_whole_is_not_got_again_and_a_false_one_is_not_kept()
    {
        var archive = $"{_installed.PathOf(Backend)}.{Id}.nupkg";
        Directory.CreateDirectory(_installed.Folder);
        await File.WriteAllTextAsync(archive, "false", TestContext.Current.CancellationToken);
        await RefusedAsync("cannot be unpacked", _gallery.Trust);
        await File.WriteAllBytesAsync(archive, _gallery.Make(Id, NuGetBackend.Release, Libraries()), TestContext.Current.CancellationToken);
        await InstallAsync(_gallery.Trust);
        Assert.Equal(["index.json", "index.json"], _feed.Asked);
        Assert.Equal([_installed.PathOf(Backend)], Directory.GetFileSystemEntries(_installed.Folder));
    }

    [Fact]
    public async Task A_folder_that_cannot_be_made_is_named()
    {
        await File.WriteAllTextAsync(_folder["engines"], "a file", TestContext.Current.CancellationToken);
        var error = await Assert.ThrowsAsync<InferenceException>(() => InstallAsync(_gallery.Trust));
        Assert.Contains($"llamasharp cannot be installed: {_installed.Folder} cannot be made or written", error.Message,
            StringComparison.Ordinal);
    }

    [Fact]
    public void A_build_for_an_NVIDIA_GPU_is_used_by_itself_where_there_is_one_and_only_there()
    {
        foreach (var package in BackendCatalog.Here)
            Directory.CreateDirectory(_installed.PathOf(package));
        Assert.Equal("vulkan", BackendCatalog.Here.Any(package => package.Name == "vulkan") ? _installed.Default : "vulkan");
        Assert.Equal("cuda12", (_installed with { HasNvidia = true }).Default);
        Assert.Equal(_installed.PathOf(BackendCatalog.Here[0]), _installed.Natives("cuda12"));
    }

    [Fact]
    public void There_is_none_for_musl_on_which_those_for_Linux_cannot_be_loaded()
    {
        Assert.Empty(BackendCatalog.For("linux-musl-x64"));
        Assert.Empty(BackendCatalog.For("alpine.3.22-x64"));
        Assert.Equal(BackendCatalog.Here, BackendCatalog.For("linux-x64"));
    }

    private Task InstallAsync(PackageTrust trust) =>
        new BackendInstaller(
            new Downloader(_http, TimeProvider.System, TimeSpan.FromSeconds(5), TimeSpan.FromMilliseconds(1), "ask"), _installed,
            (natives, stop) => EngineProbe.CommitAsync(EngineRun.Launcher, natives, TimeProvider.System, stop),
            trust).InstallAsync(Backend, new Uri(_feed.Address, "index.json"), null, TestContext.Current.CancellationToken);

    /// <summary>It is refused for this reason, and nothing is left but what a download goes on from.</summary>
    private async Task<string> RefusedAsync(string reason, PackageTrust trust, int leaves = 0)
    {
        var error = await Assert.ThrowsAsync<InferenceException>(() => InstallAsync(trust));
        Assert.Contains(reason, error.Message, StringComparison.Ordinal);
        Assert.Empty(_installed.Names);
        Assert.Equal(leaves, Directory.GetFileSystemEntries(_installed.Folder).Length);
        return error.Message;
    }

    /// <summary>This platform's libraries, as the package holds them; of llama.cpp only what is looked into.</summary>
    private Dictionary<string, byte[]> Libraries(params (string Path, byte[] Content)[] more)
    {
        var folder = BackendFiles.LayInto(_folder[Path.GetRandomFileName()]);
        var root = $"LLamaSharpRuntimes/{Backend.Platform}/native/";
        var files = Directory.GetFiles(folder).ToDictionary(file => $"{root}noavx/{Path.GetFileName(file)}",
            file => Path.GetFileName(file).Contains("ggml-base", StringComparison.Ordinal) ? File.ReadAllBytes(file) : [.. "x"u8]);
        foreach (var (path, content) in more)
            files[path] = content;
        return files;
    }
}
