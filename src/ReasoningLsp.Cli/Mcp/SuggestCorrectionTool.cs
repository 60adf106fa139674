using System.ComponentModel;
using ModelContextProtocol;
using ModelContextProtocol.Protocol;
using ReasoningLsp.Cli.Correcting;
using ReasoningLsp.Inference;
using ReasoningLsp.Review.Corrections;
using ReasoningLsp.Review.Profiles;

namespace ReasoningLsp.Cli.Mcp;

/// <summary>suggest_correction: what <c>correct</c> says. Thread-safe.</summary>
internal sealed class SuggestCorrectionTool(AgentTexts texts, AgentModels models)
{
    [Description("Suggest corrections of a step. Each was checked: verified ones passed exact checks and keep later steps consistent. "
        + "Apply the edits of one of them, and no other change.")]
    public async Task<CallToolResult> RunAsync(
        IProgress<ProgressNotificationValue> progress,
        [Description("The file's text with the solution.")] string text,
        [Description("Number of the step, from 1, as findings give it.")] int step,
        [Description("Number of the solution in the text, from 1.")] int trace = 1,
        [Description("How the text is written" + AgentTexts.Formats)] string? format = null,
        [Description("How many candidates the model begins where one is configured, 0 to 16; 0 gives exact fixes alone.")]
        int candidates = 4,
        CancellationToken cancellationToken = default)
    {
        var passed = texts.Passed(text, format);
        var reviewed = await passed.ReviewAsync(cancellationToken).ConfigureAwait(false);
        var review = AgentText.Solution(reviewed, trace);
        var index = AgentText.Index(nameof(step), step, review.Trace.Steps.Length);
        if (candidates is < 0 or > 16)
            throw new McpException("candidates is from 0 to 16.");
        var like = $"{review.Trace.Problem?.Text} {review.Trace.Steps[index].Text.Text}";
        string? written = null;
        var corrector = models.Corrector(passed, reviewed, like, candidates, tally => written = tally.ToString());
        var given = new List<Correction>();
        try
        {
            await foreach (var correction in corrector.SuggestAsync(passed.Document, review, index, cancellationToken)
                .ConfigureAwait(false))
            {
                given.Add(correction);
                progress.Report(new ProgressNotificationValue { Progress = given.Count, Message = correction.Title });
            }
        }
        catch (Exception error) when (error is InferenceException or ProfileException)
        {
            throw new McpException(error.Message, error);
        }

        return ToolAnswer.Of(passed, new
        {
            written,
            corrections = given.Order(Correction.BestFirst).Select(correction => CorrectionJson.Of(passed.Source, correction)),
        });
    }
}
