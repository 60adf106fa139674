using System.Collections.Immutable;
using ReasoningLsp.Inference;
using ReasoningLsp.Inference.Requests;

namespace ReasoningLsp.Review.Judges;

/// <summary>Has a model say in questions of yes or no what people saw in a right solution and missed in a wrong one (CritiQ), and the same
/// question in other words. Thread-safe.</summary>
/// <param name="engine">Computes.</param>
/// <param name="model">The model.</param>
public sealed class CriterionAuthor(IInferenceEngine engine, JudgeModel model)
{
    private const int MostTokens = 300;
    private const int LongestQuestion = 180;

    // The form is sure, whatever the model.
    private static readonly string s_grammar = $$"""
        root ::= item item (item)?
        item ::= "- " start " " [^?\n\r]{8,140} "?\n"
        start ::= {{string.Join(" | ", DraftedItems.Starts.Select(start => $"\"{start}\""))}}
        """;

    /// <summary>Questions that the right solution answers with yes and the wrong one with no.</summary>
    /// <param name="right">A solution that people found right, its problem included.</param>
    /// <param name="wrong">One that they found wrong, its problem included.</param>
    /// <param name="cancellationToken">Stops it.</param>
    /// <exception cref="InferenceException">The engine cannot compute it.</exception>
    public Task<ImmutableArray<string>> MineAsync(string right, string wrong, CancellationToken cancellationToken)
    {
        var (first, second) = (Delimiter.For(right), Delimiter.For(wrong));
        return AskAsync("People judged two solutions. Write questions of yes or no that can be asked of any solution of any problem, which "
            + "the right one answers with yes and the wrong one with no. Name no number and no thing of these problems.\n\nRight:\n"
            + $"{first.Open}\n{right}\n{first.Close}\n\nWrong:\n{second.Open}\n{wrong}\n{second.Close}", cancellationToken);
    }

    /// <summary>A question in other words.</summary>
    /// <exception cref="InferenceException">The engine cannot compute it.</exception>
    public Task<ImmutableArray<string>> RewordAsync(string question, CancellationToken cancellationToken) =>
        AskAsync($"Ask the same in other words, twice, each in one line: {question.Trim()}", cancellationToken);

    private async Task<ImmutableArray<string>> AskAsync(string request, CancellationToken cancellationToken)
    {
        var description = await engine.DescribeAsync(model.Model, cancellationToken).ConfigureAwait(false);
        var result = await engine.GenerateAsync(new GenerateRequest
        {
            Model = model.Model,
            Pieces = ChatPrompt.Of(description, request, string.Empty),
            Grammar = s_grammar,
            MaximumTokens = MostTokens,
        }, null, cancellationToken).ConfigureAwait(false);
        return
        [
            .. result.Text.Split('\n').Select(line => line.TrimStart('-', '*', ' ').Trim())
                // A number is of one problem, or of a model that lost its way.
                .Where(line => line.EndsWith('?') && line.Length <= LongestQuestion && !line.Any(char.IsDigit)
                    && DraftedItems.Starts.Any(start => line.StartsWith(start + " ", StringComparison.Ordinal)))
                .Distinct(StringComparer.OrdinalIgnoreCase),
        ];
    }
}
