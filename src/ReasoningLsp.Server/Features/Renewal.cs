using ReasoningLsp.Server.Features.Diagnostics;
using ReasoningLsp.Server.Features.Progress;
using ReasoningLsp.Server.Lifecycle;
using ReasoningLsp.Server.Reviewing;

namespace ReasoningLsp.Server.Features;

/// <summary>Reviews everything that is open again, because what holds for it changed: settings, configuration, decisions, baseline.</summary>
internal sealed class Renewal(Session session, DocumentStore documents, DiagnosticsFeature diagnostics)
{
    /// <summary>Forgets what was read from files and reviews anew.</summary>
    public void Renew()
    {
        session.Policies.Forget();
        foreach (var document in documents.All)
            document.Renew();
        Refresh();
    }

    /// <summary>Has the client ask again for what it shows, because that changed without an edit.</summary>
    public void Refresh()
    {
        diagnostics.Refresh();
        Refreshes.Ask(session);
    }
}
