using System.Runtime.InteropServices;

namespace ReasoningLsp.Inference.Native;

/// <summary>What .NET's own environment does not do: it does not reach native code.</summary>
internal static partial class LibC
{
    [LibraryImport("libc", EntryPoint = "setenv", StringMarshalling = StringMarshalling.Utf8)]
    public static partial int SetEnvironment(string name, string value, int overwrite);
}
