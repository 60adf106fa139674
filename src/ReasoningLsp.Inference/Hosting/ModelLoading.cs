using ReasoningLsp.Inference.Engine;
using ReasoningLsp.Inference.Requests;

namespace ReasoningLsp.Inference.Hosting;

/// <summary>Loads a model once and ends: done in a process of its own, it shows what llama.cpp does not survive.</summary>
public static class ModelLoading
{
    /// <summary>Loads a model, with an adapter if one is named, and does with it what an engine does first.</summary>
    /// <exception cref="InferenceException">It is refused in order.</exception>
    public static Task TryAsync(EngineOptions options, ModelReference model, TimeProvider clock, CancellationToken cancellationToken) =>
        ModelProof.RunAsync(options, model, clock, cancellationToken);
}
