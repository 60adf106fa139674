using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;

namespace ReasoningLsp.Inference.Native;

/// <summary>
/// Takes the hidden states after the last norm as they are computed. The last layer gathers only rows flagged for output,
/// so that one row a flag arrives, in the order of the batch. (The embeddings mode would compute the logits of every token.)
/// </summary>
internal sealed unsafe class HiddenSink
{
    private readonly List<float[]> _rows = [];
    private readonly int _length;
    private bool _isArmed;
    private bool _isBroken;

    /// <summary>A sink for states of <paramref name="length"/> numbers.</summary>
    public HiddenSink(int length) => _length = length;

    private static ReadOnlySpan<byte> Node => "result_norm"u8;

    /// <summary>Starts or stops taking, with nothing taken yet.</summary>
    public void Arm(bool on)
    {
        _rows.Clear();
        _isBroken = false;
        _isArmed = on;
    }

    /// <summary>What came since it was armed.</summary>
    /// <exception cref="InferenceException">Not as many as expected.</exception>
    public IReadOnlyList<float[]> Take(int expected)
    {
        if (_isBroken || _rows.Count != expected)
            throw new InferenceException(InferenceError.Failed,
                $"llama.cpp gave {_rows.Count} hidden states where {expected} were asked for.");
        return _rows;
    }

    /// <summary>The scheduler's callback: asked for each node whether it is wanted, and told of those that are.</summary>
    [UnmanagedCallersOnly(CallConvs = [typeof(CallConvCdecl)])]
    public static byte Receive(nint tensor, byte ask, nint userData)
    {
        var sink = (HiddenSink)GCHandle.FromIntPtr(userData).Target!;
        if (!sink._isArmed || !MemoryMarshal.CreateReadOnlySpanFromNullTerminated(GgmlApi.TensorName(tensor)).SequenceEqual(Node))
            return (byte)(ask == 0 ? 1 : 0);
        if (ask != 0)
            return 1;
        sink.Add(tensor);
        return 1;
    }

    private void Add(nint tensor)
    {
        var count = GgmlApi.TensorElements(tensor);
        if (count % _length != 0 || GgmlApi.TensorBytes(tensor) != (nuint)count * sizeof(float))
        {
            _isBroken = true;
            return;
        }

        for (var row = 0L; row < count / _length; row++)
        {
            var values = new float[_length];
            fixed (float* target = values)
                GgmlApi.TensorGet(tensor, target, (nuint)(row * _length * sizeof(float)), (nuint)(_length * sizeof(float)));
            _rows.Add(values);
        }
    }
}
