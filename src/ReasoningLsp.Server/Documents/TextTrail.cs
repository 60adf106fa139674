using System.Collections.Immutable;

namespace ReasoningLsp.Server.Documents;

/// <summary>By which changes a document's text came about since it was last replaced as a whole, the latest of them. Immutable.</summary>
internal sealed class TextTrail
{
    // A review is never that many changes behind.
    private const int MostChanges = 128;

    private readonly ImmutableArray<(long From, TextDelta Delta)> _changes;

    private TextTrail(ImmutableArray<(long From, TextDelta Delta)> changes) => _changes = changes;

    /// <summary>No change is known.</summary>
    public static TextTrail Empty { get; } = new([]);

    /// <summary>This and one more change.</summary>
    /// <param name="from">The <see cref="TextSnapshot.Sequence"/> of the text that was changed.</param>
    /// <param name="delta">What became of it.</param>
    public TextTrail With(long from, TextDelta delta) =>
        new((_changes.Length < MostChanges ? _changes : _changes.RemoveAt(0)).Add((from, delta)));

    /// <summary>What became of the text of that number; null where that is not known.</summary>
    public TextDelta? Since(long sequence)
    {
        var first = _changes.Length - 1;
        while (first >= 0 && _changes[first].From != sequence)
            first--;
        if (first < 0)
            return null;
        var delta = _changes[first].Delta;
        for (var index = first + 1; index < _changes.Length; index++)
            delta = delta.Then(_changes[index].Delta);
        return delta;
    }
}
