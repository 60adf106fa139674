using System.Diagnostics;
using System.Net.Sockets;
using ReasoningLsp.Inference.Hosting;
using ReasoningLsp.Inference.Libraries;
using ReasoningLsp.Inference.Tests.Support;
using Xunit;

namespace ReasoningLsp.Inference.Tests.Libraries;

/// <summary>What lies in the place of a library and is none is told in a sentence; the loader would wait for it, or die of it.</summary>
public sealed class NativeFileTests : IDisposable
{
    private static readonly TimeSpan NoHang = TimeSpan.FromSeconds(60);

    private readonly ScratchFolder _folder = new();
    private readonly List<Socket> _sockets = [];

    public void Dispose()
    {
        _sockets.ForEach(socket => socket.Dispose());
        _folder.Dispose();
    }

    [Theory]
    [InlineData("pipe", "it is empty, or a pipe or a device")]
    [InlineData("device", "it is empty, or a pipe or a device")]
    [InlineData("socket", "it is empty, or a pipe or a device")]
    [InlineData("folder", "it is a folder")]
    [InlineData("nothing", "it is empty, or a pipe or a device")]
    [InlineData("half", "is cut off: ")]
    [InlineData("all but a page", "is cut off: ")]
    public async Task It_is_refused_with_its_path_whichever_library_it_is(string what, string reason)
    {
        Assert.SkipUnless(OperatingSystem.IsLinux(), "Pipes and devices are made as Linux makes them.");
        // A folder in the place of the last is none of its files, and the loader tells that the library is missing.
        foreach (var library in ((string[])["libllama.so", "libggml.so", "libggml-base.so", "libggml-cpu.so"])
            .Take(what == "folder" ? 3 : 4))
        {
            var natives = BackendFiles.LayInto(_folder[$"{library}.{what.Length}"]);
            var path = Directory.GetFiles(natives, library, SearchOption.AllDirectories)
                .First(file => library != "libggml-cpu.so" || Path.GetFileName(Path.GetDirectoryName(file)) == NativeFiles.LinkedVariant);
            await PutAsync(what, path);
            var (code, _, error) = await EngineRun.RunAsync(_folder.Path, null, "engine", "--describe", "--natives", natives)
                .WaitAsync(NoHang, TestContext.Current.CancellationToken);
            Assert.Equal(2, code);
            Assert.Contains(path, error, StringComparison.Ordinal);
            Assert.Contains(reason, error, StringComparison.Ordinal);
            // A scorer asks for the address and for the build's name before any process is started.
            if (what == "pipe" && !library.Contains("cpu", StringComparison.Ordinal))
                Assert.All([() => EngineAddress.For(natives, _folder["socket"]), () => EngineBuild.Of(natives)],
                    (Action<Func<object>>)(ask => Assert.Throws<InferenceException>(ask)));
        }
    }

    [Fact]
    public void What_is_cut_off_is_told_with_the_remedy_and_whole_libraries_are_let_through()
    {
        var natives = BackendFiles.LayInto(_folder["natives"]);
        var files = Directory.GetFiles(natives, "*", SearchOption.AllDirectories).Concat(Directory.GetFiles(NativeFiles.DefaultFolder));
        Assert.All(files, NativeFile.Check);
        var path = NativeFiles.Find(natives)!.Llama;
        using (var file = new FileStream(path, FileMode.Open))
            file.SetLength(file.Length - 4_096);
        if (OperatingSystem.IsLinux())
            Assert.Contains("models engine install", Assert.Throws<InferenceException>(() => NativeFile.Check(path)).Message,
                StringComparison.Ordinal);
        byte[] absurd = [.. "\u007fELF\u0002\u0001"u8, .. new byte[58]];
        BitConverter.TryWriteBytes(absurd.AsSpan(32), long.MaxValue);
        BitConverter.TryWriteBytes(absurd.AsSpan(54), 56 | (1 << 16));
        File.WriteAllBytes(path, absurd);
        Assert.Throws<InferenceException>(() => NativeFile.Check(path));
        // Whatever else is no library the loader tells.
        File.WriteAllBytes(path, [.. "\u007fELF\u0002\u0001"u8, .. Enumerable.Repeat((byte)0xff, 99)]);
        NativeFile.Check(path);
        File.WriteAllText(path, "no library");
        NativeFile.Check(path);
    }

    private async Task PutAsync(string what, string path)
    {
        switch (what)
        {
            case "half" or "all but a page":
                using (var file = new FileStream(path, FileMode.Open))
                    file.SetLength(what == "half" ? file.Length / 2 : file.Length - 4_096);
                return;
            case "nothing":
                File.WriteAllBytes(path, []);
                return;
        }

        File.Delete(path);
        switch (what)
        {
            case "pipe":
                using (var made = Process.Start("mkfifo", [path]))
                    await made.WaitForExitAsync();
                break;
            case "device":
                File.CreateSymbolicLink(path, "/dev/zero");
                break;
            case "socket":
                // It is gone from its folder when it is closed.
                _sockets.Add(new Socket(AddressFamily.Unix, SocketType.Stream, ProtocolType.Unspecified));
                _sockets[^1].Bind(new UnixDomainSocketEndPoint(path));
                break;
            default:
                Directory.CreateDirectory(path);
                break;
        }
    }
}
