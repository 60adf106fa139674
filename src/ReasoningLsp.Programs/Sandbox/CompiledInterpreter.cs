using System.Security.Cryptography;
using Wasmtime;

namespace ReasoningLsp.Programs.Sandbox;

/// <summary>The interpreter compiled for this machine: kept in the cache, because compiling it takes seconds of every core.</summary>
/// <param name="Engine">Runs it.</param>
/// <param name="Module">Its code.</param>
internal sealed record CompiledInterpreter(Engine Engine, Module Module) : IDisposable
{
    private const int MostStack = 2 << 20;

    /// <summary>Compiles it, or takes what was compiled before.</summary>
    /// <exception cref="SandboxUnavailableException">The file is another than the one that is meant, or cannot be used here.</exception>
    public static CompiledInterpreter Open(InterpreterFiles files, string cacheFolder)
    {
        WasmLibrary.Need(files.Library);
        Engine? engine = null;
        try
        {
            using var config = new Config().WithEpochInterruption(true).WithMaximumStackSize(MostStack)
                .WithWasmThreads(false).WithMultiMemory(false).WithMemory64(false);
            engine = new Engine(config);
            return new CompiledInterpreter(engine, Load(engine, files, cacheFolder));
        }
        catch (Exception error) when (error is WasmtimeException or IOException or UnauthorizedAccessException)
        {
            engine?.Dispose();
            throw new SandboxUnavailableException(error.Message, error);
        }
    }

    /// <inheritdoc/>
    public void Dispose()
    {
        Module.Dispose();
        Engine.Dispose();
    }

    private static Module Load(Engine engine, InterpreterFiles files, string cacheFolder)
    {
        var version = typeof(Engine).Assembly.GetName().Version;
        var kept = Path.Combine(cacheFolder, $"python-{InterpreterFiles.Digest[..16]}-{version}.cwasm");
        if (File.Exists(kept))
        {
            try
            {
                return Module.DeserializeFile(engine, InterpreterFiles.InterpreterName, kept);
            }
            catch (WasmtimeException)
            {
                // Compiled by another build or for another processor: it is compiled anew.
            }
        }

        var bytes = File.ReadAllBytes(files.Interpreter);
        if (Convert.ToHexString(SHA256.HashData(bytes)) != InterpreterFiles.Digest)
            throw new SandboxUnavailableException(
                $"{files.Interpreter} is another file than the one that is meant.");
        var module = Module.FromBytes(engine, InterpreterFiles.InterpreterName, bytes);
        Keep(module, kept);
        return module;
    }

    // What cannot be kept is compiled again the next time.
    private static void Keep(Module module, string path)
    {
        var fresh = $"{path}.{Path.GetRandomFileName()}";
        try
        {
            Directory.CreateDirectory(Path.GetDirectoryName(path)!);
            File.WriteAllBytes(fresh, module.Serialize());
            File.Move(fresh, path, overwrite: true);
        }
        catch (Exception error) when (error is IOException or UnauthorizedAccessException)
        {
            try
            {
                File.Delete(fresh);
            }
            catch (Exception left) when (left is IOException or UnauthorizedAccessException)
            {
            }
        }
    }
}
