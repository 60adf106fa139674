using System.Buffers;
using System.Collections.Immutable;
using System.Net;
using System.Text;

namespace ReasoningLsp.Traces.Inline;

/// <summary>Reads what HTML writes in its own way: <c>&amp;times;</c>, <c>10&lt;sup&gt;-3&lt;/sup&gt;</c>, <c>&lt;br&gt;</c>.</summary>
internal static class HtmlText
{
    private const int LongestEntity = 12;

    private static readonly SearchValues<char> s_nameSigns =
        SearchValues.Create("#0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz");

    private static readonly (string Tag, string Closer, string Text)[] Tags =
    [
        ("<sup>", "</sup>", "^{"), ("</sup>", "", "}"), ("<sub>", "</sub>", "_{"), ("</sub>", "", "}"),
        ("</li>", "", " "), ("</ol>", "", " "), ("</ul>", "", " "),
        ("<br>", "", "\n"), ("<br/>", "", "\n"), ("<br />", "", "\n"),
    ];

    /// <summary>The text with signs in the place of what stands for them, and where its code is then.</summary>
    public static (MappedText Text, ImmutableArray<TextSpan> Code) Decode(MappedText text, ImmutableArray<TextSpan> code)
    {
        var source = text.Text;
        if (!source.AsSpan().ContainsAny('&', '<'))
            return (text, code);
        var runs = new RunBuilder();
        var decoded = new StringBuilder(source.Length);
        var moved = ImmutableArray.CreateBuilder<TextSpan>(code.Length);
        int kept = 0, next = 0, opened = 0;
        for (var at = 0; at < source.Length; at++)
        {
            if (next < code.Length && at >= code[next].Start)
            {
                moved.Add(new TextSpan(decoded.Length + at - kept, code[next].Length));
                at = code[next++].End - 1;
                continue;
            }

            if (source[at] is not ('&' or '<') || Sign(source, at, ref opened) is not var (length, sign))
                continue;
            Keep(at);
            runs.Add(at, sign.Length, length);
            decoded.Append(sign);
            at += length - 1;
            kept = at + 1;
        }

        if (kept == 0)
            return (text, code);
        Keep(source.Length);
        return (MappedText.FromRuns(decoded.ToString(), runs.ToImmutable()).Through(text), moved.ToImmutable());

        void Keep(int end)
        {
            if (end == kept)
                return;
            decoded.Append(source, kept, end - kept);
            runs.Add(kept, end - kept, end - kept);
        }
    }

    private static (int Length, string Sign)? Sign(string text, int at, ref int opened)
    {
        if (text[at] == '&')
            return Entity(text, at);
        foreach (var (tag, closer, sign) in Tags)
        {
            if (!text.AsSpan(at).StartsWith(tag, StringComparison.OrdinalIgnoreCase))
                continue;
            if (closer.Length > 0 && !text.AsSpan(at, Math.Min(text.Length - at, 200)).Contains(closer, StringComparison.OrdinalIgnoreCase))
                return null;
            if (sign == "}" && opened == 0)
                return null;
            opened += closer.Length > 0 ? 1 : sign == "}" ? -1 : 0;
            return (tag.Length, sign);
        }

        return null;
    }

    private static (int Length, string Sign)? Entity(string text, int at)
    {
        var end = text.AsSpan(at, Math.Min(LongestEntity, text.Length - at)).IndexOf(';');
        // "&`&times;": what holds another sign is no name, and would take the start of code along.
        if (end < 2 || text.AsSpan(at + 1, end - 1).ContainsAnyExcept(s_nameSigns))
            return null;
        var entity = text.Substring(at, end + 1);
        var sign = WebUtility.HtmlDecode(entity);
        // Of equal lengths a sign would count as written verbatim.
        return sign == entity || sign.Length >= entity.Length || sign.Length == 0 ? null : (entity.Length, sign == "\u00a0" ? " " : sign);
    }
}
