using System.Runtime.InteropServices;
using DuckDB.NET.Native;

namespace ReasoningLsp.Runs.Figures;

/// <summary>DuckDB's own library, which is not part of every package of this program.</summary>
internal static class DuckLibrary
{
    /// <summary>The environment variable that names its file.</summary>
    public const string Variable = "REASONING_DUCKDB";

    // A resolver can be set once for an assembly, so this is decided once.
    private static readonly Lazy<bool> s_isFound = new(Register);

    /// <summary>Where it is looked for when no variable names it.</summary>
    public static IReadOnlyList<string> Places { get; } =
    [
        Path.Combine(AppContext.BaseDirectory, "duckdb", FileName),
        Path.Combine(
            Environment.GetFolderPath(Environment.SpecialFolder.ApplicationData, Environment.SpecialFolderOption.DoNotVerify),
            "reasoning-review", "duckdb", FileName),
    ];

    private static string FileName =>
        OperatingSystem.IsWindows() ? "duckdb.dll" : OperatingSystem.IsMacOS() ? "libduckdb.dylib" : "libduckdb.so";

    /// <summary>Makes it usable.</summary>
    /// <exception cref="FormatException">It is nowhere; the message says how to get it.</exception>
    public static void Need()
    {
        if (!s_isFound.Value)
        {
            throw new FormatException($"The figures of a run are computed by DuckDB, whose library is not here. Put {FileName} of DuckDB "
                + $"1.5 into {Path.GetDirectoryName(Places[1])}, or name it with {Variable}; everything else works without it.");
        }
    }

    private static bool Register()
    {
        var named = Environment.GetEnvironmentVariable(Variable);
        if (string.IsNullOrEmpty(named))
            named = Places.FirstOrDefault(File.Exists);
        if (named is null || !NativeLibrary.TryLoad(named, out var library))
            return false;
        NativeLibrary.SetDllImportResolver(typeof(NativeMethods).Assembly,
            (name, _, _) => name.Contains("duckdb", StringComparison.OrdinalIgnoreCase) ? library : 0);
        return true;
    }
}
