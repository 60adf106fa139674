using ReasoningLsp.Mathematics.Dates;

namespace ReasoningLsp.Mathematics.Answers;

/// <summary>Reads an answer that is a time of day in words or with its half: <c>2:30 PM</c>, <c>noon</c>, <c>half past three</c>.</summary>
internal static class ClockReader
{
    /// <summary>The time; null where the whole text is none, or is digits that may be a ratio.</summary>
    public static Answer.Clock? Read(string text)
    {
        text = text.StartsWith("at ", StringComparison.OrdinalIgnoreCase) ? text[3..] : text;
        if (!ClockTime.TryParsePrefix(text, out var time, out var length) || text[length..].Trim(' ', '.').Length > 0)
            return null;
        return time.HalfIsKnown || NumberPhrase.Split(text) is null or { Length: > 1 } ? new Answer.Clock(time) : null;
    }
}
