using System.Collections.Immutable;
using ReasoningLsp.Inference;
using ReasoningLsp.Inference.Requests;
using ReasoningLsp.Review.Checklists;
using ReasoningLsp.Review.Profiles;
using ReasoningLsp.Traces;

namespace ReasoningLsp.Review.Judges;

/// <summary>Has a model write a checklist for a problem. What it writes is a draft for the user's own file. Thread-safe.</summary>
/// <param name="engine">Computes.</param>
/// <param name="model">The model.</param>
public sealed class ChecklistAuthor(IInferenceEngine engine, JudgeModel model)
{
    // Questions of one line that begin as yes-no questions do; the form is sure, whatever the model.
    private const string Grammar = """
        root ::= item item item (item (item (item)?)?)?
        item ::= "- " start " " [^?\n\r]{8,140} "?\n"
        start ::= "Is" | "Are" | "Does" | "Do" | "Has" | "Have"
        """;

    /// <summary>Three to six questions, each once.</summary>
    /// <exception cref="InferenceException">The engine cannot compute it.</exception>
    public async Task<Checklist> WriteAsync(Trace trace, string name, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(trace);
        var description = await engine.DescribeAsync(model.Model, cancellationToken).ConfigureAwait(false);
        var chat = ChatFormat.For(description.Controls);
        var problem = trace.Problem?.Text.Trim() ?? string.Empty;
        var marks = Delimiter.For(problem);
        var prompt = $"Write a checklist for judging solutions of the problem between the marks. Each question is answered by yes or no, "
            + $"where yes means that a requirement is met; be precise and use the words of the problem.\n\n{marks.Open}\n{problem}\n"
            + $"{marks.Close}";
        var request = new GenerateRequest
        {
            Model = model.Model,
            Pieces = chat is null ? [PromptPiece.Begin, PromptPiece.Plain(prompt + "\n\n")]
            : [.. description.Controls.Contains("<|im_start|>") ? [] : (PromptPiece[])[PromptPiece.Begin], .. chat.Begin("user"),
                PromptPiece.Plain(prompt), .. chat.End("user"), .. chat.Begin("assistant")],
            Grammar = Grammar,
            MaximumTokens = 400,
        };
        var result = await engine.GenerateAsync(request, null, cancellationToken).ConfigureAwait(false);
        ImmutableArray<ChecklistItem> items = [.. result.Text.Split('\n')
            .Where(line => line.StartsWith("- ", StringComparison.Ordinal) && line.EndsWith('?'))
            .Select(line => new ChecklistItem(line[2..].Trim()))
            .DistinctBy(item => item.Question.ToUpperInvariant())];
        return new Checklist(name, items);
    }
}
