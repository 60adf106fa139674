using System.Text.RegularExpressions;

namespace ReasoningLsp.Review.Programs;

/// <summary>Compares what is stated with what was printed. They differ only where that is certain.</summary>
internal static partial class OutputComparison
{
    private static readonly string[] s_constants = ["True", "False", "None"];

    /// <summary>Whether an output says of itself that it is not all, or that it is an error, an object without a value.</summary>
    private static bool IsOpen(string stated) => Open().IsMatch(stated);

    /// <summary>Same, different, or not to be told.</summary>
    /// <param name="stated">As written.</param>
    /// <param name="printed">By the program.</param>
    public static ProgramVerdict Compare(StatedOutput stated, string printed)
    {
        var (says, does) = (OutputTokens.Of(stated.Text), OutputTokens.Of(printed));
        if (says.IsSame(does) || IsPart(stated.Text, printed))
            return ProgramVerdict.Same;
        if (string.IsNullOrWhiteSpace(printed) || IsOpen(stated.Text) || IsOpen(printed) || IsOneValue(stated.Text, printed))
            return ProgramVerdict.Undecided;
        // What is said of an output is none: only bare values are compared.
        if (!stated.IsCopied && !Bare().IsMatch(stated.Text))
            return ProgramVerdict.Undecided;
        if (says.Numbers.IsEmpty)
            return s_constants.Contains(stated.Text.Trim()) && s_constants.Contains(printed.Trim())
                ? ProgramVerdict.Differs : ProgramVerdict.Undecided;
        // The same numbers in other words or in another order.
        return says.IsWithin(does) ? ProgramVerdict.Undecided : ProgramVerdict.Differs;
    }

    // Written in another way: 1/2 and 0.5, 12,000 and 12000.
    private static bool IsOneValue(string stated, string printed) =>
        OutputTokens.Of(Grouped().Replace(stated, string.Empty)).IsSame(OutputTokens.Of(Grouped().Replace(printed, string.Empty)))
        || (ValueOf(stated) is { } first && ValueOf(printed) is { } second
            && Math.Abs(first - second) <= 1e-6 * Math.Max(1, Math.Abs(first)));

    private static double? ValueOf(string text)
    {
        if (Fraction().Match(text.Trim()) is not { Success: true } parts)
            return null;
        var value = OutputTokens.Number.Of(parts.Groups[1].Value).Value;
        return parts.Groups[2].Success ? value / OutputTokens.Number.Of(parts.Groups[2].Value).Value : value;
    }

    // Some lines of what was printed, in their order.
    private static bool IsPart(string stated, string printed)
    {
        var left = new Queue<OutputTokens>(Lines(printed).Select(OutputTokens.Of));
        foreach (var line in Lines(stated).Select(OutputTokens.Of))
        {
            while (left.Count > 0 && !left.Peek().IsSame(line))
                left.Dequeue();
            if (left.Count == 0)
                return false;
            left.Dequeue();
        }

        return true;
    }

    /// <summary>The lines that say something.</summary>
    public static IEnumerable<string> Lines(string text) =>
        text.ReplaceLineEndings("\n").Split('\n').Select(line => line.Trim()).Where(line => line.Length > 0);

    [GeneratedRegex(@"\.\.\.|\u2026|Traceback|Error\b|Exception\b|Warning\b|[Tt]ime ?out|[Tt]imed out|truncated"
        + @"|\bat 0x|<(?:\w[\w.]* object|function|generator|class|module|built-in)\b",
        RegexOptions.CultureInvariant)]
    private static partial Regex Open();

    [GeneratedRegex(@"(?<=[0-9]),(?=[0-9]{3}(?![0-9]))", RegexOptions.CultureInvariant)]
    private static partial Regex Grouped();

    [GeneratedRegex(@"^(-?[0-9]{1,15}(?:\.[0-9]{1,15})?)(?:\s*/\s*([0-9]{1,15}))?$", RegexOptions.CultureInvariant)]
    private static partial Regex Fraction();

    [GeneratedRegex(@"^(?:[-+0-9.,eE/\s()\[\]{}]|True|False|None)+$", RegexOptions.CultureInvariant | RegexOptions.NonBacktracking)]
    private static partial Regex Bare();
}
