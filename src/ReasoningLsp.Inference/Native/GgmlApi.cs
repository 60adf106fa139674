using System.Runtime.InteropServices;

namespace ReasoningLsp.Inference.Native;

/// <summary>
/// ggml's C functions that LLamaSharp does not declare, or finds only in files named as its own. (<c>ggml_commit</c> is asked
/// before any import is bound: <see cref="NativeLibraries"/>.)
/// </summary>
internal static unsafe partial class GgmlApi
{
    [LibraryImport(NativeLibraries.GgmlBase, EntryPoint = "ggml_set_abort_callback")]
    public static partial nint SetAbortCallback(delegate* unmanaged[Cdecl]<byte*, void> callback);

    [LibraryImport(NativeLibraries.Ggml, EntryPoint = "ggml_backend_load", StringMarshalling = StringMarshalling.Utf8)]
    public static partial nint LoadModule(string path);

    [LibraryImport(NativeLibraries.Ggml, EntryPoint = "ggml_backend_dev_count")]
    public static partial nuint DeviceCount();

    [LibraryImport(NativeLibraries.Ggml, EntryPoint = "ggml_backend_dev_get")]
    public static partial nint Device(nuint index);

    [LibraryImport(NativeLibraries.GgmlBase, EntryPoint = "ggml_backend_dev_name")]
    public static partial nint DeviceName(nint device);

    [LibraryImport(NativeLibraries.GgmlBase, EntryPoint = "ggml_backend_dev_description")]
    public static partial nint DeviceDescription(nint device);

    [LibraryImport(NativeLibraries.GgmlBase, EntryPoint = "ggml_backend_dev_memory")]
    public static partial void DeviceMemory(nint device, out nuint free, out nuint total);

    [LibraryImport(NativeLibraries.GgmlBase, EntryPoint = "ggml_get_name")]
    public static partial byte* TensorName(nint tensor);

    [LibraryImport(NativeLibraries.GgmlBase, EntryPoint = "ggml_nelements")]
    public static partial long TensorElements(nint tensor);

    [LibraryImport(NativeLibraries.GgmlBase, EntryPoint = "ggml_nbytes")]
    public static partial nuint TensorBytes(nint tensor);

    [LibraryImport(NativeLibraries.GgmlBase, EntryPoint = "ggml_backend_tensor_get")]
    public static partial void TensorGet(nint tensor, void* data, nuint offset, nuint size);
}
