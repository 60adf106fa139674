using System.Buffers;

namespace ReasoningLsp.Review.Analysis;

/// <summary>What is done to both sides, noted behind a bar as schools teach it: <c>2x + 3 = 11 | -3</c>.</summary>
internal static class OperationNote
{
    private const int Longest = 14;
    private const int LongestName = 2;

    private static readonly SearchValues<char> s_operations = SearchValues.Create("+-−*·:/÷√");

    /// <summary>The text without the note that it begins with.</summary>
    public static string Without(string text)
    {
        var rest = text.AsSpan().TrimStart(" \t$");
        if (rest is not ['|', ..])
            return text;
        var end = rest.IndexOf('\n');
        var note = end < 0 ? rest : rest[..end];
        return note.Length <= Longest && note[1..].ContainsAny(s_operations) && !HasWord(note) ? rest[note.Length..].ToString() : text;
    }

    private static bool HasWord(ReadOnlySpan<char> note)
    {
        var letters = 0;
        foreach (var unit in note)
        {
            letters = char.IsLetter(unit) ? letters + 1 : 0;
            if (letters > LongestName)
                return true;
        }

        return false;
    }
}
