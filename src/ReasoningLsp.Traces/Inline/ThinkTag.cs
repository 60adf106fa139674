namespace ReasoningLsp.Traces.Inline;

/// <summary><c>&lt;think&gt;</c> or <c>&lt;/think&gt;</c>, and what stands for them: other names, and the channels of the harmony
/// format.</summary>
internal readonly record struct ThinkTag(TextSpan Span, bool Opens)
{
    private static readonly (string Text, bool Opens)[] Forms =
        [
            ("<think>", true), ("</think>", false), ("<thinking>", true), ("</thinking>", false), ("<thought>", true),
            ("</thought>", false),
            ("<|begin_of_thought|>", true), ("<|end_of_thought|>", false), ("<|begin_of_solution|>", false), ("<|end_of_solution|>", false),
        ];

    // "<|end|><|start|>assistant<|channel|>final<|message|>": what is not final is thought.
    private const int LongestChannel = 120;

    public static ThinkTag? At(ReadOnlySpan<char> text, int at)
    {
        foreach (var (form, opens) in Forms)
            if (text[at..].StartsWith(form, StringComparison.OrdinalIgnoreCase))
                return new ThinkTag(new TextSpan(at, form.Length), opens);
        return text[at..].StartsWith("<|") ? Channel(text, at) : null;
    }

    private static ThinkTag? Channel(ReadOnlySpan<char> text, int at)
    {
        const string Name = "<|channel|>", Message = "<|message|>";
        var rest = text[at..Math.Min(text.Length, at + LongestChannel)];
        var end = 0;
        foreach (var token in (ReadOnlySpan<string>)["<|end|>", "<|return|>", "<|call|>", "<|start|>assistant"])
            if (rest[end..].StartsWith(token, StringComparison.Ordinal))
                end += token.Length;
        if (!rest[end..].StartsWith(Name, StringComparison.Ordinal)
            || rest[end..].IndexOf(Message, StringComparison.Ordinal) is not (> 0 and var message))
            return null;
        var isFinal = rest[(end + Name.Length)..].StartsWith("final", StringComparison.Ordinal);
        return new ThinkTag(new TextSpan(at, end + message + Message.Length), !isFinal);
    }
}
