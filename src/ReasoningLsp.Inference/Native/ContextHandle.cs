using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;
using ReasoningLsp.Inference.Requests;

namespace ReasoningLsp.Inference.Native;

/// <summary>
/// A context on a model: a cache of keys and values and what computes on it. One thread at a time. It keeps its model
/// alive, because freeing the model first would crash.
/// </summary>
internal sealed unsafe class ContextHandle : SafeHandle
{
    /// <summary>Tokens decoded at once.</summary>
    public const int Batch = 512;

    /// <summary>Rows that can be read of one batch; the buffer for them holds a whole vocabulary each.</summary>
    public const int Outputs = 64;

    private const int FlashAttentionOff = 0;
    private const int FlashAttentionWherePossible = -1;
    private const int PoolingNone = 0;
    private const int TypeF32 = 0;
    private const int TypeF16 = 1;

    private readonly ModelHandle _model;
    private readonly int* _stop;
    private readonly GCHandle _sink;
    private nint _adapter;

    private ContextHandle(ModelHandle model, HiddenSink sink)
        : base(0, true)
    {
        _model = model;
        _stop = (int*)NativeMemory.AllocZeroed(sizeof(int));
        _sink = GCHandle.Alloc(sink);
    }

    /// <inheritdoc/>
    public override bool IsInvalid => handle == 0;

    /// <summary>Tokens that the cache holds.</summary>
    public int Cells => (int)LlamaApi.ContextCells(handle);

    /// <summary>The cache.</summary>
    private nint Memory => LlamaApi.Memory(handle);

    /// <summary>Makes a context.</summary>
    /// <exception cref="InferenceException">There is not enough memory.</exception>
    public static ContextHandle Create(ModelHandle model, ContextOptions options, HiddenSink sink, NativeRuntime runtime)
    {
        var context = new ContextHandle(model, sink);
        var parameters = LlamaApi.ContextDefaultParams();
        parameters.Context = (uint)options.Cells;
        parameters.Batch = Batch;
        parameters.MicroBatch = Batch;
        parameters.OutputsMax = Outputs;
        parameters.SequencesMax = (uint)options.Sequences;
        parameters.Threads = parameters.ThreadsBatch = options.Threads;
        parameters.PoolingType = PoolingNone;
        parameters.FlashAttention = options.IsFused ? FlashAttentionWherePossible : FlashAttentionOff;
        parameters.KvUnified = 1;
        parameters.TypeK = parameters.TypeV = options.Cache == CachePrecision.Single ? TypeF32 : TypeF16;
        parameters.AbortCallback = (nint)(delegate* unmanaged[Cdecl]<nint, byte>)&ShouldStop;
        parameters.AbortCallbackData = (nint)context._stop;
        parameters.EvalCallback = (nint)(delegate* unmanaged[Cdecl]<nint, byte, nint, byte>)&HiddenSink.Receive;
        parameters.EvalCallbackUserData = GCHandle.ToIntPtr(context._sink);
        runtime.Log.Clear();
        var held = false;
        model.DangerousAddRef(ref held);
        context.SetHandle(LlamaApi.ContextCreate(model.DangerousGetHandle(), parameters));
        if (!context.IsInvalid)
            return context;
        model.DangerousRelease();
        context.FreeOwn();
        throw new InferenceException(InferenceError.TooLarge,
            $"No context of {options.Cells:N0} tokens could be made: {runtime.Log.Complaint() ?? "probably there is not enough memory"}");
    }

    /// <summary>Applies an adapter of the model, once, before anything is decoded.</summary>
    /// <exception cref="InferenceException">It does not fit.</exception>
    public void Apply(nint adapter)
    {
        _adapter = adapter;
        var scale = 1f;
        fixed (nint* adapters = &_adapter)
        {
            if (LlamaApi.SetAdapters(handle, adapters, 1, &scale) != 0)
                throw new InferenceException(InferenceError.BadFile, "The adapter cannot be applied to this model.");
        }
    }

    /// <summary>Whether a running decode should stop.</summary>
    public void Stop(bool stop) => Volatile.Write(ref *_stop, stop ? 1 : 0);

    /// <summary>Decodes a batch, which was filled within its limits; returns llama.cpp's code.</summary>
    public int Decode(TokenBatch batch) => LlamaApi.Decode(handle, batch.Native);

    /// <summary>The logits at a place of the last batch that was flagged for output.</summary>
    /// <exception cref="InferenceException">There are none.</exception>
    public ReadOnlySpan<float> Logits(int index, int vocabulary)
    {
        var row = LlamaApi.Logits(handle, index);
        return row is null ? throw new InferenceException(InferenceError.Failed, "llama.cpp gave no logits for a row that was asked for.")
            : new ReadOnlySpan<float>(row, vocabulary);
    }

    /// <summary>Forgets a sequence from a position on.</summary>
    public bool Remove(int sequence, int from) => LlamaApi.MemoryRemove(Memory, sequence, from, -1);

    /// <summary>Makes another sequence share the beginning of one.</summary>
    public void Share(int source, int target, int length) => LlamaApi.MemoryCopy(Memory, source, target, 0, length);

    /// <inheritdoc/>
    protected override bool ReleaseHandle()
    {
        LlamaApi.ContextFree(handle);
        _model.DangerousRelease();
        FreeOwn();
        return true;
    }

    [UnmanagedCallersOnly(CallConvs = [typeof(CallConvCdecl)])]
    private static byte ShouldStop(nint flag) => (byte)(Volatile.Read(ref *(int*)flag) == 0 ? 0 : 1);

    private void FreeOwn()
    {
        NativeMemory.Free(_stop);
        _sink.Free();
    }
}
