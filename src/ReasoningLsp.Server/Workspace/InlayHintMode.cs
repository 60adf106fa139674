namespace ReasoningLsp.Server.Workspace;

/// <summary>Which steps get an inlay hint.</summary>
internal enum InlayHintMode
{
    /// <summary>None.</summary>
    Off,

    /// <summary>Flagged ones.</summary>
    Flagged,

    /// <summary>Every one: its state.</summary>
    All,
}
