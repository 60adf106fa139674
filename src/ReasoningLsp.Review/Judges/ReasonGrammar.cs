using System.Globalization;
using System.Text;
using ReasoningLsp.Review.Checklists;

namespace ReasoningLsp.Review.Judges;

/// <summary>The form of a reasoned verdict: a bounded reason, a step that exists, one of three words. What follows the grammar can always
/// be read.</summary>
internal static class ReasonGrammar
{
    /// <summary>Most characters of a reason.</summary>
    public const int LongestReason = 200;

    /// <summary>Tokens that suffice for any text of the grammar, for a token is at least a character, or a byte of one.</summary>
    public const int MaximumTokens = (LongestReason * 4) + 64;

    /// <summary>The grammar for a trace of so many steps.</summary>
    public static string For(int steps)
    {
        var numbers = new StringBuilder("\"none\"");
        for (var step = 1; step <= Math.Min(steps, 500); step++)
            numbers.Append(CultureInfo.InvariantCulture, $" | \"{step}\"");
        return $$"""
            root ::= "Reason: " [^\n\r]{1,{{LongestReason}}} "\nStep: " step "\nAnswer: " answer
            step ::= {{numbers}}
            answer ::= "YES" | "NO" | "UNSURE"
            """;
    }

    /// <summary>The verdict, or null where the text was cut off.</summary>
    public static ReasonedVerdict? Read(string text, int steps)
    {
        var lines = text.Split('\n');
        if (lines is not [var reason, var step, var answer] || !reason.StartsWith("Reason: ", StringComparison.Ordinal)
            || !step.StartsWith("Step: ", StringComparison.Ordinal) || !answer.StartsWith("Answer: ", StringComparison.Ordinal))
            return null;
        int? index = int.TryParse(step.AsSpan(6), NumberStyles.None, CultureInfo.InvariantCulture, out var number) && number >= 1
            && number <= steps ? number - 1 : null;
        return answer[8..] switch
        {
            "YES" => new ReasonedVerdict(ItemAnswer.Yes, index, reason[8..].Trim()),
            "NO" => new ReasonedVerdict(ItemAnswer.No, index, reason[8..].Trim()),
            "UNSURE" => new ReasonedVerdict(ItemAnswer.Unsure, index, reason[8..].Trim()),
            _ => null,
        };
    }
}
