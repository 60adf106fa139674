using System.Collections.Immutable;
using System.Numerics.Tensors;

namespace ReasoningLsp.Inference.Engine;

/// <summary>Numbers out of a row of logits.</summary>
internal static class RowReading
{
    /// <summary>Summed in single precision at a time; blocks are summed in double.</summary>
    private const int Block = 1_024;

    /// <summary>For each group the logarithm of its summed exponentials, then that of the whole row.</summary>
    public static double[] Candidates(ReadOnlySpan<float> logits, ImmutableArray<ImmutableArray<int>> groups)
    {
        var values = new double[groups.Length + 1];
        for (var i = 0; i < groups.Length; i++)
        {
            var chosen = new float[groups[i].Length];
            for (var j = 0; j < chosen.Length; j++)
                chosen[j] = logits[groups[i][j]];
            values[i] = chosen.Length > 1 ? LogSumExp(chosen) : float.IsFinite(chosen[0]) ? chosen[0] : throw NotFinite();
        }

        values[^1] = LogSumExp(logits);
        return values;
    }

    /// <summary>The log-probability of one token.</summary>
    public static double LogProbability(ReadOnlySpan<float> logits, int token) =>
        float.IsFinite(logits[token]) ? logits[token] - LogSumExp(logits) : throw NotFinite();

    /// <summary>The mean of all.</summary>
    public static double Mean(ReadOnlySpan<float> logits)
    {
        var sum = 0.0;
        for (var at = 0; at < logits.Length; at += Block)
            sum += TensorPrimitives.Sum(logits.Slice(at, Math.Min(Block, logits.Length - at)));
        return double.IsFinite(sum) ? sum / logits.Length : throw NotFinite();
    }

    /// <summary>Hidden states, if they are numbers.</summary>
    public static double[] Hidden(float[] state) =>
        TensorPrimitives.IsFiniteAll<float>(state) ? Array.ConvertAll(state, value => (double)value) : throw NotFinite();

    /// <summary>The error for a row that holds what is no number.</summary>
    public static InferenceException NotFinite() =>
        new(InferenceError.Failed, "The model computes numbers that are not finite: its file is damaged or its precision too low.");

    private static double LogSumExp(ReadOnlySpan<float> values)
    {
        var largest = TensorPrimitives.Max(values);
        if (!float.IsFinite(largest))
            throw NotFinite();
        Span<float> block = stackalloc float[Block];
        var sum = 0.0;
        for (var at = 0; at < values.Length; at += Block)
        {
            var part = block[..Math.Min(Block, values.Length - at)];
            TensorPrimitives.Subtract(values.Slice(at, part.Length), largest, part);
            TensorPrimitives.Exp(part, part);
            sum += TensorPrimitives.Sum<float>(part);
        }

        return largest + Math.Log(sum);
    }
}
