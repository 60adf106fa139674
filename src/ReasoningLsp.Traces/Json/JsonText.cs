using System.Globalization;
using System.Text;

namespace ReasoningLsp.Traces.Json;

/// <summary>Decodes the strings of JSON and keeps where each unit stands.</summary>
internal static class JsonText
{
    /// <summary>The string whose content stands at <paramref name="span"/> of <paramref name="text"/>, already known to be valid.</summary>
    public static MappedText Decode(string text, TextSpan span)
    {
        var raw = text.AsSpan(span.Start, span.Length);
        if (!raw.Contains('\\'))
            return MappedText.Verbatim(raw.ToString(), span.Start);
        var runs = new RunBuilder();
        var decoded = new StringBuilder(span.Length);
        for (var at = span.Start; at < span.End;)
        {
            var found = text.AsSpan(at, span.End - at).IndexOf('\\');
            var plain = found < 0 ? span.End - at : found;
            if (plain > 0)
            {
                decoded.Append(text, at, plain);
                runs.Add(at, plain, plain);
                at += plain;
            }

            if (found < 0)
                break;
            var length = EscapeLength(text, at, span.End);
            var units = AppendEscape(text, at, length, decoded);
            runs.Add(at, units, length);
            at += length;
        }

        return MappedText.FromRuns(decoded.ToString(), runs.ToImmutable());
    }

    /// <summary>How long the escape at <paramref name="at"/> is, a surrogate pair counting as one; 0 where it is none.</summary>
    public static int EscapeLength(string text, int at, int end)
    {
        if (at + 1 >= end)
            return 0;
        if (text[at + 1] != 'u')
            return "\"\\/bfnrt".Contains(text[at + 1]) ? 2 : 0;
        if (Unit(text, at, end) is not { } high)
            return 0;
        return char.IsHighSurrogate(high) && at + 7 < end && text[at + 6] == '\\' && text[at + 7] == 'u'
            && Unit(text, at + 6, end) is { } low && char.IsLowSurrogate(low) ? 12 : 6;
    }

    private static int AppendEscape(string text, int at, int length, StringBuilder decoded)
    {
        if (length == 2)
        {
            decoded.Append(text[at + 1] switch { 'b' => '\b', 'f' => '\f', 'n' => '\n', 'r' => '\r', 't' => '\t', var unit => unit });
            return 1;
        }

        decoded.Append(Unit(text, at, text.Length)!.Value);
        if (length == 6)
            return 1;
        decoded.Append(Unit(text, at + 6, text.Length)!.Value);
        return 2;
    }

    private static char? Unit(string text, int at, int end) =>
        at + 6 <= end && ushort.TryParse(text.AsSpan(at + 2, 4), NumberStyles.AllowHexSpecifier, CultureInfo.InvariantCulture,
        out var unit) ? (char)unit : null;
}
