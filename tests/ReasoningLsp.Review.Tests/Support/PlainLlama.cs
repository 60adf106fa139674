using System.Numerics.Tensors;

namespace ReasoningLsp.Review.Tests.Support;

/// <summary>A llama with an adapter, computed as the papers have it: a token after the other, in single precision with sums of double
/// where they are long, nothing cached in less, nothing fused.</summary>
internal sealed class PlainLlama
{
    private readonly PlainGguf _model;
    private readonly PlainGguf _adapter;
    private readonly int _hidden;
    private readonly int _heads;
    private readonly int _keyHeads;
    private readonly int _layers;
    private readonly float _epsilon;
    private readonly double _base;
    private readonly float _alpha;

    public PlainLlama(string model, string adapter)
    {
        (_model, _adapter) = (new PlainGguf(model), new PlainGguf(adapter));
        _hidden = (int)_model.Number("llama.embedding_length");
        _heads = (int)_model.Number("llama.attention.head_count");
        _keyHeads = (int)_model.Number("llama.attention.head_count_kv");
        _layers = (int)_model.Number("llama.block_count");
        _epsilon = (float)_model.Number("llama.attention.layer_norm_rms_epsilon");
        _base = _model.Number("llama.rope.freq_base");
        _alpha = (float)_adapter.Number("adapter.lora.alpha");
    }

    private int Head => _hidden / _heads;

    /// <summary>The last hidden state of each token, after the last norm.</summary>
    public float[][] Run(IReadOnlyList<int> tokens)
    {
        var embedding = _model.Find("token_embd.weight")!;
        var states = tokens.Select(token => embedding.AsSpan(token * _hidden, _hidden).ToArray()).ToArray();
        for (var layer = 0; layer < _layers; layer++)
        {
            var name = $"blk.{layer}.";
            Attend(states, name);
            Parallel.ForEach(states, state =>
            {
                var input = Normed(state, name + "ffn_norm.weight");
                var (gate, up) = (Times(input, name + "ffn_gate.weight"), Times(input, name + "ffn_up.weight"));
                for (var i = 0; i < gate.Length; i++)
                    up[i] *= gate[i] / (1 + MathF.Exp(-gate[i]));
                Increase(state, Times(up, name + "ffn_down.weight"));
            });
        }

        return [.. states.Select(state => Normed(state, "output_norm.weight"))];
    }

    private void Attend(float[][] states, string name)
    {
        var (queries, keys, values) = (new float[states.Length][], new float[states.Length][], new float[states.Length][]);
        Parallel.For(0, states.Length, at =>
        {
            var input = Normed(states[at], name + "attn_norm.weight");
            queries[at] = Turned(Times(input, name + "attn_q.weight"), at);
            keys[at] = Turned(Times(input, name + "attn_k.weight"), at);
            values[at] = Times(input, name + "attn_v.weight");
        });
        Parallel.For(0, states.Length, at =>
        {
            var output = new float[_hidden];
            for (var head = 0; head < _heads; head++)
            {
                var shared = head / (_heads / _keyHeads) * Head;
                var query = queries[at].AsSpan(head * Head, Head);
                var weights = new double[at + 1];
                for (var before = 0; before <= at; before++)
                    weights[before] = TensorPrimitives.Dot(query, keys[before].AsSpan(shared, Head)) / Math.Sqrt(Head);
                var most = weights.Max();
                var sum = weights.Sum(weight => Math.Exp(weight - most));
                for (var before = 0; before <= at; before++)
                {
                    var share = (float)(Math.Exp(weights[before] - most) / sum);
                    for (var i = 0; i < Head; i++)
                        output[(head * Head) + i] += share * values[before][shared + i];
                }
            }

            Increase(states[at], Times(output, name + "attn_output.weight"));
        });
    }

    // GGUF has the two numbers that turn together side by side.
    private float[] Turned(float[] vector, int position)
    {
        for (var i = 0; i < vector.Length; i += 2)
        {
            var angle = position * Math.Pow(_base, -(double)(i % Head) / Head);
            var (sine, cosine) = ((float)Math.Sin(angle), (float)Math.Cos(angle));
            (vector[i], vector[i + 1]) =
                ((vector[i] * cosine) - (vector[i + 1] * sine), (vector[i] * sine) + (vector[i + 1] * cosine));
        }

        return vector;
    }

    private float[] Normed(float[] state, string name)
    {
        var mean = state.Sum(each => (double)each * each) / state.Length;
        var scale = (float)(1 / Math.Sqrt(mean + _epsilon));
        var output = new float[state.Length];
        TensorPrimitives.Multiply(state, scale, output);
        TensorPrimitives.Multiply(output, _model.Find(name)!, output);
        return output;
    }

    private float[] Times(float[] input, string name)
    {
        var output = Product(_model.Find(name)!, input);
        if (_adapter.Find(name + ".lora_a") is not { } down)
            return output;
        var inner = Product(down, input);
        TensorPrimitives.Multiply(inner, _alpha / inner.Length, inner);
        Increase(output, Product(_adapter.Find(name + ".lora_b")!, inner));
        return output;
    }

    private static float[] Product(float[] matrix, float[] input)
    {
        var output = new float[matrix.Length / input.Length];
        for (var row = 0; row < output.Length; row++)
            output[row] = TensorPrimitives.Dot(matrix.AsSpan(row * input.Length, input.Length), input);
        return output;
    }

    private static void Increase(float[] state, float[] by) => TensorPrimitives.Add(state, by, state);
}
