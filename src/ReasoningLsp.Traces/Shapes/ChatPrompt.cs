using System.Text.RegularExpressions;

namespace ReasoningLsp.Traces.Shapes;

/// <summary>A prompt in the format of a model.</summary>
internal static partial class ChatPrompt
{
    /// <summary>What its last turn of a user asks; the whole where no turns are marked.</summary>
    public static MappedText Question(MappedText prompt)
    {
        var text = prompt.Text;
        var start = User().Matches(text) is { Count: > 0 } users ? users[^1].Index + users[^1].Length : 0;
        var end = UserEnd().Match(text, start) is { Success: true } after ? after.Index : text.Length;
        end = Lines.TrimEnd(text, start, end);
        return prompt.Slice(TextSpan.FromBounds(start, end));
    }

    [GeneratedRegex(
        @"<\|im_start\|>user\s*|<\|start_header_id\|>user<\|end_header_id\|>\s*|<start_of_turn>user\s*|<\|user\|>\s*|<｜User｜>\s*"
            + @"|\[INST\]\s*|^(?:user|Human:)\s+",
        RegexOptions.NonBacktracking | RegexOptions.CultureInvariant | RegexOptions.Multiline)]
    private static partial Regex User();

    [GeneratedRegex(
        @"<\|im_end\|>|<\|eot_id\|>|<end_of_turn>|<\|assistant\|>|<｜Assistant｜>|\[/INST\]|^(?:assistant|Assistant:)\s*",
        RegexOptions.NonBacktracking | RegexOptions.CultureInvariant | RegexOptions.Multiline)]
    private static partial Regex UserEnd();
}
