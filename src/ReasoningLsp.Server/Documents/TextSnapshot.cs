using System.Collections.Immutable;
using ReasoningLsp.Server.Protocol;
using ReasoningLsp.Traces;

namespace ReasoningLsp.Server.Documents;

/// <summary>A document's text at one moment. Immutable; a change makes a new one.</summary>
/// <param name="Identity">What the document is called and in what language.</param>
/// <param name="Version">The client's number for it.</param>
/// <param name="Sequence">
/// Counts snapshots of all documents: a later one has a greater number, also after closing and opening again. One that is
/// not open has none above 0.
/// </param>
/// <param name="Text">All of it.</param>
/// <param name="Positions">The way to the client's positions.</param>
/// <param name="Typing">Where a person was typing when it came about, or null.</param>
internal sealed record TextSnapshot(
    DocumentIdentity Identity, int Version, long Sequence, string Text, DocumentPositions Positions, Typing? Typing)
{
    /// <summary>By which changes it came about.</summary>
    public TextTrail Trail { get; init; } = TextTrail.Empty;

    /// <summary>A text that is not open.</summary>
    public static TextSnapshot Alone(DocumentIdentity identity, string text, PositionEncoding encoding) =>
        new(identity, 0, 0, text, new DocumentPositions(text, LineIndex.Of(text), encoding), null);

    /// <summary>The line that an offset lies on.</summary>
    public TextSpan LineAt(int offset) => Positions.Lines.LineSpan(Positions.Lines.ToPosition(offset).Line);

    /// <summary>What it would be after <paramref name="edits"/>, ascending and not overlapping; not open.</summary>
    public TextSnapshot After(ImmutableArray<TextEdit> edits)
    {
        var text = TextEdits.Apply(Text, edits);
        return this with
        {
            Sequence = -1 - Math.Abs(Sequence),
            Text = text,
            Positions = Positions.After(text, edits),
            Trail = Trail.With(Sequence, TextDelta.Of(edits)),
        };
    }

    /// <summary>
    /// The edits that make this text of an earlier one of the document: those that the client told, as one; only where it
    /// replaced the whole text, the difference.
    /// </summary>
    public ImmutableArray<TextEdit> EditsSince(TextSnapshot earlier)
    {
        if (ReferenceEquals(Text, earlier.Text))
            return [];
        if (Trail.Since(earlier.Sequence) is { } delta)
            return delta.Edits(earlier.Text, Text);
        return TextDifference.Between(earlier.Text, Text) is { } edit ? [edit] : [];
    }
}
