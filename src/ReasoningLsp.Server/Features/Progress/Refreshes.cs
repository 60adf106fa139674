using ReasoningLsp.Server.Lifecycle;

namespace ReasoningLsp.Server.Features.Progress;

/// <summary>Asks the client to ask again for what it shows beside the text, when that changed without an edit.</summary>
internal static class Refreshes
{
    /// <summary>Lenses and hints, where the client has a way to be asked.</summary>
    public static void Ask(Session session)
    {
        if (session.Profile.RefreshesCodeLenses)
            _ = session.Client.RequestAsync("workspace/codeLens/refresh", CancellationToken.None);
        if (session.Profile.RefreshesInlayHints)
            _ = session.Client.RequestAsync("workspace/inlayHint/refresh", CancellationToken.None);
    }
}
