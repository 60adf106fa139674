using System.Diagnostics;
using System.Globalization;
using ReasoningLsp.Inference.Libraries;
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
    public static NativeLoop? TryStart(string natives, string model, int threads, int cells, bool isFused = false)
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
            {
                // The engine's thread lets others go before it; what else runs meets both alike.
                string[] started = OperatingSystem.IsWindows() ? [program] : ["nice", "-n", "10", program];
                return new NativeLoop(Start(started[0],
                    [.. started[1..], natives, model, threads.ToString(CultureInfo.InvariantCulture),
                        cells.ToString(CultureInfo.InvariantCulture), modules ? "1" : "0", isFused ? "1" : "0"]),
                    folder);
            }
        }
        catch (System.ComponentModel.Win32Exception)
        {
            // No compiler.
        }

        Directory.Delete(folder, recursive: true);
        return null;
    }

    /// <summary>How long so many tokens take.</summary>
    public TimeSpan Decode(int tokens) => Ask(string.Create(CultureInfo.InvariantCulture, $"{tokens}"))[0];

    /// <summary>How long it takes to write so many texts of one prompt, the likeliest token each time; and how long the prompt with the
    /// first token takes.</summary>
    public (TimeSpan All, TimeSpan First) Write(int prompt, int texts, int tokens) =>
        Ask(string.Create(CultureInfo.InvariantCulture, $"{prompt} {texts} {tokens}")) is [var all, var first] ? (all, first)
        : throw new InvalidOperationException("The loop in C does not write.");

    private TimeSpan[] Ask(string line)
    {
        _process.StandardInput.WriteLine(line);
        _process.StandardInput.Flush();
        var answer = _process.StandardOutput.ReadLine() ?? throw new InvalidOperationException("The loop in C ended.");
        return [.. answer.Split(' ').Select(part =>
            TimeSpan.FromTicks(long.Parse(part, CultureInfo.InvariantCulture) / TimeSpan.NanosecondsPerTick))];
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
