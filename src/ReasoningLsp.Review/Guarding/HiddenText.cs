using System.Buffers;
using ReasoningLsp.Traces;

namespace ReasoningLsp.Review.Guarding;

/// <summary>Control tokens of chat formats written out, and characters that carry text nobody sees.</summary>
internal static class HiddenText
{
    // The tokens that end a turn stand alone at the end of honest model output; those that open one do not.
    private static readonly SearchValues<string> s_tokens = SearchValues.Create(
        ["<|im_start|>", "<|start_header_id|>", "<|begin_of_text|>", "<|system|>", "<|assistant|>", "<|user|>", "[INST]", "[/INST]",
        "<<SYS>>", "<start_of_turn>", "<｜User｜>", "<｜Assistant｜>", "<|im_end|>", "<|eot_id|>", "<end_of_turn>"],
        StringComparison.Ordinal);

    private static readonly string[] s_endings =
    [
        "<|im_end|>", "<|eot_id|>", "<end_of_turn>", "<|endoftext|>", "<|end_of_text|>", "<|end|>", "<|return|>", "<|eom_id|>",
        "<|end_of_turn|>", "<｜end▁of▁sentence｜>", "<|EOT|>", "</s>", "<eos>", "<pad>",
    ];

    private static readonly SearchValues<char> s_hidden = SearchValues.Create('\u202D', '\u202E', '\uDB40');

    /// <summary>The first of each kind.</summary>
    public static IEnumerable<(TextSpan Span, string Name)> Find(string text)
    {
        // What a model's output ends with was left there by the program that wrote it down.
        var at = text.AsSpan(0, WithoutEndings(text)).IndexOfAny(s_tokens);
        if (at >= 0)
        {
            var end = text.AsSpan(at + 1).IndexOfAny('>', ']');
            end = end < 0 ? text.Length : at + 1 + end + (text[at + 1] == '<' ? 2 : 1);
            var token = text[at..Math.Min(end, text.Length)];
            yield return (new TextSpan(at, token.Length), $"the control token {token}");
        }

        var hidden = text.AsSpan().IndexOfAny(s_hidden);
        while (hidden >= 0 && hidden < text.Length)
        {
            if (text[hidden] != '\uDB40' || (hidden + 1 < text.Length && text[hidden + 1] is >= '\uDC00' and <= '\uDC7F'))
            {
                yield return (new TextSpan(hidden, text[hidden] == '\uDB40' ? 2 : 1),
                    text[hidden] == '\uDB40' ? "invisible tag characters" : "a character that reverses the reading direction");
                yield break;
            }

            var next = text.AsSpan(hidden + 1).IndexOfAny(s_hidden);
            hidden = next < 0 ? -1 : hidden + 1 + next;
        }
    }

    // Length of the text before the blanks and tokens that end a turn.
    private static int WithoutEndings(string text)
    {
        var length = text.AsSpan().TrimEnd().Length;
        // Each of them ends so, and no honest text does.
        while (length > 0 && text[length - 1] == '>'
            && s_endings.FirstOrDefault(ending => text.AsSpan(0, length).EndsWith(ending, StringComparison.Ordinal)) is { } ending)
            length = text.AsSpan(0, length - ending.Length).TrimEnd().Length;
        return length;
    }
}
