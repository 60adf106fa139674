using System.Text.RegularExpressions;
using ReasoningLsp.Runs.Records;

namespace ReasoningLsp.Runs.Routing;

/// <summary>What makes two findings the same mistake, which one decision settles; and what makes them one of a kind, of which a queue
/// shows not ten in a row.</summary>
public static partial class MistakeKey
{
    /// <summary>The key of a finding: the same rule on the same statement, with the same said of it. Whitespace and markup may differ,
    /// a number may not: what is right of one amount can be wrong of another.</summary>
    /// <param name="finding">The finding.</param>
    /// <param name="hash">The hash of the text that it is of, which alone counts where no statement is told.</param>
    public static string Of(RunFinding finding, string hash)
    {
        ArgumentNullException.ThrowIfNull(finding);
        return $"{finding.Rule} {(Statement(finding) is { } said ? Plain(said) : hash)} | {Plain(finding.Message)}";
    }

    /// <summary>The kind of a finding: a mistake with a name, or the same rule on the same form with other numbers. Nothing is decided
    /// by it.</summary>
    public static string KindOf(RunFinding finding)
    {
        ArgumentNullException.ThrowIfNull(finding);
        if (finding.Mistake is { } mistake)
            return $"{finding.Rule} {mistake}";
        var form = Numbers().Replace(Words().Replace(Statement(finding) ?? finding.Message, "w"), "#");
        return $"{finding.Rule} {Blanks().Replace(form, string.Empty)}";
    }

    private static string? Statement(RunFinding finding) => finding.Evidence.FirstOrDefault(pair => pair.Key == "statement").Value;

    private static string Plain(string text)
    {
        var unset = Markup().Replace(Times().Replace(Minus().Replace(text, "-"), "*"), " ");
        return Blanks().Replace(Spaces().Replace(unset, string.Empty).Trim(), " ");
    }

    // What sets mathematics, and what only spaces it.
    [GeneratedRegex(@"\\?\$|\\[()\[\],;:! ]|\\(?:left|right|quad|qquad|displaystyle)(?![a-zA-Z])|`", RegexOptions.CultureInvariant)]
    private static partial Regex Markup();

    [GeneratedRegex(@"\\(?:times|cdot)(?![a-zA-Z])|[×·⋅]", RegexOptions.CultureInvariant)]
    private static partial Regex Times();

    [GeneratedRegex("[−–]", RegexOptions.CultureInvariant)]
    private static partial Regex Minus();

    // Between two words or numbers a space tells them apart.
    [GeneratedRegex(@"(?<![\p{L}\p{Nd}])\s+|\s+(?![\p{L}\p{Nd}\s])", RegexOptions.CultureInvariant)]
    private static partial Regex Spaces();

    [GeneratedRegex(@"[0-9]+(?:[.,][0-9]+)*", RegexOptions.CultureInvariant)]
    private static partial Regex Numbers();

    [GeneratedRegex(@"(?<!\\)\b\p{L}{2,}(?:\s+\p{L}{2,})*", RegexOptions.CultureInvariant)]
    private static partial Regex Words();

    [GeneratedRegex(@"\s+", RegexOptions.CultureInvariant)]
    private static partial Regex Blanks();
}
