namespace ReasoningLsp.Traces.Inline;

/// <summary><c>&lt;think&gt;</c> or <c>&lt;/think&gt;</c>.</summary>
internal readonly record struct ThinkTag(TextSpan Span, bool Opens)
{
    private static readonly (string Text, bool Opens)[] Forms =
        [("<think>", true), ("</think>", false), ("<thinking>", true), ("</thinking>", false)];

    public static ThinkTag? At(ReadOnlySpan<char> text, int at)
    {
        foreach (var (form, opens) in Forms)
            if (text[at..].StartsWith(form, StringComparison.OrdinalIgnoreCase))
                return new ThinkTag(new TextSpan(at, form.Length), opens);
        return null;
    }
}
