using System.Collections.Immutable;
using System.Text.Json;
using System.Text.Json.Nodes;
using ReasoningLsp.Inference.Requests;

namespace ReasoningLsp.Inference.Remote;

/// <summary>What the head of a reward model says that vLLM serves for pooling: for every token, or for the marks of steps alone.</summary>
/// <param name="connection">The way to the server.</param>
/// <param name="model">Where and which.</param>
internal sealed class VllmPooling(RemoteConnection connection, RemoteModel model)
{
    private const double Close = 1e-3;

    /// <summary>For each row the outputs before softmax or the logistic function, up to a constant.</summary>
    public async Task<ImmutableArray<double[]>> OutputsAsync(ImmutableArray<int> tokens, ImmutableArray<int> rows,
        CancellationToken cancellationToken)
    {
        var raw = Chosen(await PoolAsync(tokens, isActivated: false, cancellationToken).ConfigureAwait(false), tokens.Length, rows);
        if (raw.Any(outputs => outputs.Length == 0 || outputs.Length != raw[0].Length || !outputs.All(double.IsFinite)))
            throw new InferenceException(InferenceError.Failed,
                $"{model.Id} at {model.Address} gives outputs that are not the same count of numbers at every step.");
        if (raw[0].Length > 1)
        {
            // Versions differ in what switches softmax off. Shares that sum to 1 at every step are shares; their logarithms serve as well.
            return raw.All(outputs => outputs.All(value => value is >= 0 and <= 1) && Math.Abs(outputs.Sum() - 1) < Close)
                ? [.. raw.Select(outputs => Array.ConvertAll(outputs, Math.Log))]
                : raw;
        }

        // One number does not show whether the logistic function was applied, so both are asked for.
        var activated = Chosen(await PoolAsync(tokens, isActivated: true, cancellationToken).ConfigureAwait(false), tokens.Length, rows);
        return raw.Zip(activated).All(pair => Math.Abs((1 / (1 + Math.Exp(-pair.First[0]))) - pair.Second[0]) < Close)
            ? raw
            : throw new InferenceException(InferenceError.Failed,
                $"This version of vLLM does not tell whether the one output of {model.Id} went through the logistic function already, so "
                    + $"no score is made of it: update vLLM, or use the model's GGUF file on this machine.");
    }

    private Task<ImmutableArray<double[]>> PoolAsync(ImmutableArray<int> tokens, bool isActivated, CancellationToken cancellationToken)
    {
        var body = new JsonObject
        {
            ["model"] = model.Id,
            ["task"] = "token_classify",
            ["input"] = new JsonArray([.. tokens.Select(token => JsonValue.Create(token))]),
            ["add_special_tokens"] = false,
            ["use_activation"] = isActivated,
        };
        return connection.PostAsync("pooling", body,
            answer => answer.GetProperty("data")[0].GetProperty("data").EnumerateArray().Select(Outputs).ToImmutableArray(),
            cancellationToken);
    }

    private static double[] Outputs(JsonElement row) =>
        row.ValueKind == JsonValueKind.Number ? [row.GetDouble()] : [.. row.EnumerateArray().Select(value => value.GetDouble())];

    private ImmutableArray<double[]> Chosen(ImmutableArray<double[]> told, int tokens, ImmutableArray<int> rows) =>
        told.Length == tokens ? [.. rows.Select(row => told[row])]
        : told.Length == rows.Length ? told
        : throw new InferenceException(InferenceError.Failed,
            $"{model.Id} at {model.Address} gives {told.Length} rows of outputs for {rows.Length} steps and {tokens} tokens: is it "
                + $"served as a reward model, with the mark of steps that the profile reads?");
}
