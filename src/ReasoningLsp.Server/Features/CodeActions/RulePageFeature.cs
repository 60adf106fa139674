using System.Text.Json;
using ReasoningLsp.Review.Reporting;
using ReasoningLsp.Review.Rules;
using ReasoningLsp.Server.Client;
using ReasoningLsp.Server.Features.Commands;
using ReasoningLsp.Server.Lifecycle;
using ReasoningLsp.Server.Protocol;
using ReasoningLsp.Server.Transport;

namespace ReasoningLsp.Server.Features.CodeActions;

/// <summary>Explains a rule: shows its page, which travels inside the program.</summary>
internal sealed class RulePageFeature(Session session, CommandFeature commands) : IFeature
{
    /// <inheritdoc/>
    public void Register(Methods methods) => commands.Add(CommandNames.ExplainRule, ExplainAsync);

    /// <inheritdoc/>
    public ServerCapabilities Advertise(ServerCapabilities capabilities, ClientProfile client) => capabilities;

    private async Task<JsonElement?> ExplainAsync(ExecuteCommandParams call, CancellationToken cancellationToken)
    {
        var rule = RuleCatalog.Find(call.Word(0)) ?? throw new LspException(LspError.InvalidParams, $"There is no rule {call.Word(0)}.");
        var page = RulePages.Of(rule.Id);
        await Pages.ShowAsync(session, $"{rule.Id}.md", page, $"{rule.Id} {rule.Name}: {rule.Summary}", cancellationToken).ConfigureAwait(false);
        return JsonSerializer.SerializeToElement(page, LspWriter.Default.String);
    }
}
