using System.Text;
using ReasoningLsp.Server.Protocol;

namespace ReasoningLsp.Server.Documents;

/// <summary>Counts a line in the units of UTF-8 or UTF-32. A lone surrogate counts as the U+FFFD that it is sent as.</summary>
internal static class CodeUnits
{
    /// <summary>How many units the text has.</summary>
    public static int Count(ReadOnlySpan<char> text, PositionEncoding encoding)
    {
        var count = 0;
        foreach (var rune in text.EnumerateRunes())
            count += Size(rune, encoding);
        return count;
    }

    /// <summary>The UTF-16 offset of the <paramref name="units"/>-th unit; one inside a code point counts as its start.</summary>
    public static int Of(ReadOnlySpan<char> line, int units, PositionEncoding encoding)
    {
        int offset = 0, count = 0;
        foreach (var rune in line.EnumerateRunes())
        {
            count += Size(rune, encoding);
            if (count > units)
                break;
            offset += rune.Utf16SequenceLength;
        }

        return offset;
    }

    private static int Size(Rune rune, PositionEncoding encoding) => encoding == PositionEncoding.Utf8 ? rune.Utf8SequenceLength : 1;
}
