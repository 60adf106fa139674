using System.Runtime.InteropServices;
using Wasmtime;

namespace ReasoningLsp.Programs.Sandbox;

/// <summary>Wasmtime's own library, which is not part of every package of this program.</summary>
internal static class WasmLibrary
{
    // A resolver can be set once for an assembly, and the library is the same whoever asks.
    private static readonly Lock s_gate = new();
    private static readonly HashSet<string> s_loaded = [];

    /// <summary>Makes the library at <paramref name="path"/> usable; one that was loaded before stays.</summary>
    /// <exception cref="SandboxUnavailableException">It cannot be loaded.</exception>
    public static void Need(string path)
    {
        lock (s_gate)
        {
            if (s_loaded.Count > 0)
                return;
            if (!NativeLibrary.TryLoad(path, out var library))
                throw new SandboxUnavailableException($"{path} cannot be loaded on this machine.");
            NativeLibrary.SetDllImportResolver(typeof(Engine).Assembly,
                (name, _, _) => name.Contains("wasmtime", StringComparison.OrdinalIgnoreCase) ? library : 0);
            s_loaded.Add(path);
        }
    }
}
