using System.Runtime.InteropServices;

namespace ReasoningLsp.Inference.Native;

/// <summary>
/// llama.cpp's C functions that are not called through LLamaSharp: its structure is too small for one of the builds, it passes
/// text in the system's code page, or it does not say that llama.cpp refused, which would end the process later.
/// </summary>
internal static unsafe partial class LlamaApi
{
    private const string Library = NativeLibraries.Llama;

    // LLamaSharp sets it as it initialises llama.cpp, which comes after the modules were loaded.
    [LibraryImport(Library, EntryPoint = "llama_log_set")]
    public static partial void LogSet(delegate* unmanaged[Cdecl]<int, byte*, nint, void> callback, nint userData);

    [LibraryImport(Library, EntryPoint = "llama_model_default_params")]
    public static partial ModelParams ModelDefaultParams();

    [LibraryImport(Library, EntryPoint = "llama_model_load_from_file", StringMarshalling = StringMarshalling.Utf8)]
    public static partial nint ModelLoad(string path, ModelParams parameters);

    [LibraryImport(Library, EntryPoint = "llama_model_get_vocab")]
    public static partial nint ModelVocabulary(nint model);

    [LibraryImport(Library, EntryPoint = "llama_vocab_get_add_bos")]
    public static partial byte BeginsTexts(nint vocabulary);

    [LibraryImport(Library, EntryPoint = "llama_get_memory")]
    public static partial nint Memory(nint context);

    [LibraryImport(Library, EntryPoint = "llama_adapter_lora_init", StringMarshalling = StringMarshalling.Utf8)]
    public static partial nint AdapterLoad(nint model, string path);

    [LibraryImport(Library, EntryPoint = "llama_set_adapters_lora")]
    public static partial int SetAdapters(nint context, nint* adapters, nuint count, float* scales);

    [LibraryImport(Library, EntryPoint = "llama_sampler_init_grammar", StringMarshalling = StringMarshalling.Utf8)]
    public static partial nint SamplerGrammar(nint vocabulary, string grammar, string root);

    [LibraryImport(Library, EntryPoint = "llama_sampler_chain_add")]
    public static partial void ChainAdd(nint chain, nint sampler);
}
