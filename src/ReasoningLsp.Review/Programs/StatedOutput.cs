using ReasoningLsp.Traces;

namespace ReasoningLsp.Review.Programs;

/// <summary>What a text states as the output of a program.</summary>
/// <param name="Step">The step in which it stands.</param>
/// <param name="Written">As written, with its place.</param>
/// <param name="IsCopied">Whether its form says that it is what was printed, and nothing said of it.</param>
public sealed record StatedOutput(int Step, MappedText Written, bool IsCopied)
{
    /// <summary>As written.</summary>
    public string Text => Written.Text;

    /// <summary>What stands at <paramref name="span"/> of a text without the blanks around it; null where nothing does.</summary>
    /// <param name="step">The step of the text.</param>
    /// <param name="text">The text.</param>
    /// <param name="span">The place.</param>
    /// <param name="isCopied">See <see cref="IsCopied"/>.</param>
    public static StatedOutput? Of(int step, MappedText text, TextSpan span, bool isCopied)
    {
        ArgumentNullException.ThrowIfNull(text);
        var written = text.Text.AsSpan(span.Start, span.Length);
        var (from, to) = (span.Start + written.Length - written.TrimStart().Length, span.Start + written.TrimEnd().Length);
        // The full stop of a sentence.
        if (!isCopied && to - from > 1 && text.Text[to - 1] == '.')
            to--;
        return to <= from ? null : new StatedOutput(step, text.Slice(TextSpan.FromBounds(from, to)), isCopied);
    }
}
