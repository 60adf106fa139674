using System.Text.RegularExpressions;

namespace ReasoningLsp.Traces.Inline;

/// <summary>The tokens by which the formats of models begin and end a turn: <c>&lt;|im_start|&gt;assistant</c>,
/// <c>&lt;/s&gt;</c>.</summary>
/// <remarks>Around a turn they are its format. Within one, or where they open the turn of someone else, they are text that the review looks
/// at.</remarks>
internal static partial class SpecialTokens
{
    /// <summary>The part of <paramref name="turn"/> that is left without the tokens it begins and ends with.</summary>
    public static TextSpan Within(string turn)
    {
        var text = turn.AsSpan();
        if (text.TrimStart() is not ['<' or '[', ..] && text.TrimEnd() is not [.., '>'])
            return new TextSpan(0, turn.Length);
        var start = Opening().Match(turn) is { Success: true } opening ? opening.Length : 0;
        var end = Closing().Match(turn, start) is { Success: true } closing ? closing.Index : turn.Length;
        return TextSpan.FromBounds(start, Math.Max(start, end));
    }

    /// <summary>The length of <paramref name="rest"/> where it is nothing but tokens that end a turn and white space, else 0.</summary>
    public static int ClosingLength(ReadOnlySpan<char> rest)
    {
        const int Longest = 200;
        if (rest.Length > Longest || !rest.TrimEnd().EndsWith("|>"))
            return 0;
        foreach (var match in Closing().EnumerateMatches(rest))
            if (match.Index == 0)
                return rest.TrimEnd().Length;
        return 0;
    }

    // The openers of an assistant's turn; a token without a role may open any turn.
    [GeneratedRegex(
        @"\A(?:\s*(?:<\|(?:im_start|start|turn)\|>(?:assistant|model)\b|<\|start_header_id\|>assistant<\|end_header_id\|>"
            + @"|<start_of_turn>model\b"
        + @"|<\|assistant\|>|<｜Assistant｜>|<\|begin_of_text\|>|<｜begin▁of▁sentence｜>|<s>|<bos>|\[/INST\]))+\s*",
        RegexOptions.NonBacktracking | RegexOptions.CultureInvariant)]
    private static partial Regex Opening();

    [GeneratedRegex(
        @"(?:\s*(?:<\|(?:im_end|end|return|eot_id|endoftext|end_of_text|eom_id|turn_end)\|>|<end_of_turn>|<｜end▁of▁sentence｜>|</s>"
            + @"|<eos>))+\s*\z",
        RegexOptions.NonBacktracking | RegexOptions.CultureInvariant)]
    private static partial Regex Closing();
}
