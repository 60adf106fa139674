using System.Collections.Immutable;
using System.Text.Json;
using ReasoningLsp.Review.Decisions;
using ReasoningLsp.Server.Features.Commands;
using ReasoningLsp.Server.Protocol;
using ReasoningLsp.Server.Reviewing;
using ReasoningLsp.Server.Sessions;

namespace ReasoningLsp.Server.Features.Decisions;

/// <summary>Writes a mark of a solution, 0 to 4, or takes it back where none is named.</summary>
internal sealed class MarkCommand(Session session, DocumentStore documents, PersonDecisions decisions) : ICommand
{
    /// <inheritdoc/>
    public string Name => CommandNames.Mark;

    /// <inheritdoc/>
    public ImmutableArray<string> Arguments => ["uri", "solution", "mark?", "reason?"];

    /// <inheritdoc/>
    public async Task<JsonElement?> RunAsync(CommandCall call, CancellationToken cancellationToken)
    {
        var reviewed = await documents.ReviewedAsync(call.Word(0), cancellationToken).ConfigureAwait(false);
        var path = PersonDecisions.PathOf(reviewed.Text.Identity);
        var trace = reviewed.Reviews[call.NamedSolution(1, reviewed.Reviews.Length)].Trace;
        var (name, now) = (SolutionName.Of(trace, path), session.Clock.GetUtcNow());
        if (call.OptionalNumber(2) is not { } mark)
        {
            var marks = reviewed.Policy.Decisions.MarksOf(name);
            if (marks.IsEmpty)
                throw new LspException(LspError.RequestFailed, "This solution has no mark.");
            foreach (var given in marks)
                decisions.Append(reviewed.Text.Identity, given.Undo(now, null));
            return null;
        }

        if (mark is < 0 or > Decision.BestMark)
            throw new LspException(LspError.InvalidParams, $"A mark is from 0 to {Decision.BestMark}.");
        decisions.Append(reviewed.Text.Identity, Saying.Mark(name, mark, call.OptionalWord(3) ?? string.Empty, now, null));
        return null;
    }
}
