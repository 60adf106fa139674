using System.Text.RegularExpressions;

namespace ReasoningLsp.Traces.Inline;

/// <summary>What of Markdown's links and pictures is no text: where they lead, their titles, and what stands for a picture that is not
/// shown.</summary>
internal static partial class LinkTarget
{
    private const int Longest = 2000;

    /// <summary>What is left out at a square bracket at <paramref name="at"/>; null where nothing is.</summary>
    public static TextSpan? LeftOut(string text, int at, int end)
    {
        var rest = text.AsSpan(at, Math.Min(end - at, Longest));
        var close = rest.IndexOf(']');
        if (close < 0 || close + 1 >= rest.Length || rest[close + 1] is not ('(' or '[' or ':'))
            return null;
        var window = rest.ToString();
        if (at > 0 && text[at - 1] == '!' && Picture().Match(window) is { Success: true, Length: var picture })
            return TextSpan.FromBounds(at - 1, at + picture);
        if (IsLineStart(text, at) && Definition().Match(window) is { Success: true, Length: var definition })
            return new TextSpan(at, definition);
        return Link().Match(window) is { Success: true } link && link.Groups["target"] is var target
            ? new TextSpan(at + target.Index, target.Length) : null;
    }

    private static bool IsLineStart(string text, int at)
    {
        while (at > 0 && text[at - 1] is ' ' or '\t')
            at--;
        return at == 0 || text[at - 1] is '\r' or '\n';
    }

    private const string Title = @"(?:\s+(?:""[^""\n]*""|'[^'\n]*'))";

    // An address, a path, a place on the page or a file: "[2 + 3](4.5)" is a product.
    private const string Place = @"(?:<[^<>\n]*>|(?:[A-Za-z][A-Za-z0-9+.-]+:|\.{0,2}/|#[A-Za-z])[^\s()]*"
        + @"|[^\s()]+\.[A-Za-z][A-Za-z0-9]{1,4}(?:[?#][^\s()]*)?)";

    [GeneratedRegex(@"^\[[^\[\]]*\](?:\([^()\n]*\)|\[[^\[\]\n]*\])", RegexOptions.NonBacktracking | RegexOptions.CultureInvariant)]
    private static partial Regex Picture();

    [GeneratedRegex(@"^\[[^\[\]\n]+\]:[ \t]*" + Place + Title + @"?[ \t]*(?:\n|$)",
        RegexOptions.NonBacktracking | RegexOptions.CultureInvariant)]
    private static partial Regex Definition();

    [GeneratedRegex(@"^\[[^\[\]]*\](?<target>\((?:" + Place + Title + @"?|[^\s()]+" + Title + @")\s*\))",
        RegexOptions.NonBacktracking | RegexOptions.CultureInvariant)]
    private static partial Regex Link();
}
