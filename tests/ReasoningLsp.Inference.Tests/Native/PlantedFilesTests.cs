using System.Diagnostics;
using ReasoningLsp.Inference.Hosting;
using ReasoningLsp.Inference.Libraries;
using ReasoningLsp.Inference.Requests;
using ReasoningLsp.Inference.Tests.Support;
using Xunit;

namespace ReasoningLsp.Inference.Tests.Native;

/// <summary>An engine that is started in a folder which somebody else filled, with that folder in PATH, takes nothing from there.</summary>
public sealed class PlantedFilesTests : IDisposable
{
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(30);

    private readonly ScratchFolder _folder = new();

    public PlantedFilesTests() => Assert.SkipUnless(OperatingSystem.IsLinux(), "It is read from /proc what a process has loaded.");

    public void Dispose() => _folder.Dispose();

    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public async Task Neither_a_library_nor_vulkaninfo_is_taken_from_the_current_folder_or_from_PATH(bool ofLLamaSharp)
    {
        var natives = ofLLamaSharp ? BackendFiles.LayInto(_folder["natives"]) : NativeFiles.DefaultFolder;
        var planted = Plant();
        var address = EngineAddress.For(natives, _folder["socket"]);
        using var engine = Process.Start(new ProcessStartInfo(EngineRun.Program,
            ["engine", "--natives", natives, "--threads", "1", "--socket-folder", address.Folder])
        {
            WorkingDirectory = planted,
            Environment = { ["PATH"] = planted, ["DOTNET_ROOT"] = Path.GetDirectoryName(Environment.ProcessPath) },
        })!;
        try
        {
            var since = Stopwatch.StartNew();
            while (!File.Exists(address.Socket) && !engine.HasExited && since.Elapsed < Patience)
                await Task.Delay(50, TestContext.Current.CancellationToken);
            await using var client = new EngineClient(address, new EngineLauncher(EngineRun.Program, ["none"]), TimeProvider.System);
            await client.DescribeAsync(new ModelReference(TinyModel.Write(_folder["m.gguf"])), TestContext.Current.CancellationToken);
            var loaded = await File.ReadAllTextAsync($"/proc/{engine.Id}/maps", TestContext.Current.CancellationToken);
            Assert.Contains(Path.GetFileName(NativeFiles.Find(natives)!.Llama), loaded, StringComparison.Ordinal);
            Assert.DoesNotContain(planted, loaded, StringComparison.Ordinal);
            Assert.False(File.Exists(Path.Combine(planted, "ran")), "vulkaninfo was run.");
        }
        finally
        {
            engine.Kill();
            await engine.WaitForExitAsync(CancellationToken.None);
        }
    }

    /// <summary>Each name that llama.cpp or LLamaSharp looks for, as a library that loads and a program that tells that it ran.</summary>
    private string Plant()
    {
        var planted = Directory.CreateDirectory(_folder["planted"]).FullName;
        var libraries = BackendFiles.LayInto(_folder["libraries"]);
        var any = NativeFiles.Find(libraries)!.GgmlBase;
        foreach (var variant in (string[])["", "runtimes/linux-x64/native", "runtimes/linux-x64/native/avx",
            "runtimes/linux-x64/native/avx2", "runtimes/linux-x64/native/avx512", "runtimes/linux-x64/native/noavx"])
        {
            var folder = Directory.CreateDirectory(Path.Combine(planted, variant)).FullName;
            foreach (var file in Directory.GetFiles(libraries, "*.so", SearchOption.AllDirectories))
                File.Copy(file, Path.Combine(folder, Path.GetFileName(file)), overwrite: true);
            foreach (var name in (string[])["libvulkan.so.1", "libggml-cpu-x64.so", "libggml-vulkan.so", "libllama.v0.5.0.so",
                "libggml.v0.5.0.so", "llama", "ggml", "ggml-base"])
                File.Copy(any, Path.Combine(folder, name));
        }

        var program = Path.Combine(planted, "vulkaninfo");
        File.WriteAllText(program, $"#!/bin/sh\n: > '{planted}/ran'\n");
        if (!OperatingSystem.IsWindows())
            File.SetUnixFileMode(program, UnixFileMode.UserRead | UnixFileMode.UserExecute);
        return planted;
    }
}
