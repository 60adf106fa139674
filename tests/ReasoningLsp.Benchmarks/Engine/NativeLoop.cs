using System.Diagnostics;
using System.Globalization;
using ReasoningLsp.Inference.Native;
using ReasoningLsp.TestSupport;

namespace ReasoningLsp.Benchmarks.Engine;

/// <summary>The same loop in C, as a process that decodes as many tokens as it is told.</summary>
internal sealed class NativeLoop : IDisposable
{
    private readonly Process _process;
    private readonly string _folder;

    private NativeLoop(Process process, string folder)
    {
        _process = process;
        _folder = folder;
    }

    /// <summary>Compiles and starts it; null where there is no C compiler.</summary>
    public static NativeLoop? TryStart(string natives, string model, int threads, int cells)
    {
        var folder = Directory.CreateTempSubdirectory("reasoning-loop-").FullName;
        var program = Path.Combine(folder, "loop");
        var files = NativeFiles.Find(natives) ?? throw NativeFiles.Missing(natives);
        // npm's build loads what computes; LLamaSharp's is linked with it.
        var modules = Path.GetFileName(files.Llama) != "libllama.so";
        string[] libraries = [files.Llama, files.Ggml, files.GgmlBase,
            .. modules ? [] : files.Devices().Select(group => group.First())];
        try
        {
            using var compiler = Start("cc",
                ["-O2", "-o", program, Repository.Path("tests/ReasoningLsp.Benchmarks/Engine/loop.c"), "-Wl,--no-as-needed",
                .. libraries,
                .. libraries.Select(Path.GetDirectoryName).Distinct().Select(path => $"-Wl,-rpath,{path}")]);
            compiler.StandardOutput.ReadToEnd();
            compiler.WaitForExit();
            if (compiler.ExitCode == 0)
                return new NativeLoop(Start(program,
                    [natives, model, threads.ToString(CultureInfo.InvariantCulture), cells.ToString(CultureInfo.InvariantCulture),
                        modules ? "1" : "0"]),
                    folder);
        }
        catch (System.ComponentModel.Win32Exception)
        {
            // No compiler.
        }

        Directory.Delete(folder, recursive: true);
        return null;
    }

    /// <summary>How long so many tokens take.</summary>
    public TimeSpan Decode(int tokens)
    {
        _process.StandardInput.WriteLine(tokens);
        _process.StandardInput.Flush();
        var answer = _process.StandardOutput.ReadLine() ?? throw new InvalidOperationException("The loop in C ended.");
        return TimeSpan.FromTicks(long.Parse(answer, CultureInfo.InvariantCulture) / TimeSpan.NanosecondsPerTick);
    }

    public void Dispose()
    {
        _process.StandardInput.Close();
        _process.WaitForExit();
        _process.Dispose();
        Directory.Delete(_folder, recursive: true);
    }

    private static Process Start(string program, string[] arguments)
    {
        var start = new ProcessStartInfo(program) { RedirectStandardInput = true, RedirectStandardOutput = true, UseShellExecute = false };
        foreach (var argument in arguments)
            start.ArgumentList.Add(argument);
        return Process.Start(start)!;
    }
}
