using System.Collections.Immutable;

namespace ReasoningLsp.Server.Protocol;

internal static class MessageType
{
    public const int Error = 1;

    public const int Warning = 2;

    public const int Info = 3;
}

internal sealed record MessageActionItem(string Title);

internal sealed record ShowMessageParams(int Type, string Message);

internal sealed record ShowMessageRequestParams(int Type, string Message, ImmutableArray<MessageActionItem>? Actions);

internal sealed record ShowDocumentParams(string Uri, bool? External = null, bool? TakeFocus = null, LspRange? Selection = null);
