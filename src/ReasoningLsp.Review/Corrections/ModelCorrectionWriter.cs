using System.Globalization;
using System.Runtime.CompilerServices;
using ReasoningLsp.Inference;
using ReasoningLsp.Inference.Requests;
using ReasoningLsp.Review.Judges;

namespace ReasoningLsp.Review.Corrections;

/// <summary>Has a model write a step anew from the problem, the steps before it and what was found. Thread-safe.</summary>
/// <param name="engine">Computes.</param>
/// <param name="model">The model.</param>
/// <param name="options">How many, how long.</param>
public sealed class ModelCorrectionWriter(IInferenceEngine engine, JudgeModel model, CorrectionOptions options) : ICorrectionWriter
{
    private const double Temperature = 0.8;
    private const double TopP = 0.95;

    /// <inheritdoc/>
    /// <exception cref="InferenceException">The engine cannot compute it.</exception>
    public async IAsyncEnumerable<string> WriteAsync(
        CorrectionBrief brief, Func<string, bool> isWeak, [EnumeratorCancellation] CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(brief);
        ArgumentNullException.ThrowIfNull(isWeak);
        var description = await engine.DescribeAsync(model.Model, cancellationToken).ConfigureAwait(false);
        var begun = new List<(string Text, GenerateRequest Drawn)>();
        for (var candidate = 0; candidate < Math.Clamp(options.Candidates, 1, 16); candidate++)
        {
            var drawn = Request(brief, description, candidate);
            var look = drawn with { MaximumTokens = options.FirstLook };
            var first = await engine.GenerateAsync(look, null, cancellationToken).ConfigureAwait(false);
            if (first.Text.Trim().Length == 0 || isWeak(first.Text) || begun.Any(other => other.Text == first.Text))
                continue;
            if (first.IsComplete)
                yield return first.Text.Trim();
            else
                begun.Add((first.Text, drawn));
        }

        foreach (var (text, drawn) in begun)
        {
            // Drawn on as it was begun: the likeliest text stays the likeliest to its end.
            var most = Math.Max(1, options.MaximumTokens - options.FirstLook);
            var on = drawn with { Pieces = [.. drawn.Pieces, PromptPiece.Plain(text)], MaximumTokens = most };
            var rest = await engine.GenerateAsync(on, null, cancellationToken).ConfigureAwait(false);
            // A text that was cut off is no step.
            if (rest.IsComplete)
                yield return (text + rest.Text).Trim();
        }
    }

    // The first is the likeliest text, the others are drawn.
    private GenerateRequest Request(CorrectionBrief brief, ModelDescription description, int candidate) => new()
    {
        Model = model.Model,
        // No blank at the end: tokens of words bring their own, and after one a model goes on with a bare number.
        Pieces = ChatPrompt.Of(description, CorrectionPrompt.Of(brief, options.Notes), Label(brief.Step) + ":"),
        Temperature = candidate == 0 ? 0 : Temperature,
        TopP = candidate == 0 ? 1 : TopP,
        Seed = options.Seed + candidate,
        Stops = ["\n", Label(brief.Step + 1)],
        Priority = RequestPriority.Interactive,
    };

    private static string Label(int step) => string.Create(CultureInfo.InvariantCulture, $"Step {step + 1}");
}
