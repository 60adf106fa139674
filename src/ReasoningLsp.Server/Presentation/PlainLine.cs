using System.Text.RegularExpressions;
using ReasoningLsp.Runs.Pages.Mathematics;
using ReasoningLsp.Traces.Segments;

namespace ReasoningLsp.Server.Presentation;

/// <summary>A text as one line without markup, for where neither Markdown nor mathematics is set: <c>\frac{1}{2}</c> reads 1/2.</summary>
internal static partial class PlainLine
{
    private const int Deepest = 8;

    /// <summary>The line.</summary>
    public static string Of(string text)
    {
        var parts = TextSegmenter.Segment(text, []).Select(part => part.Kind is SegmentKind.InlineMath or SegmentKind.DisplayMath
            ? Mathematics(text.Substring(part.Content.Start, part.Content.Length))
            : Emphasis().Replace(text.Substring(part.Whole.Start, part.Whole.Length), string.Empty));
        return Blanks().Replace(string.Concat(parts), " ").Trim(' ', '#', '|');
    }

    private static string Mathematics(string tex)
    {
        tex = Layout().Replace(tex, string.Empty);
        for (var depth = 0; depth < Deepest && Innermost().IsMatch(tex); depth++)
            tex = Innermost().Replace(tex, Opened);
        tex = Command().Replace(tex, command => SignOf(command.Groups[1].Value));
        return tex.Replace("\\%", "%", StringComparison.Ordinal).Replace("\\$", "$", StringComparison.Ordinal)
            .Replace("\\\\", "; ", StringComparison.Ordinal).Replace("&", string.Empty, StringComparison.Ordinal)
            .Replace("{", string.Empty, StringComparison.Ordinal).Replace("}", string.Empty, StringComparison.Ordinal);
    }

    // Degrees are written with the sign of composition.
    private static string SignOf(string command) => command == "circ" ? "°" : MathSigns.Blanks.Contains(command) ? " "
        : MathSigns.Operators.GetValueOrDefault(command) ?? MathSigns.Letters.GetValueOrDefault(command) ?? command;

    private static string Opened(Match match) => match switch
    {
        { Groups: var parts } when parts["top"].Success => $"{Held(parts["top"].Value)}/{Held(parts["bottom"].Value)}",
        { Groups: var parts } when parts["root"].Success => $"√{Held(parts["root"].Value)}",
        { Groups: var parts } when parts["words"].Success => parts["words"].Value,
        { Groups: var parts } => $"{parts["sign"].Value}{Held(parts["small"].Value)}",
    };

    private static string Held(string part) => part.Length <= 1 || part.All(unit => char.IsLetterOrDigit(unit) || unit == '.') ? part
        : $"({part})";

    [GeneratedRegex(@"\\[dtc]?frac\s*\{(?<top>[^{}]*)\}\s*\{(?<bottom>[^{}]*)\}"
        + @"|\\[dtc]?frac(?<top>\d)(?<bottom>\d)|\\sqrt\s*\{(?<root>[^{}]*)\}"
        + @"|\\(?:text|textbf|mathrm|mathbf|boxed|operatorname|overline)\s*\{(?<words>[^{}]*)\}|(?<sign>[\^_])\{(?<small>[^{}]*)\}",
        RegexOptions.CultureInvariant)]
    private static partial Regex Innermost();

    [GeneratedRegex(@"\\(?:left|right|displaystyle|[,;:! ]|begin\{[a-z]+\*?\}|end\{[a-z]+\*?\})(?![a-zA-Z])",
        RegexOptions.CultureInvariant)]
    private static partial Regex Layout();

    [GeneratedRegex(@"\\([a-zA-Z]+)", RegexOptions.CultureInvariant)]
    private static partial Regex Command();

    [GeneratedRegex(@"\*\*|__|`|^\s*>\s?", RegexOptions.CultureInvariant)]
    private static partial Regex Emphasis();

    [GeneratedRegex(@"\s+", RegexOptions.CultureInvariant)]
    private static partial Regex Blanks();
}
