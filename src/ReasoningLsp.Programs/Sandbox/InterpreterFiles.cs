namespace ReasoningLsp.Programs.Sandbox;

/// <summary>Where the interpreter and the library that runs it lie.</summary>
/// <param name="Interpreter">Full path of <c>python.wasm</c>.</param>
/// <param name="Library">Full path of Wasmtime's library.</param>
internal sealed record InterpreterFiles(string Interpreter, string Library)
{
    /// <summary>The one file that is run, by its SHA-256.</summary>
    public const string Digest = "E5DC5A398B07B54EA8FDB503BF68FB583D533F10EC3F930963E02B9505F7A763";

    /// <summary>Name of the interpreter's file.</summary>
    public const string InterpreterName = "python.wasm";

    /// <summary>Name of the library's file.</summary>
    public static string LibraryName =>
        OperatingSystem.IsWindows() ? "wasmtime.dll" : OperatingSystem.IsMacOS() ? "libwasmtime.dylib" : "libwasmtime.so";

    /// <summary>The first of <paramref name="folders"/> that has both; null where none has.</summary>
    public static InterpreterFiles? In(IEnumerable<string> folders) => folders
        .Select(folder => new InterpreterFiles(Path.Combine(folder, InterpreterName), Path.Combine(folder, LibraryName)))
        .FirstOrDefault(files => File.Exists(files.Interpreter) && File.Exists(files.Library));
}
