using ReasoningLsp.Review.Findings;

namespace ReasoningLsp.Cli.Bench;

/// <summary>The way in which a passage was read, so that alarms that have one cause stand together.</summary>
internal static class ReadingKind
{
    private static readonly (string Kind, string[] Signs)[] Kinds =
    [
        ("percent", ["%", "percent"]),
        ("angle", ["°", "\\circ", "^{\\circ}"]),
        ("function", ["sin", "cos", "tan", "log", "ln", "exp", "\\lfloor", "gcd", "\\binom", "!"]),
        ("units", ["\\text", "\\mathrm", "\\mathrm{", "\\rm"]),
        ("rounded", ["≈", "\\approx", "\\sim", "≒"]),
        ("root", ["\\sqrt", "√"]),
    ];

    /// <summary>The kind: what the evidence says, else what the notation shows.</summary>
    public static string Of(Finding finding, string passage)
    {
        foreach (var (name, value) in finding.Evidence.Items)
        {
            if (name == "reading")
                return value;
        }

        foreach (var (kind, signs) in Kinds)
        {
            if (signs.Any(sign => passage.Contains(sign, StringComparison.OrdinalIgnoreCase)))
                return kind;
        }

        var words = passage.Split(' ').Any(word => word.Length > 2 && word.All(char.IsLetter));
        if (words)
            return "words";
        if (passage.Where((unit, at) => char.IsLetter(unit) && !InCommand(passage, at)).Any())
            return "letters";
        return passage.Contains('.') ? "decimals" : "integers";
    }

    private static bool InCommand(string passage, int at)
    {
        while (at > 0 && char.IsAsciiLetter(passage[at]))
            at--;
        return passage[at] == '\\';
    }
}
