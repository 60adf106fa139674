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

    /// <summary>Tries the models that are named line by line and answers each with a line, empty where it loads. Which one ends or holds up
    /// the process is the one without an answer.</summary>
    public static async Task TryEachAsync(EngineOptions options, TextReader names, TextWriter answers, TimeProvider clock,
        CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(names);
        ArgumentNullException.ThrowIfNull(answers);
        while (await names.ReadLineAsync(cancellationToken).ConfigureAwait(false) is { } name)
        {
            var answer = string.Empty;
            try
            {
                await TryAsync(options, new ModelReference(name), clock, cancellationToken).ConfigureAwait(false);
            }
            catch (InferenceException error)
            {
                answer = error.Message.ReplaceLineEndings(" ");
            }

            await answers.WriteLineAsync(answer).ConfigureAwait(false);
            await answers.FlushAsync(cancellationToken).ConfigureAwait(false);
        }
    }
}
