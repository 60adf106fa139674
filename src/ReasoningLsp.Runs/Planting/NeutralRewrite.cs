using System.Collections.Immutable;
using System.Text.RegularExpressions;

namespace ReasoningLsp.Runs.Planting;

/// <summary>Writes a solution otherwise without changing what it says: no verdict may change with it.</summary>
/// <param name="Name">What is changed.</param>
/// <param name="Of">Rewrites problem and steps alike.</param>
public sealed partial record NeutralRewrite(string Name, Func<string, string> Of)
{
    /// <summary>All of them.</summary>
    public static ImmutableArray<NeutralRewrite> All { get; } =
    [
        new("signs of multiplication", text => Times().Replace(text, " × ")),
        new("names", text => Names().Replace(text, match => match.Value == "Tom" ? "Anna" : "Tom")),
        new("blanks", text => Operators().Replace(text, "$1")),
        new("order of summands and factors", text => Pairs().Replace(text, "$3 $2 $1")),
        new("mathematics set in TeX", text => text.Contains('$', StringComparison.Ordinal) ? text
            : Calculations().Replace(text, match => $"${match.Value.Replace("*", "\\cdot", StringComparison.Ordinal)}$")),
    ];

    /// <summary>The steps rewritten; null where nothing changes.</summary>
    public ImmutableArray<string>? Steps(ImmutableArray<string> steps)
    {
        ImmutableArray<string> written = [.. steps.Select(Of)];
        return written.SequenceEqual(steps) ? null : written;
    }

    [GeneratedRegex(@"(?<=\d) [*×·] (?=\d)", RegexOptions.CultureInvariant)]
    private static partial Regex Times();

    // The two that stand alone before their result: in "7 - 2 + 3" the summands are others.
    [GeneratedRegex(@"(?<![-+*/×·÷^=(\d.,] ?)(?<!(?:\\[a-zA-Z]+|\b[xX])\s)(?<=^|\s)(\d+(?:\.\d+)?) ([+*×·]) (\d+(?:\.\d+)?)(?= = )",
        RegexOptions.CultureInvariant)]
    private static partial Regex Pairs();

    [GeneratedRegex(@"(?<=^|\s)\d+(?:\.\d+)? [-+*] \d+(?:\.\d+)? = \d+(?:\.\d+)?(?![\d.,]*\d)(?! ?[-+*/=^(])",
        RegexOptions.CultureInvariant)]
    private static partial Regex Calculations();

    [GeneratedRegex(@"\b(?:Tom|Anna)\b", RegexOptions.CultureInvariant)]
    private static partial Regex Names();

    [GeneratedRegex(@"(?<=\d) ([+=]) (?=\d)", RegexOptions.CultureInvariant)]
    private static partial Regex Operators();
}
