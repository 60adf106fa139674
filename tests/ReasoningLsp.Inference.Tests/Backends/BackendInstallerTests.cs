using System.Formats.Tar;
using System.IO.Compression;
using System.Net;
using System.Security.Cryptography;
using ReasoningLsp.Inference.Backends;
using ReasoningLsp.Inference.Download;
using ReasoningLsp.Inference.Native;
using ReasoningLsp.Inference.Tests.Support;
using Xunit;

namespace ReasoningLsp.Inference.Tests.Backends;

/// <summary>A registry on this machine gives out packages: the pinned one is installed whole, anything else is refused.</summary>
public sealed class BackendInstallerTests : IDisposable
{
    private readonly ScratchFolder _folder = new();
    private readonly HttpClient _http = new();
    private readonly HttpListener _registry = new();
    private readonly InstalledBackends _installed;
    private readonly List<string> _asked = [];

    public BackendInstallerTests()
    {
        _installed = new InstalledBackends(_folder["engines"]);
        Assert.SkipWhen(BackendCatalog.Here.IsEmpty, "No backend can be added on this platform.");
        Assert.SkipUnless(NativeFiles.Find(NativeFiles.DefaultFolder) is not null, "llama.cpp's libraries are not installed.");
    }

    private static BackendPackage Pinned => BackendCatalog.Here[^1];

    private Uri Registry { get; } = new($"http://127.0.0.1:{FreePort()}/npm/");

    public void Dispose()
    {
        _registry.Close();
        _http.Dispose();
        _folder.Dispose();
    }

    [Fact]
    public async Task The_pinned_package_is_unpacked_without_what_is_not_needed_and_used_from_then_on()
    {
        var archive = Archive(Libraries("vulkan"), ("package/package.json", "{}"), ("package/bins/linux-x64-vulkan/llama-addon.node", "x"),
            ("package/bins/linux-x64-vulkan/libllama-common.so", "x"));
        Serve(archive);
        Assert.Equal(NativeFiles.DefaultFolder, _installed.Natives(null));
        await InstallAsync(Of(archive));
        Assert.Equal($"/npm/@node-llama-cpp/{Pinned.Package}/-/{Pinned.Package}-{BackendPackage.Version}.tgz", Assert.Single(_asked));
        Assert.Equal([Pinned.Name], _installed.Names);
        var natives = _installed.Natives(null);
        Assert.Equal(_installed.PathOf(Pinned.Name), natives);
        Assert.Equal(["libggml-base.so", "libggml.vulkan.v0.5.0.so", "libllama.vulkan.v0.5.0.so"],
            Directory.GetFiles(natives).Select(Path.GetFileName).Order(StringComparer.Ordinal));
        Assert.Equal(NativeFiles.DefaultFolder, _installed.Natives(InstalledBackends.BuiltIn));
        Assert.Equal([natives], Directory.GetFileSystemEntries(_installed.Folder));
        Assert.True(_installed.Remove(Pinned.Name));
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
        var archive = Archive([("package/bins/x/libllama.vulkan.v0.6.0.so", "x"), ("package/bins/x/libggml.vulkan.v0.6.0.so", "x"),
            ("package/bins/x/libggml-base.so", "x")]);
        Serve(archive);
        var error = await Assert.ThrowsAsync<InferenceException>(() => InstallAsync(Of(archive)));
        Assert.Contains("another build", error.Message, StringComparison.Ordinal);
        Assert.Empty(_installed.Names);
    }

