using System.Collections.Immutable;
using System.Text.RegularExpressions;

namespace ReasoningLsp.Mathematics.Facts;

/// <summary>
/// How a language says a fact: <c>{a} is divisible by {list}</c>. Places are <c>{a}</c>, <c>{b}</c>, <c>{c}</c> for a number and
/// <c>{list}</c> for one or more.
/// </summary>
/// <param name="Kind">What it says.</param>
/// <param name="Pieces">Words and places by turns, as they are written.</param>
/// <param name="Anchor">Which of the pieces is looked for: the longest of the words.</param>
internal sealed partial record FactTemplate(FactKind Kind, ImmutableArray<string> Pieces, int Anchor)
{
    /// <summary>The name of a place for several numbers.</summary>
    public const string List = "{list}";

    /// <summary>What is looked for in a text.</summary>
    public string AnchorText => Pieces[Anchor].Trim();

    /// <summary>The template of a line of a language's file.</summary>
    public static FactTemplate Parse(FactKind kind, string text)
    {
        ImmutableArray<string> pieces = [.. Places().Split(text).Where(piece => piece.Length > 0)];
        var anchor = Enumerable.Range(0, pieces.Length).Where(index => !IsPlace(pieces[index])).MaxBy(index => pieces[index].Trim().Length);
        return new FactTemplate(kind, pieces, anchor);
    }

    /// <summary>Whether a piece is a place for a number.</summary>
    public static bool IsPlace(string piece) => piece[0] == '{';

    [GeneratedRegex(@"(\{[a-z]+\})")]
    private static partial Regex Places();
}
