using System.Collections.Immutable;
using ReasoningLsp.Mathematics.Notation;
using ReasoningLsp.Traces;
using ReasoningLsp.Traces.Segments;

namespace ReasoningLsp.Review.Scoring.Views;

/// <summary>A step's text without its words: formulas, relations, numbers and the operators between them, in the order they are
/// written.</summary>
public static class MathematicsText
{
    private const string Between = "; ";

    /// <summary>The mathematics of a text, or null where there is none.</summary>
    /// <param name="text">A step's text as reviewed.</param>
    /// <param name="code">Spans of it that are code.</param>
    public static string? Of(string text, ImmutableArray<TextSpan> code)
    {
        ArgumentNullException.ThrowIfNull(text);
        var kept = new List<TextSpan>();
        foreach (var segment in TextSegmenter.Segment(text, code))
        {
            if (segment.Kind is SegmentKind.InlineMath or SegmentKind.DisplayMath)
                kept.Add(segment.Whole);
            else if (segment.Kind == SegmentKind.Prose)
                kept.AddRange(InProse(text, segment.Content));
        }

        var parts = Joined(text, kept).Select(span => Trimmed(text.Substring(span.Start, span.Length)))
            .Where(part => part.Any(char.IsLetterOrDigit)).ToList();
        return parts.Count == 0 ? null : string.Join(Between, parts);
    }

    private static IEnumerable<TextSpan> InProse(string text, TextSpan prose)
    {
        var tokens = Lexer.Lex(text, [new NotationRegion(prose.Start, prose.Length, NotationMode.Prose)], LexerOptions.Default).Tokens;
        for (var at = 0; at < tokens.Length; at++)
        {
            if (!IsMathematics(tokens, at))
                continue;
            var first = at;
            while (at + 1 < tokens.Length && IsMathematics(tokens, at + 1))
                at++;
            // A lone sign or bracket of prose says nothing.
            if (tokens.AsSpan(first, at - first + 1).ToArray()
                .Any(token => token.Kind is TokenKind.Number or TokenKind.Letter or TokenKind.Command))
                yield return TextSpan.FromBounds(tokens[first].Start, tokens[at].End);
        }
    }

    private static bool IsMathematics(ImmutableArray<Token> tokens, int at) => tokens[at].Kind switch
    {
        TokenKind.Number or TokenKind.Operator or TokenKind.Relation or TokenKind.Open or TokenKind.Close or TokenKind.Command
            or TokenKind.Superscript or TokenKind.Ellipsis => true,
        // A letter of prose is a quantity only where something is done with it: "a" is mostly a word.
        TokenKind.Letter => Works(tokens, at - 1) || Works(tokens, at + 1),
        _ => false,
    };

    private static bool Works(ImmutableArray<Token> tokens, int at) =>
        at >= 0 && at < tokens.Length && tokens[at].Kind is TokenKind.Operator or TokenKind.Relation or TokenKind.Superscript;

    // "$x$ = 5" is one piece, though a formula ends inside it.
    private static List<TextSpan> Joined(string text, List<TextSpan> spans)
    {
        var joined = new List<TextSpan>();
        foreach (var span in spans)
        {
            if (joined.Count > 0 && string.IsNullOrWhiteSpace(text[joined[^1].End..Math.Max(joined[^1].End, span.Start)]))
                joined[^1] = TextSpan.FromBounds(joined[^1].Start, Math.Max(joined[^1].End, span.End));
            else
                joined.Add(span);
        }

        return joined;
    }

    // Brackets of the sentence are no brackets of the formula.
    private static string Trimmed(string part)
    {
        part = part.Trim();
        while (part.Length > 0 && Unbalanced(part) is var balance and not 0)
        {
            if (balance > 0 && part[0] is '(' or '[')
                part = part[1..].TrimStart();
            else if (balance < 0 && part[^1] is ')' or ']')
                part = part[..^1].TrimEnd();
            else
                break;
        }

        return part;
    }

    private static int Unbalanced(string part) => part.Sum(c => c is '(' or '[' ? 1 : c is ')' or ']' ? -1 : 0);
}
