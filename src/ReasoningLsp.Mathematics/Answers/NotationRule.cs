using ReasoningLsp.Mathematics.Patterns;

namespace ReasoningLsp.Mathematics.Answers;

/// <summary>One way of writing brought to another. Its pattern is linear, and built when it is first needed.</summary>
/// <param name="pattern">What is replaced.</param>
/// <param name="replacement">What by.</param>
/// <param name="needs">Signs of which the text must hold one for the pattern to match; empty where any text may.</param>
internal sealed class NotationRule(string pattern, string replacement, string needs)
{
    private readonly LinearRegex _regex = new(pattern);

    /// <summary>The text with every match replaced.</summary>
    public string Apply(string text) =>
        needs.Length == 0 || text.AsSpan().IndexOfAny(needs) >= 0 ? _regex.Replace(text, replacement) : text;
}
