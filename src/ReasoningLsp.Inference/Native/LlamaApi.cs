using System.Runtime.InteropServices;

namespace ReasoningLsp.Inference.Native;

/// <summary>
/// llama.cpp's C functions that are used here, as the pinned release declares them. Nothing is checked on this
/// level: what would end the process is checked by the classes around it.
/// </summary>
internal static unsafe partial class LlamaApi
{
    private const string Library = NativeNames.Llama;

    [LibraryImport(Library, EntryPoint = "llama_version")]
    public static partial nint Version();

    [LibraryImport(Library, EntryPoint = "llama_backend_init")]
    public static partial void BackendInit();

    [LibraryImport(Library, EntryPoint = "llama_log_set")]
    public static partial void LogSet(delegate* unmanaged[Cdecl]<int, byte*, nint, void> callback, nint userData);

    [LibraryImport(Library, EntryPoint = "llama_model_default_params")]
    public static partial LlamaModelParams ModelDefaultParams();

    [LibraryImport(Library, EntryPoint = "llama_context_default_params")]
    public static partial LlamaContextParams ContextDefaultParams();

    [LibraryImport(Library, EntryPoint = "llama_model_load_from_file", StringMarshalling = StringMarshalling.Utf8)]
    public static partial nint ModelLoad(string path, LlamaModelParams parameters);

    [LibraryImport(Library, EntryPoint = "llama_model_free")]
    public static partial void ModelFree(nint model);

    [LibraryImport(Library, EntryPoint = "llama_model_get_vocab")]
    public static partial nint ModelVocabulary(nint model);

    [LibraryImport(Library, EntryPoint = "llama_model_n_embd")]
    public static partial int ModelEmbeddingLength(nint model);

    [LibraryImport(Library, EntryPoint = "llama_model_n_ctx_train")]
    public static partial int ModelContextLength(nint model);

    [LibraryImport(Library, EntryPoint = "llama_model_n_params")]
    public static partial ulong ModelParameters(nint model);

    [LibraryImport(Library, EntryPoint = "llama_init_from_model")]
    public static partial nint ContextCreate(nint model, LlamaContextParams parameters);

    [LibraryImport(Library, EntryPoint = "llama_free")]
    public static partial void ContextFree(nint context);

    [LibraryImport(Library, EntryPoint = "llama_n_ctx")]
    public static partial uint ContextCells(nint context);

    [LibraryImport(Library, EntryPoint = "llama_decode")]
    public static partial int Decode(nint context, LlamaBatch batch);

    [LibraryImport(Library, EntryPoint = "llama_get_logits_ith")]
    public static partial float* Logits(nint context, int index);

    [LibraryImport(Library, EntryPoint = "llama_get_memory")]
    public static partial nint Memory(nint context);

    [LibraryImport(Library, EntryPoint = "llama_memory_seq_rm")]
    [return: MarshalAs(UnmanagedType.U1)]
    public static partial bool MemoryRemove(nint memory, int sequence, int from, int to);

    [LibraryImport(Library, EntryPoint = "llama_memory_seq_cp")]
    public static partial void MemoryCopy(nint memory, int source, int target, int from, int to);

    [LibraryImport(Library, EntryPoint = "llama_adapter_lora_init", StringMarshalling = StringMarshalling.Utf8)]
    public static partial nint AdapterLoad(nint model, string path);

    [LibraryImport(Library, EntryPoint = "llama_set_adapters_lora")]
    public static partial int SetAdapters(nint context, nint* adapters, nuint count, float* scales);

    [LibraryImport(Library, EntryPoint = "llama_vocab_n_tokens")]
    public static partial int VocabularySize(nint vocabulary);

    [LibraryImport(Library, EntryPoint = "llama_vocab_bos")]
    public static partial int VocabularyBegin(nint vocabulary);

    [LibraryImport(Library, EntryPoint = "llama_vocab_is_eog")]
    [return: MarshalAs(UnmanagedType.U1)]
    public static partial bool VocabularyIsEnd(nint vocabulary, int token);

    [LibraryImport(Library, EntryPoint = "llama_tokenize")]
    public static partial int Tokenize(nint vocabulary, byte* text, int length, int* tokens, int capacity,
        [MarshalAs(UnmanagedType.U1)] bool addSpecial, [MarshalAs(UnmanagedType.U1)] bool parseSpecial);

    [LibraryImport(Library, EntryPoint = "llama_token_to_piece")]
    public static partial int TokenToPiece(nint vocabulary, int token, byte* buffer, int length, int leftStrip,
        [MarshalAs(UnmanagedType.U1)] bool special);

    [LibraryImport(Library, EntryPoint = "llama_sampler_init_grammar", StringMarshalling = StringMarshalling.Utf8)]
    public static partial nint SamplerGrammar(nint vocabulary, string grammar, string root);

    [LibraryImport(Library, EntryPoint = "llama_sampler_apply")]
    public static partial void SamplerApply(nint sampler, LlamaTokenDataArray* candidates);

    [LibraryImport(Library, EntryPoint = "llama_sampler_accept")]
    public static partial void SamplerAccept(nint sampler, int token);

    [LibraryImport(Library, EntryPoint = "llama_sampler_free")]
    public static partial void SamplerFree(nint sampler);
}
