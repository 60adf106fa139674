using System.Collections.Immutable;
using System.Text.Json;
using ReasoningLsp.Review.Decisions;
using ReasoningLsp.Server.Features.Commands;
using ReasoningLsp.Server.Protocol;
using ReasoningLsp.Server.Reviewing;
using ReasoningLsp.Server.Sessions;

namespace ReasoningLsp.Server.Features.Decisions;

/// <summary>Writes a note at a step or at a solution, writes one anew, or takes one back where the text is empty.</summary>
internal sealed class NoteCommand(Session session, DocumentStore documents, PersonDecisions decisions) : ICommand
{
    /// <inheritdoc/>
    public string Name => CommandNames.Note;

    /// <inheritdoc/>
    public ImmutableArray<string> Arguments => ["uri", "solution", "step?", "text", "id?"];

    /// <inheritdoc/>
    public async Task<JsonElement?> RunAsync(CommandCall call, CancellationToken cancellationToken)
    {
        var reviewed = await documents.ReviewedAsync(call.Word(0), cancellationToken).ConfigureAwait(false);
        var path = PersonDecisions.PathOf(reviewed.Text.Identity);
        var trace = reviewed.Reviews[call.NamedSolution(1, reviewed.Reviews.Length)].Trace;
        var step = call.OptionalNumber(2);
        if (step is { } index && (index < 0 || index >= trace.Steps.Length))
            throw new LspException(LspError.InvalidParams, "There is no such step; the document has changed since.");
        var (text, now) = (call.Word(3), session.Clock.GetUtcNow());
        var old = call.OptionalWord(4) is { } id ? reviewed.Policy.Decisions.Note(id)
            ?? throw new LspException(LspError.RequestFailed, "This note was taken back meanwhile.") : null;
        if (string.IsNullOrWhiteSpace(text) && old is null)
            throw new LspException(LspError.InvalidParams, "A note needs a text.");
        var made = Saying.Note(SolutionName.Of(trace, path), step, text,
            step is { } at ? trace.Steps[at].Text.Text : trace.Problem?.Text, now, null);
        decisions.Append(reviewed.Text.Identity, old is null ? made
            : string.IsNullOrWhiteSpace(text) ? old.Undo(now, null) : made with { Id = old.Id });
        return null;
    }
}
