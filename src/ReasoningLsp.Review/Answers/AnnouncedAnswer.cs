using System.Collections.Immutable;
using ReasoningLsp.Mathematics.Notation;
using ReasoningLsp.Mathematics.Patterns;
using ReasoningLsp.Review.Analysis;

namespace ReasoningLsp.Review.Answers;

/// <summary>The number that a step announces as the answer, in a sentence that names no other.</summary>
/// <param name="Number">The number.</param>
/// <param name="Noun">What it counts, or empty.</param>
/// <param name="Start">Where the sentence starts in the step's text.</param>
internal sealed partial record AnnouncedAnswer(Token Number, string Noun, int Start)
{
    private const int LongestSection = 120;

    /// <summary>The last such answer of a step; null where there is none, or more than a number is announced.</summary>
    public static AnnouncedAnswer? In(StepAnalysis analysis)
    {
        if (s_announcement.Matches(analysis.Text) is not { Count: > 0 } matches)
            return null;
        var announcement = matches[^1];
        return Only(analysis.Tokens, SentenceStart(analysis.Text, announcement.Index), announcement.Index);
    }

    /// <summary>Where the sentence with the last such announcement starts; null where there is none.</summary>
    public static int? Sentence(StepAnalysis analysis) => s_announcement.Matches(analysis.Text) is { Count: > 0 } matches
        ? SentenceStart(analysis.Text, matches[^1].Index) : null;

    /// <summary>The number in the last box of a step, where nothing else is in it and no other follows; null where there is none.</summary>
    public static AnnouncedAnswer? InBox(StepAnalysis analysis) =>
        analysis.Text.LastIndexOf(@"\boxed", StringComparison.Ordinal) is >= 0 and var box ? Only(analysis.Tokens, box, box) : null;

    /// <summary>The one number of a step's last sentence, where it counts something and another sentence stands before it; null where
    /// there is none.</summary>
    public static AnnouncedAnswer? InLastSentence(StepAnalysis analysis)
    {
        var end = analysis.Text.TrimEnd().Length;
        if (end == 0 || analysis.Text[end - 1] is not '.')
            return null;
        var start = SentenceStart(analysis.Text, end - 1);
        return start > 0 && Only(analysis.Tokens, start, start) is { Noun.Length: > 0, Number.Decimals: 0 } only ? only : null;
    }

    /// <summary>The number that an Answer section consists of; null where it holds more.</summary>
    public static AnnouncedAnswer? InSection(string section)
    {
        var text = section.Replace('$', ' ').Replace('*', ' ');
        var mode = text.Contains('\\', StringComparison.Ordinal) ? NotationMode.Math : NotationMode.Prose;
        return text.Length > LongestSection ? null
            : Only(Lexer.Lex(text, [new NotationRegion(0, text.Length, mode)], LexerOptions.Default).Tokens, 0, 0) is { } only
                ? only with { Start = int.MaxValue } : null;
    }

    private static AnnouncedAnswer? Only(ImmutableArray<Token> tokens, int start, int announced)
    {
        int? number = null;
        for (var i = 0; i < tokens.Length; i++)
        {
            if (tokens[i].Start < start)
                continue;
            if (tokens[i].Kind == TokenKind.Number && number is null && tokens[i].Start >= announced)
                number = i;
            else if (tokens[i].Kind is TokenKind.Number or TokenKind.Operator or TokenKind.Relation or TokenKind.Percent
                or TokenKind.Letter or TokenKind.Superscript
                || (tokens[i].Kind == TokenKind.Command && tokens[i].Text is not ("boxed" or "text")))
                return null;
        }

        return number is { } at ? new AnnouncedAnswer(tokens[at], Nouns.Of(tokens, at), start) : null;
    }

    private static int SentenceStart(string text, int position)
    {
        for (var i = position - 1; i > 0; i--)
        {
            if (text[i] == '\n' || (text[i] is '.' or '!' or '?' or ';' && char.IsWhiteSpace(text[i + 1])))
                return i + 1;
        }

        return 0;
    }

    private static readonly LinearRegex s_announcement = new(@"\b[Aa]nswer(?: is\b|:)|####");
}
