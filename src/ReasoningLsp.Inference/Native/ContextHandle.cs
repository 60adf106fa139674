using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;
using LLama.Exceptions;
using LLama.Native;
using ReasoningLsp.Inference.Requests;

namespace ReasoningLsp.Inference.Native;

/// <summary>
/// A context on a model: a cache of keys and values and what computes on it. One thread at a time. It keeps its model
/// alive, because freeing the model first would crash.
/// </summary>
internal sealed unsafe class ContextHandle : IDisposable
{
    /// <summary>Tokens decoded at once.</summary>
    public const int Batch = 512;

    /// <summary>Rows that can be read of one batch; the buffer for them holds a whole vocabulary each.</summary>
    public const int Outputs = 64;

    private readonly int* _stop;
    private readonly GCHandle _sink;
    private SafeLLamaContextHandle? _context;

    private ContextHandle(HiddenSink sink)
    {
        _stop = (int*)NativeMemory.AllocZeroed(sizeof(int));
        _sink = GCHandle.Alloc(sink);
    }

    /// <summary>Tokens that the cache holds.</summary>
    public int Cells => (int)Context.ContextSize;

    private SafeLLamaContextHandle Context => _context ?? throw new ObjectDisposedException(nameof(ContextHandle));

    /// <summary>Makes a context.</summary>
    /// <exception cref="InferenceException">There is not enough memory.</exception>
    public static ContextHandle Create(ModelHandle model, ContextOptions options, HiddenSink sink, NativeRuntime runtime)
    {
        var made = new ContextHandle(sink);
        var parameters = runtime.Build.Defaults();
        parameters.n_ctx = (uint)options.Cells;
        parameters.n_batch = parameters.n_ubatch = Batch;
        parameters.n_outputs_max = Outputs;
        parameters.n_seq_max = (uint)options.Sequences;
        parameters.n_threads = parameters.n_threads_batch = options.Threads;
        parameters.llama_pooling_type = LLamaPoolingType.None;
        parameters.llama_flash_attn_type = options.IsFused ? LLamaFlashAttentionType.LLAMA_FLASH_ATTENTION_TYPE_AUTO
            : LLamaFlashAttentionType.LLAMA_FLASH_ATTENTION_TYPE_DISABLED;
        parameters.kv_unified = true;
        parameters.type_k = parameters.type_v = options.Cache == CachePrecision.Single ? GGMLType.GGML_TYPE_F32 : GGMLType.GGML_TYPE_F16;
        parameters.abort_callback = (nint)(delegate* unmanaged[Cdecl]<nint, byte>)&ShouldStop;
        parameters.abort_callback_user_data = (nint)made._stop;
        parameters.cb_eval = (nint)(delegate* unmanaged[Cdecl]<nint, byte, nint, byte>)&HiddenSink.Receive;
        parameters.cb_eval_user_data = GCHandle.ToIntPtr(made._sink);
        runtime.Log.Clear();
        var context = SafeLLamaContextHandle.Create(model.Native, runtime.Build.Laid(parameters));
        if (!context.IsInvalid)
        {
            made._context = context;
            return made;
        }

        // LLamaSharp throws nothing here, and keeps the reference that it added to the model.
        model.Native.DangerousRelease();
        made.FreeOwn();
        throw new InferenceException(InferenceError.TooLarge,
            $"No context of {options.Cells:N0} tokens could be made: {runtime.Log.Complaint() ?? "probably there is not enough memory"}");
    }

    /// <summary>Applies an adapter of the model, once, before anything is decoded.</summary>
    /// <exception cref="InferenceException">It does not fit.</exception>
    public void Apply(nint adapter)
    {
        var scale = 1f;
        if (LlamaApi.SetAdapters(Context.DangerousGetHandle(), &adapter, 1, &scale) != 0)
            throw new InferenceException(InferenceError.BadFile, "The adapter cannot be applied to this model.");
    }

    /// <summary>Whether a running decode should stop.</summary>
    public void Stop(bool stop) => Volatile.Write(ref *_stop, stop ? 1 : 0);

    /// <summary>Decodes a batch, which was filled within its limits; returns llama.cpp's code.</summary>
    public int Decode(TokenBatch batch) => (int)Context.Decode(batch.Native);

    /// <summary>The logits at a place of the last batch that was flagged for output.</summary>
    /// <exception cref="InferenceException">There are none.</exception>
    public ReadOnlySpan<float> Logits(int index)
    {
        try
        {
            return Context.GetLogitsIth(index);
        }
        catch (GetLogitsInvalidIndexException error)
        {
            throw new InferenceException(InferenceError.Failed, "llama.cpp gave no logits for a row that was asked for.", error);
        }
    }

    /// <summary>Forgets a sequence from a position on.</summary>
    public bool Remove(int sequence, int from) =>
        NativeApi.llama_memory_seq_rm(LlamaApi.Memory(Context.DangerousGetHandle()), (LLamaSeqId)sequence, from, -1);

    /// <summary>Makes another sequence share the beginning of one.</summary>
    public void Share(int source, int target, int length) =>
        Context.MemorySequenceCopy((LLamaSeqId)source, (LLamaSeqId)target, 0, length);

    /// <inheritdoc/>
    public void Dispose()
    {
        if (_context is null)
            return;
        _context.Dispose();
        _context = null;
        FreeOwn();
    }

    [UnmanagedCallersOnly(CallConvs = [typeof(CallConvCdecl)])]
    private static byte ShouldStop(nint flag) => (byte)(Volatile.Read(ref *(int*)flag) == 0 ? 0 : 1);

    private void FreeOwn()
    {
        NativeMemory.Free(_stop);
        _sink.Free();
    }
}
