using System.Collections.Frozen;
using System.Text.RegularExpressions;

namespace ReasoningLsp.Traces.Inline;

/// <summary>What of HTML is no text: scripts, styles and drawings with all they hold, and the attributes of other tags.</summary>
/// <remarks>Of one text: what has no end is looked for once.</remarks>
internal sealed partial class HtmlTag(string text)
{
    private const int LongestTag = 2000, LongestName = 40;

    private static readonly FrozenSet<string> s_raw = new[]
    {
        "script", "style", "textarea", "svg", "template", "noscript", "iframe", "title", "object", "canvas", "select",
    }.ToFrozenSet(StringComparer.OrdinalIgnoreCase);

    private static readonly FrozenSet<string> s_code = new[]
    {
        "code", "pre", "samp", "kbd", "xmp", "listing",
        // In which models call an interpreter, and in which it answers.
        "llm-code", "llm-code-output", "tool_call", "tool_response", "interpreter",
    }.ToFrozenSet(StringComparer.OrdinalIgnoreCase);

    private readonly Dictionary<string, int> _noEndFrom = new(StringComparer.OrdinalIgnoreCase);

    /// <summary>Where the last element ends that begins between the offsets and is left out with all it holds, and whether the end of
    /// one was looked for in vain; <paramref name="end"/> where none reaches beyond it.</summary>
    public (int End, bool MissesEnd) EndOf(int start, int end)
    {
        var misses = false;
        for (var at = start; at < end && text.AsSpan(at, end - at).IndexOf('<') is >= 0 and var found;)
        {
            at += found;
            var span = LeftOut(at);
            misses |= _noEndFrom.Count > 0 && span is null;
            at = Math.Max(at + 1, span?.Span.End ?? 0);
            end = Math.Max(end, at > end ? Lines.EndOfLine(text, at, text.Length) : end);
        }

        return (end, misses);
    }

    /// <summary>What at <paramref name="at"/>, where an angle bracket opens, is left out of the text; null where it is text.</summary>
    public (TextSpan Span, bool IsCode)? LeftOut(int at)
    {
        var rest = text.AsSpan(at);
        if (rest.StartsWith("<![CDATA[", StringComparison.Ordinal))
            return To(at, "]]>") is { } data ? (data, false) : null;
        if (rest.StartsWith("<?", StringComparison.Ordinal) && rest.Length > 2 && char.IsAsciiLetter(rest[2]))
            return To(at, "?>") is { } instruction ? (instruction, false) : null;
        if (rest.Length < 2 || !(char.IsAsciiLetter(rest[1]) || rest[1] == '!'))
            return null;
        var named = 1;
        while (named < rest.Length && named < LongestName
            && (char.IsAsciiLetterOrDigit(rest[named]) || rest[named] is '-' or '_' or '+' or '.' or '!'))
            named++;
        if (named == rest.Length || !(rest[named] is '>' or '/' or ':' || char.IsWhiteSpace(rest[named])))
            return null;
        var window = rest[..Math.Min(LongestTag, rest.Length)];
        var last = window.LastIndexOf('>');
        if (last < 0)
            return null;
        var head = window[..(last + 1)].ToString();
        if (Address().Match(head) is { Success: true, Length: var address })
            return (new TextSpan(at, address), false);
        if (Opening().Match(head) is not { Success: true } tag)
            return null;
        var name = tag.Groups["name"].Value;
        // The formulas that MathJax keeps in scripts are text.
        if (s_raw.Contains(name) && !tag.Value.Contains("math/", StringComparison.OrdinalIgnoreCase))
            return tag.Value.EndsWith("/>", StringComparison.Ordinal) ? (new TextSpan(at, tag.Length), false)
                : Element(at, tag.Length, name) is { } element ? (element, false) : null;
        if (s_code.Contains(name) && Element(at, tag.Length, name) is { } code)
            return (code, true);
        var attributes = tag.Groups["attributes"];
        // "x <y and z=3 >": what may be an inequality has no value in quotes.
        return attributes.Length > 0 && attributes.Value.Contains('=', StringComparison.Ordinal)
            && (name.Length > 1 || attributes.Value.AsSpan().ContainsAny('"', '\''))
                ? (new TextSpan(at + attributes.Index, attributes.Length), false) : null;
    }

    private TextSpan? Element(int at, int opening, string name) =>
        IndexOf($"</{name}", at + opening) is >= 0 and var close && text.IndexOf('>', close) is >= 0 and var end
            ? TextSpan.FromBounds(at, end + 1) : null;

    private TextSpan? To(int at, string closer) =>
        IndexOf(closer, at) is >= 0 and var close ? TextSpan.FromBounds(at, close + closer.Length) : null;

    private int IndexOf(string closer, int from)
    {
        if (_noEndFrom.TryGetValue(closer, out var known) && from >= known)
            return -1;
        var found = text.IndexOf(closer, from, StringComparison.OrdinalIgnoreCase);
        if (found < 0)
            _noEndFrom[closer] = from;
        return found;
    }

    [GeneratedRegex(@"^<(?<name>[A-Za-z][A-Za-z0-9_-]*)(?<attributes>(?:\s+[A-Za-z_:@][A-Za-z0-9_:.@-]*"
        + @"(?:\s*=\s*(?:""[^""]*""|'[^']*'|[^\s""'=<>`]+))?)*)\s*/?>", RegexOptions.NonBacktracking | RegexOptions.CultureInvariant)]
    private static partial Regex Opening();

    [GeneratedRegex(@"^<(?:[A-Za-z][A-Za-z0-9+.-]{1,31}:[^\s<>]+|!DOCTYPE[^<>]*)>",
        RegexOptions.IgnoreCase | RegexOptions.NonBacktracking | RegexOptions.CultureInvariant)]
    private static partial Regex Address();
}
