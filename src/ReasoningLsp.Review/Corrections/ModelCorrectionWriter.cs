using System.Globalization;
using System.Runtime.CompilerServices;
using System.Text;
using ReasoningLsp.Inference;
using ReasoningLsp.Inference.Requests;
using ReasoningLsp.Review.Judges;

namespace ReasoningLsp.Review.Corrections;

/// <summary>Has a model write a step anew: half of the candidates from the problem, the steps before it and what was found wrong with the
/// step, half as the solution goes on, without seeing the step, because a model that sees a wrong step copies it. All are written at
/// once. Thread-safe.</summary>
/// <param name="engine">Computes.</param>
/// <param name="model">The model.</param>
/// <param name="options">How many, how long.</param>
public sealed class ModelCorrectionWriter(IInferenceEngine engine, JudgeModel model, CorrectionOptions options) : ICorrectionWriter
{
    private const double Temperature = 0.8;
    private const double TopP = 0.95;
    private const int Most = 16;

    /// <inheritdoc/>
    /// <exception cref="InferenceException">The engine cannot compute it.</exception>
    public async IAsyncEnumerable<WrittenCandidate> WriteAsync(
        CorrectionBrief brief, Func<string, bool> isWeak, [EnumeratorCancellation] CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(brief);
        ArgumentNullException.ThrowIfNull(isWeak);
        var description = await engine.DescribeAsync(model.Model, cancellationToken).ConfigureAwait(false);
        var begun = 0;
        var written = ManyTexts.WriteAsync(
            stop => begun < Math.Clamp(options.Candidates, 1, Most) ? OneAsync(Request(brief, description, begun++), isWeak, stop) : null,
            Most, cancellationToken);
        await foreach (var candidate in written.ConfigureAwait(false))
            yield return candidate;
    }

    // Looked at while it is written: what cannot become a correction is not finished.
    private async Task<WrittenCandidate> OneAsync(GenerateRequest request, Func<string, bool> isWeak, CancellationToken cancellationToken)
    {
        using var stop = CancellationTokenSource.CreateLinkedTokenSource(cancellationToken);
        var watch = new Watch(options.FirstLook, isWeak, stop);
        try
        {
            var result = await engine.GenerateAsync(request, watch, stop.Token).ConfigureAwait(false);
            return new WrittenCandidate(result.Text.Trim(), result.IsComplete ? WritingState.Complete : WritingState.CutOff);
        }
        catch (OperationCanceledException) when (!cancellationToken.IsCancellationRequested)
        {
            return new WrittenCandidate(watch.Text.Trim(), WritingState.Stopped);
        }
        finally
        {
            await watch.Looking.ConfigureAwait(false);
        }
    }

    // The first of each half is the likeliest text, the others are drawn.
    private GenerateRequest Request(CorrectionBrief brief, ModelDescription description, int candidate) => new()
    {
        Model = model.Model,
        // No blank at the end: tokens of words bring their own, and after one a model goes on with a bare number.
        Pieces = candidate % 2 == 0
            ? ChatPrompt.Of(description, CorrectionPrompt.Of(brief, options.Notes), Label(brief.Step) + ":")
            : ChatPrompt.Of(description, SolutionPrompt.Of(brief.Trace, options.Notes), Before(brief) + Label(brief.Step) + ":"),
        MaximumTokens = options.MaximumTokens,
        Temperature = candidate < 2 ? 0 : Temperature,
        TopP = candidate < 2 ? 1 : TopP,
        Seed = options.Seed + candidate,
        // What only holds conversations may begin with an empty line, a fence or an announcement.
        Stops = description.HoldsOnlyConversations ? [Label(brief.Step + 1)] : ["\n", Label(brief.Step + 1)],
        Priority = RequestPriority.Interactive,
    };

    private static string Before(CorrectionBrief brief)
    {
        var text = new StringBuilder(SolutionPrompt.Opening);
        foreach (var step in brief.Trace.Steps.Take(brief.Step))
            text.Append(Label(step.Index)).Append(": ").Append(step.Text.Text.Trim().ReplaceLineEndings(" ")).Append('\n');
        return text.ToString();
    }

    private static string Label(int step) => string.Create(CultureInfo.InvariantCulture, $"Step {step + 1}");

    /// <summary>Gathers a text and has it looked at now and then, beside its writing and once at a time. Thread-safe.</summary>
    private sealed class Watch(int tokens, Func<string, bool> isWeak, CancellationTokenSource stop) : IProgress<string>
    {
        private const int CharactersInToken = 4;

        private readonly Lock _lock = new();
        private readonly StringBuilder _text = new();
        private readonly int _between = Math.Max(1, tokens) * CharactersInToken;
        private int _looked;

        /// <summary>What was written so far.</summary>
        public string Text
        {
            get
            {
                lock (_lock)
                    return _text.ToString();
            }
        }

        /// <summary>The look that was begun last.</summary>
        public Task Looking { get; private set; } = Task.CompletedTask;

        public void Report(string value)
        {
            lock (_lock)
            {
                _text.Append(value);
                if (_text.Length < _looked + _between || !Looking.IsCompleted)
                    return;
                _looked = _text.Length;
                var start = _text.ToString();
                Looking = Task.Run(() =>
                {
                    if (isWeak(start))
                        stop.Cancel();
                });
            }
        }
    }
}
