using System.Numerics;
using System.Numerics.Tensors;
using System.Runtime.InteropServices;

namespace ReasoningLsp.Inference.Engine;

/// <summary>
/// The weights of all tokens, as they stand. A draw from all of them, and where a token stands among them, take a few passes over
/// neighbouring numbers, many at once: nothing is sorted or selected. Not thread-safe.
/// </summary>
internal sealed class WeightRow
{
    // Single precision adds up so many.
    private const int Block = 1_024;

    private float[] _weights = [];
    private float[] _sums = [];
    private float[] _bests = [];
    private float[] _sorted = [];

    /// <summary>All weights, the best of which is 1.</summary>
    public ReadOnlySpan<float> Weights => _weights;

    /// <summary>Their sum.</summary>
    public double Total { get; private set; }

    /// <summary>Takes e^((logit − best) · cold) for the weight of each token.</summary>
    /// <exception cref="InferenceException">The row holds what is no number.</exception>
    public void Fill(ReadOnlySpan<float> logits, float best, float cold)
    {
        if (_weights.Length != logits.Length)
        {
            var blocks = (logits.Length + Block - 1) / Block;
            (_weights, _sums, _bests, _sorted) = (new float[logits.Length], new float[blocks], new float[blocks], new float[blocks]);
        }

        Total = 0;
        for (var block = 0; block < _sums.Length; block++)
        {
            var part = Part(block);
            TensorPrimitives.Subtract(logits.Slice(block * Block, part.Length), best, part);
            TensorPrimitives.Multiply(part, cold, part);
            TensorPrimitives.Exp(part, part);
            Total += _sums[block] = TensorPrimitives.Sum<float>(part);
            _bests[block] = TensorPrimitives.Max<float>(part);
        }

        if (!double.IsFinite(Total))
            throw RowReading.NotFinite();
    }

    /// <summary>A weight that so many tokens have at least, and seldom many more.</summary>
    public float FloorOf(int count)
    {
        if (count > _bests.Length)
            return 0;
        _bests.CopyTo(_sorted, 0);
        Array.Sort(_sorted);
        return _sorted[^count];
    }

    /// <summary>The token at a place between 0 and the sum, as if the weights lay side by side.</summary>
    public int At(double place)
    {
        var last = 0;
        for (var block = 0; block < _sums.Length; block++)
        {
            if (_sums[block] == 0)
                continue;
            if (place > _sums[block])
            {
                (place, last) = (place - _sums[block], block);
                continue;
            }

            last = block;
            break;
        }

        var part = Part(last);
        var token = 0;
        for (var i = 0; i < part.Length; i++)
        {
            if (part[i] == 0)
                continue;
            token = i;
            place -= part[i];
            if (place <= 0)
                break;
        }

        return (last * Block) + token;
    }

    /// <summary>What stands before a token where the greatest weight comes first, and of equal ones the first.</summary>
    /// <returns>How many tokens, and the sum of their weights.</returns>
    public (int Count, double Sum) Before(int token)
    {
        var weight = _weights[token];
        var (count, sum) = (0, 0.0);
        for (var block = 0; block < _sums.Length; block++)
        {
            var (more, its) = Above(Part(block), weight);
            count += more;
            sum += its;
        }

        var ties = System.MemoryExtensions.Count(_weights.AsSpan(0, token), weight);
        return (count + ties, sum + ((double)ties * weight));
    }

    private static (int Count, float Sum) Above(ReadOnlySpan<float> part, float weight)
    {
        var many = MemoryMarshal.Cast<float, Vector<float>>(part);
        var (bound, sums, counts) = (new Vector<float>(weight), Vector<float>.Zero, Vector<int>.Zero);
        foreach (var each in many)
        {
            var isAbove = Vector.GreaterThan(each, bound);
            sums += each & Vector.AsVectorSingle(isAbove);
            counts -= isAbove;
        }

        var (count, sum) = (Vector.Sum(counts), Vector.Sum(sums));
        foreach (var each in part[(many.Length * Vector<float>.Count)..])
        {
            if (each <= weight)
                continue;
            count++;
            sum += each;
        }

        return (count, sum);
    }

    private Span<float> Part(int block) => _weights.AsSpan(block * Block, Math.Min(Block, _weights.Length - (block * Block)));
}
