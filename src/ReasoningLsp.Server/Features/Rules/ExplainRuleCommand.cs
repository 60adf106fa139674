using System.Collections.Immutable;
using System.Text.Json;
using ReasoningLsp.Review.Findings;
using ReasoningLsp.Review.Reporting;
using ReasoningLsp.Server.Features.Commands;
using ReasoningLsp.Server.Protocol;
using ReasoningLsp.Server.Sessions;

namespace ReasoningLsp.Server.Features.Rules;

/// <summary>Explains a rule: shows its page, which travels inside the program.</summary>
internal sealed class ExplainRuleCommand(Session session) : ICommand
{
    /// <inheritdoc/>
    public string Name => CommandNames.ExplainRule;

    /// <inheritdoc/>
    public ImmutableArray<string> Arguments => ["rule"];

    /// <inheritdoc/>
    public async Task<JsonElement?> RunAsync(CommandCall call, CancellationToken cancellationToken)
    {
        var rule = RuleCatalog.Find(call.Word(0)) ?? throw new LspException(LspError.InvalidParams, $"There is no rule {call.Word(0)}.");
        var page = RulePages.Of(rule.Id);
        await session.Pages.ShowAsync($"{rule.Id}.md", page, $"{rule.Id} {rule.Name}: {rule.Summary}", cancellationToken)
            .ConfigureAwait(false);
        return JsonSerializer.SerializeToElement(page, LspWriter.Default.String);
    }
}
