using System.Collections.Immutable;

namespace ReasoningLsp.Traces;

/// <summary>Applies edits to a text.</summary>
public static class TextEdits
{
    /// <summary>The text after all <paramref name="edits"/>, whose spans count in the text before any of them.</summary>
    /// <exception cref="ArgumentException">The edits are not ascending, overlap, or reach outside the text.</exception>
    public static string Apply(string text, ImmutableArray<TextEdit> edits)
    {
        ArgumentNullException.ThrowIfNull(text);
        if (edits.IsDefaultOrEmpty)
            return text;
        var length = Check(text.Length, edits);
        return string.Create(length, (text, edits), static (target, source) =>
        {
            int from = 0, to = 0;
            foreach (var edit in source.edits)
            {
                Copy(source.text.AsSpan(from, edit.Span.Start - from), target, ref to);
                Copy(edit.NewText, target, ref to);
                from = edit.Span.End;
            }

            Copy(source.text.AsSpan(from), target, ref to);
        });
    }

    private static int Check(int length, ImmutableArray<TextEdit> edits)
    {
        int at = 0, result = length;
        foreach (var edit in edits)
        {
            if (edit.Span.Length < 0 || edit.Span.Start < at)
                throw new ArgumentException($"The edit at {edit.Span.Start} overlaps the one before it or is out of order.", nameof(edits));
            if (edit.Span.End > length)
                throw new ArgumentException(
                    $"The edit at {edit.Span.Start} ends at {edit.Span.End}, after the end of the text at {length}.", nameof(edits));
            at = edit.Span.End;
            result = checked(result + edit.NewText.Length - edit.Span.Length);
        }

        return result;
    }

    private static void Copy(ReadOnlySpan<char> source, Span<char> target, ref int to)
    {
        source.CopyTo(target[to..]);
        to += source.Length;
    }
}
