using ReasoningLsp.Server.Documents;
using ReasoningLsp.Server.Protocol;
using ReasoningLsp.Traces;

namespace ReasoningLsp.Server.Notebooks;

/// <summary>A cell of prose, as the client holds it.</summary>
/// <param name="Uri">The client's string for it.</param>
/// <param name="Version">The client's number for its text.</param>
/// <param name="Text">All of it.</param>
/// <param name="Lines">Its lines.</param>
/// <param name="End">Where it ends, in the client's units.</param>
internal sealed record NotebookCell(string Uri, int Version, string Text, LineIndex Lines, Position End)
{
    /// <summary>A cell of a text.</summary>
    public static NotebookCell Of(string uri, int version, string text, LineIndex lines, PositionEncoding encoding) =>
        new(uri, version, text, lines, new DocumentPositions(text, lines, encoding).PositionOf(text.Length));
}