    [Fact]
    public async Task A_package_without_libraries_or_that_is_no_archive_is_refused()
    {
        var archive = Archive([("package/index.js", "x")]);
        Serve(archive);
        Assert.Contains("holds no llama.cpp", (await Assert.ThrowsAsync<InferenceException>(() => InstallAsync(Of(archive)))).Message,
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
        var archive = Archive(Libraries("vulkan"), ("package/bins/x/../../../../evil.so", "x"), ("/tmp/evil.so", "x"), ("../evil.so", "x"),
            ("package/bins/x/..\\evil.so", "x"));
        Serve(archive);
        await InstallAsync(Of(archive));
        Assert.DoesNotContain(Directory.GetFiles(_folder.Path, "*", SearchOption.AllDirectories),
            file => file.Contains("evil", StringComparison.Ordinal) && Path.GetDirectoryName(file) != _installed.PathOf(Pinned.Name));
    }

    [Fact]
    public async Task A_download_that_was_cut_off_goes_on_where_it_was()
    {
        var archive = Archive(Libraries("vulkan"));
        Serve(archive, firstAnswer: archive.Length / 2);
        await InstallAsync(Of(archive));
        Assert.Equal(2, _asked.Count);
        Assert.Equal([Pinned.Name], _installed.Names);
    }

    [Fact]
    public void A_backend_that_is_not_installed_is_refused_with_the_remedy()
    {
        var error = Assert.Throws<InferenceException>(() => _installed.Natives("cuda"));
        Assert.Contains("models engine install cuda", error.Message, StringComparison.Ordinal);
    }

    private Task InstallAsync(BackendPackage package) =>
        new BackendInstaller(new Downloader(_http, TimeProvider.System, TimeSpan.FromSeconds(5), TimeSpan.FromMilliseconds(1)),
        _installed).InstallAsync(package, Registry, null, TestContext.Current.CancellationToken);

    private static BackendPackage Of(byte[] archive) => Pinned with { Integrity = Convert.ToBase64String(SHA512.HashData(archive)) };

    private static (string Name, string Content)[] Libraries(string backend) =>
        [($"package/bins/linux-x64-{backend}/libllama.{backend}.v0.5.0.so", "llama"),
        ($"package/bins/linux-x64-{backend}/libggml.{backend}.v0.5.0.so", "ggml"),
        ($"package/bins/linux-x64-{backend}/libggml-base.so", "base")];

    private static byte[] Archive((string Name, string Content)[] files, params (string Name, string Content)[] more)
    {
        using var bytes = new MemoryStream();
        using (var zipped = new GZipStream(bytes, CompressionLevel.Fastest, leaveOpen: true))
        using (var tar = new TarWriter(zipped, TarEntryFormat.Pax))
        {
            foreach (var (name, content) in files.Concat(more))
                tar.WriteEntry(new PaxTarEntry(TarEntryType.RegularFile,
                    name)
                { DataStream = new MemoryStream(System.Text.Encoding.UTF8.GetBytes(content)) });
            tar.WriteEntry(new PaxTarEntry(TarEntryType.SymbolicLink, "package/bins/x/evil.so") { LinkName = "/etc/passwd" });
        }

        return bytes.ToArray();
    }

    private static int FreePort()
    {
        using var probe = new System.Net.Sockets.TcpListener(IPAddress.Loopback, 0);
        probe.Start();
        return ((IPEndPoint)probe.LocalEndpoint).Port;
    }

    private void Serve(byte[] archive, int firstAnswer = int.MaxValue)
    {
        if (_registry.IsListening)
            _registry.Stop();
        _registry.Prefixes.Clear();
        _registry.Prefixes.Add(Registry.AbsoluteUri);
        _registry.Start();
        _ = AnswerAsync(archive, firstAnswer);
    }

    private async Task AnswerAsync(byte[] archive, int firstAnswer)
    {
        try
        {
            while (true)
            {
                var context = await _registry.GetContextAsync();
                _asked.Add(context.Request.Url!.AbsolutePath);
                var from = context.Request.Headers["Range"] is { } range
                    ? int.Parse(range["bytes=".Length..].TrimEnd('-'), System.Globalization.CultureInfo.InvariantCulture) : 0;
                var response = context.Response;
                response.Headers["ETag"] = "\"v1\"";
                response.ContentLength64 = archive.Length - from;
                if (from > 0)
                {
                    response.StatusCode = 206;
                    response.Headers["Content-Range"] = $"bytes {from}-{archive.Length - 1}/{archive.Length}";
                }

                var count = Math.Min(archive.Length - from, _asked.Count == 1 ? firstAnswer : int.MaxValue);
                await response.OutputStream.WriteAsync(archive.AsMemory(from, count));
                await response.OutputStream.FlushAsync();
                if (count < archive.Length - from)
                    response.Abort();
                else
                    response.Close();
            }
        }
        catch (Exception error) when (error is HttpListenerException or ObjectDisposedException or InvalidOperationException)
        {
            // Closed.
        }
    }
}
