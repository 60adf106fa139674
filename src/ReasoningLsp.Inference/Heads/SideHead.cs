using System.Collections.Immutable;
using System.Numerics.Tensors;
using ReasoningLsp.Inference.Safetensors;

namespace ReasoningLsp.Inference.Heads;

/// <summary>The small network that reads a hidden state: linear layers with a rectifier between them. Immutable.</summary>
public sealed class SideHead
{
    private readonly ImmutableArray<Layer> _layers;

    private SideHead(ImmutableArray<Layer> layers) => _layers = layers;

    /// <summary>How many numbers a hidden state has.</summary>
    public int InputLength => _layers[0].Inputs;

    /// <summary>Reads the layers of these names, such as <c>score.0</c>, from a safetensors file.</summary>
    /// <exception cref="InferenceException">It cannot be read, lacks a layer, or the layers do not fit each other.</exception>
    public static SideHead Load(string path, ImmutableArray<string> layers)
    {
        var tensors = SafetensorsReader.ReadHeader(path);
        var read = ImmutableArray.CreateBuilder<Layer>(layers.Length);
        foreach (var layer in layers)
        {
            // A head that was saved by itself calls its tensors weight and bias.
            var name = layer.Length == 0 ? string.Empty : layer + ".";
            if (!tensors.TryGetValue($"{name}weight", out var weight))
                throw Bad(path, $"lacks {name}weight; it holds {string.Join(", ", tensors.Keys.Order(StringComparer.Ordinal).Take(6))}");
            if (weight.Shape.Length != 2 || weight.Elements == 0)
                throw Bad(path, $"gives {name}weight the shape {string.Join("×", weight.Shape)}; a matrix is needed");
            var (outputs, inputs) = ((int)weight.Shape[0], (int)weight.Shape[1]);
            if (read.Count > 0 && read[^1].Outputs != inputs)
                throw Bad(path, $"gives {name}weight {inputs} inputs where the layer before has {read[^1].Outputs} outputs");
            var bias = new float[outputs];
            if (tensors.TryGetValue($"{name}bias", out var given))
            {
                if (given.Elements != outputs)
                    throw Bad(path, $"gives {name}bias {given.Elements} numbers where {outputs} are needed");
                bias = SafetensorsReader.ReadValues(given);
            }

            var matrix = SafetensorsReader.ReadValues(weight);
            if (!matrix.All(float.IsFinite) || !bias.All(float.IsFinite))
                throw Bad(path, $"holds numbers in {name}weight or {name}bias that are not finite");
            read.Add(new Layer(inputs, outputs, matrix, bias));
        }

        return new SideHead(read.MoveToImmutable());
    }

    /// <summary>The outputs for one hidden state.</summary>
    public double[] Apply(ReadOnlySpan<double> hidden)
    {
        if (hidden.Length != InputLength)
            throw new InferenceException(InferenceError.BadRequest,
                $"The head reads {InputLength} numbers, the model gives {hidden.Length}: they do not belong together.");
        var values = new float[hidden.Length];
        for (var i = 0; i < values.Length; i++)
            values[i] = (float)hidden[i];
        for (var i = 0; i < _layers.Length; i++)
            values = _layers[i].Apply(values, rectify: i < _layers.Length - 1);
        return Array.ConvertAll(values, value => (double)value);
    }

    private static InferenceException Bad(string path, string what) =>
        new(InferenceError.BadFile, $"The head {Path.GetFileName(path)} {what}.");

    private sealed record Layer(int Inputs, int Outputs, float[] Weight, float[] Bias)
    {
        public float[] Apply(float[] input, bool rectify)
        {
            var output = new float[Outputs];
            for (var row = 0; row < Outputs; row++)
            {
                var sum = Bias[row] + TensorPrimitives.Dot<float>(Weight.AsSpan(row * Inputs, Inputs), input);
                output[row] = rectify ? Math.Max(0, sum) : sum;
            }

            return output;
        }
    }
}
