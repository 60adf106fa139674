using ReasoningLsp.Inference;
using ReasoningLsp.Inference.Requests;
using ReasoningLsp.Review.Checklists;
using ReasoningLsp.Review.Reviews;

namespace ReasoningLsp.Review.Judges;

/// <summary>Drafts a checklist for a problem: first what follows from its text, then what a model adds that is new and of this problem. It
/// is a draft for the user's own file. Thread-safe.</summary>
/// <param name="engine">Computes.</param>
/// <param name="model">The model.</param>
public sealed class ChecklistAuthor(IInferenceEngine engine, JudgeModel model)
{
    private const int MostTokens = 400;

    // Questions of one line that begin as yes-no questions do; the form is sure, whatever the model.
    private static readonly string s_grammar = $$"""
        root ::= item item item (item (item (item)?)?)?
        item ::= "- " start " " [^?\n\r]{8,140} "?\n"
        start ::= {{string.Join(" | ", DraftedItems.Starts.Select(start => $"\"{start}\""))}}
        """;

    /// <summary>The draft.</summary>
    /// <exception cref="InferenceException">The engine cannot compute it.</exception>
    public async Task<ChecklistDraft> WriteAsync(TraceReview review, string name, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(review);
        var description = await engine.DescribeAsync(model.Model, cancellationToken).ConfigureAwait(false);
        var problem = review.Trace.Problem?.Text.Trim() ?? string.Empty;
        var marks = Delimiter.For(problem);
        var prompt = $"Write a checklist for judging solutions of the problem between the marks. Each question is answered by yes or no, "
            + $"where yes means that a requirement is met; be precise and use the words of the problem, one question a line."
            + $"\n\n{marks.Open}\n{problem}\n{marks.Close}";
        var request = new GenerateRequest
        {
            Model = model.Model,
            Pieces = ChatPrompt.Of(description, prompt, string.Empty),
            // What holds only conversations is asked in words, and what it adds is dropped.
            Grammar = description.HoldsOnlyConversations ? null : s_grammar,
            MaximumTokens = MostTokens,
        };
        var result = await engine.GenerateAsync(request, null, cancellationToken).ConfigureAwait(false);
        var own = ProblemItems.Of(review);
        var (added, dropped) = DraftedItems.Of(problem, result.Text, own);
        return new ChecklistDraft(new Checklist(name, [.. own, .. added]), own.Length, dropped);
    }
}
