using System.Collections.Immutable;
using ReasoningLsp.Inference;
using ReasoningLsp.Inference.Requests;
using ReasoningLsp.Review.Judges;
using ReasoningLsp.Traces;

namespace ReasoningLsp.Review.Corrections;

/// <summary>Has a model solve a problem: the first time its likeliest text, then drawn ones. It never sees the existing steps, so that it
/// does not repeat their errors. Thread-safe.</summary>
/// <param name="engine">Computes.</param>
/// <param name="model">The model.</param>
/// <param name="seed">The same seed writes the same solutions.</param>
/// <param name="notes">What worked before, as short notes.</param>
public sealed class ModelSolutionWriter(IInferenceEngine engine, JudgeModel model, int seed, ImmutableArray<string> notes) : ISolutionWriter
{
    private const double Temperature = 0.8;
    private const double TopP = 0.95;
    private const string FirstLabel = "Step 1:";

    /// <inheritdoc/>
    /// <exception cref="InferenceException">The engine cannot compute it.</exception>
    public async Task<WrittenSolution> WriteAsync(Trace trace, int number, int maximumTokens, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(trace);
        ArgumentOutOfRangeException.ThrowIfLessThan(number, 1);
        var description = await engine.DescribeAsync(model.Model, cancellationToken).ConfigureAwait(false);
        var request = new GenerateRequest
        {
            Model = model.Model,
            Pieces = [.. ChatPrompt.Of(description, SolutionPrompt.Of(trace, notes), SolutionPrompt.Opening),
                PromptPiece.Plain(FirstLabel)],
            MaximumTokens = maximumTokens,
            Temperature = number == 1 ? 0 : Temperature,
            TopP = TopP,
            Seed = seed + number - 1,
            Stops = ["\nProblem:", "\nQuestion:"],
            Priority = RequestPriority.Interactive,
        };
        var written = await engine.GenerateAsync(request, null, cancellationToken).ConfigureAwait(false);
        return WrittenSolution.Read(FirstLabel + written.Text, written.Tokens, written.IsComplete);
    }
}
