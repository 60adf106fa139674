using ReasoningLsp.Server.Sessions;

namespace ReasoningLsp.Server.Reviewing;

/// <summary>Reviews everything that is open again, because what holds for it changed: settings, configuration, decisions.</summary>
internal sealed class Renewal(Session session, DocumentStore documents)
{
    /// <summary>Told after everything was begun anew.</summary>
    public event Action? Renewed;

    /// <summary>Forgets what was read from files and reviews anew.</summary>
    public void Renew()
    {
        session.Forget();
        foreach (var document in documents.All)
            document.Renew();
        _ = session.Client.RefreshAsync();
        Renewed?.Invoke();
    }
}
