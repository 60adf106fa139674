using System.Buffers;
using ReasoningLsp.Traces;

namespace ReasoningLsp.Review.Programs;

/// <summary>A part of a step's text as code names itself: a fence with its language, an element with its name.</summary>
/// <param name="Name">The language of the fence in lower case, the element's name in angle brackets, or nothing.</param>
/// <param name="Content">What stands within, in the text of the step.</param>
internal readonly record struct CodePart(string Name, TextSpan Content)
{
    private const string Blanks = " \t";
    private static readonly SearchValues<char> s_nameEnds = SearchValues.Create(" \t{}=,:");

    /// <summary>Reads the code at <paramref name="span"/> of <paramref name="text"/>; null for what is neither fence nor element.</summary>
    public static CodePart? Of(string text, TextSpan span)
    {
        var code = text.AsSpan(span.Start, span.Length);
        var opening = code.Length - code.TrimStart().Length;
        code = code[opening..].TrimEnd();
        if (code.StartsWith("```", StringComparison.Ordinal) || code.StartsWith("~~~", StringComparison.Ordinal))
            return Fence(code, span.Start + opening);
        return code is ['<', ..] ? Element(text, code, span.Start + opening) : null;
    }

    private static CodePart? Fence(ReadOnlySpan<char> code, int start)
    {
        var lineEnd = code.IndexOf('\n');
        if (lineEnd < 0)
            return null;
        var info = code[..lineEnd].Trim("`~ \t\r{}.");
        var nameEnd = info.IndexOfAny(s_nameEnds);
        var last = code.LastIndexOf('\n');
        var closing = code[(last + 1)..].Trim(Blanks);
        var end = last > lineEnd - 1 && closing.Length >= 3 && closing.IndexOfAnyExcept(code[0]) < 0 ? last : code.Length;
        return new CodePart((nameEnd < 0 ? info : info[..nameEnd]).ToString().ToLowerInvariant(),
            TextSpan.FromBounds(start + lineEnd + 1, start + Math.Max(lineEnd + 1, end)));
    }

    private static CodePart? Element(string text, ReadOnlySpan<char> code, int start)
    {
        var open = code.IndexOf('>');
        var close = code.LastIndexOf("</", StringComparison.Ordinal);
        if (open < 0 || close <= open)
            return null;
        var name = code[1..open];
        var nameEnd = name.IndexOf(' ');
        var content = TextSpan.FromBounds(start + open + 1, start + close);
        // A fence within the element says which language it is.
        var inner = text.AsSpan(content.Start, content.Length).Trim();
        if (inner.StartsWith("```", StringComparison.Ordinal) && Fence(inner, content.Start
            + text.AsSpan(content.Start, content.Length).IndexOf("```", StringComparison.Ordinal)) is { } fence)
            content = fence.Content;
        return new CodePart($"<{(nameEnd < 0 ? name : name[..nameEnd])}>".ToLowerInvariant(), content);
    }
}
