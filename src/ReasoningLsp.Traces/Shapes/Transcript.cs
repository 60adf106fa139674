using System.Text.RegularExpressions;

namespace ReasoningLsp.Traces.Shapes;

/// <summary>A conversation as one text, as sets of preferences have it: "Human: … Assistant: …".</summary>
internal static partial class Transcript
{
    /// <summary>What the last turn of a human asks, and what is answered to it; null where the text is no transcript.</summary>
    public static (MappedText Asked, MappedText Answered)? Read(MappedText text)
    {
        if (!Opening().IsMatch(text.Text) || Turn().Matches(text.Text) is not [.., var last] || !last.Value.StartsWith('A'))
            return null;
        var answered = text.Slice(TextSpan.FromBounds(last.Index + last.Length, text.Text.Length));
        return (ChatPrompt.Question(text.Slice(new TextSpan(0, last.Index))), answered);
    }

    [GeneratedRegex(@"^\s*Human:", RegexOptions.NonBacktracking | RegexOptions.CultureInvariant)]
    private static partial Regex Opening();

    [GeneratedRegex(@"^(?:Human|Assistant):[ \t]*", RegexOptions.NonBacktracking | RegexOptions.CultureInvariant | RegexOptions.Multiline)]
    private static partial Regex Turn();
}
