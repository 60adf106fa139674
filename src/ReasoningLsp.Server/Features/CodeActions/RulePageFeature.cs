using System.Text.Json;
using ReasoningLsp.Review.Reporting;
using ReasoningLsp.Review.Rules;
using ReasoningLsp.Server.Client;
using ReasoningLsp.Server.Documents;
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
        if (session.Profile.ShowsDocuments)
            await ShowAsync(rule, page, cancellationToken).ConfigureAwait(false);
        else if (session.Profile.ShowsMessages)
            await session.Client.NotifyAsync("window/showMessage", new ShowMessageParams(MessageType.Info, $"{rule.Id} {rule.Name}: {rule.Summary}"), LspWriter.Default.ShowMessageParams).ConfigureAwait(false);
        return JsonSerializer.SerializeToElement(page, LspWriter.Default.String);
    }

    private async Task ShowAsync(Rule rule, string page, CancellationToken cancellationToken)
    {
        var file = session.Files.FileNamed($"{rule.Id}.md");
        await File.WriteAllTextAsync(file, page, cancellationToken).ConfigureAwait(false);
        await session.Client.RequestAsync("window/showDocument", new ShowDocumentParams(FilePath.ToUri(file), TakeFocus: true), LspWriter.Default.ShowDocumentParams, cancellationToken).ConfigureAwait(false);
    }
}
