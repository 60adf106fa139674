using System.Collections.Immutable;
using ReasoningLsp.Mathematics.Notation;
using ReasoningLsp.Review.Languages;

namespace ReasoningLsp.Review.Analysis;

/// <summary>Puts each relation chain of a step into its sentence.</summary>
internal static class StatementReader
{
    private const int LongestContext = 240;

    public static ImmutableArray<Statement> Read(string text, ImmutableArray<Token> tokens, ImmutableArray<RelationChain> chains,
        Lexicon lexicon)
    {
        var statements = ImmutableArray.CreateBuilder<Statement>(chains.Length);
        var previousEnd = 0;
        for (var i = 0; i < chains.Length; i++)
        {
            var chain = chains[i];
            var start = Math.Clamp(chain.Start, 0, text.Length);
            var end = Math.Clamp(chain.End, start, text.Length);
            var sentence = SentenceStart(text, start);
            var bridgeStart = Math.Clamp(previousEnd, 0, start);
            statements.Add(new Statement(
                i,
                chain,
                tokens,
                TableHeads.Above(text, start) + Lower(text, Math.Max(sentence, start - LongestContext), start),
                Lower(text, end, Math.Min(text.Length, NextSentenceEnd(text, end))),
                Lower(text, Math.Max(bridgeStart, start - (2 * LongestContext)), start))
            { IsOption = IsOption(text, start), IsAsked = IsAsked(text, end), Lexicon = lexicon });
            previousEnd = end;
        }

        return statements.MoveToImmutable();
    }

    /// <summary>The sentence around a part of a text.</summary>
    public static Sentence Around(string text, int start, int end, Lexicon lexicon) => new(
        TableHeads.Above(text, start) + Lower(text, Math.Max(Math.Max(SentenceStart(text, start), BehindDisplay(text, start)),
            start - LongestContext), start),
        Lower(text, end, Math.Min(text.Length, NextSentenceEnd(text, end))),
        IsOption(text, start), IsAsked(text, end), lexicon);

    // "We check:\n\\[ … \\]\nAll hold": a line with a capital behind a display begins a sentence, whatever stop the display lacks.
    private static int BehindDisplay(string text, int start)
    {
        var display = start > 0 ? text.LastIndexOf("\\]", start - 1, StringComparison.Ordinal) : -1;
        if (display < 0)
            return 0;
        var rest = text.AsSpan(display + 2, start - display - 2);
        var words = rest.TrimStart();
        return words.Length > 0 && char.IsUpper(words[0]) && rest[..^words.Length].Contains('\n') ? start - words.Length : 0;
    }

    private static bool IsOption(string text, int start)
    {
        var before = text.AsSpan(0, start).TrimEnd(" \t$\\([{*");
        if (before is [.., '(', >= 'A' and <= 'E', ')'] && (before.Length == 3 || char.IsWhiteSpace(before[^4]) || before[^4] is '*'))
            return true;
        return before is [.., >= 'A' and <= 'E', '.' or ')'] && (before.Length == 2 || char.IsWhiteSpace(before[^3]) || before[^3] is '*')
            && HasOption(text, before[^2] == 'A' ? 'B' : 'A', before[^1]);
    }

    // "A. 51 is prime. B. 53 is prime.": what begins with one letter stands among those that begin with others.
    private static bool HasOption(string text, char letter, char mark)
    {
        for (var i = text.IndexOf(letter, StringComparison.Ordinal); i >= 0; i = text.IndexOf(letter, i + 1))
        {
            if (i + 2 < text.Length && text[i + 1] == mark && text[i + 2] is ' ' or '\u00a0' or '*'
                && (i == 0 || char.IsWhiteSpace(text[i - 1]) || text[i - 1] == '*'))
                return true;
        }

        return false;
    }

    // The sentence ends in a question mark, whatever closes between; a semicolon asks in Greek only.
    private static bool IsAsked(string text, int end)
    {
        for (var i = end; i < text.Length && i - end < LongestContext; i++)
        {
            if (text[i] is '?' or '？' or '؟')
                return true;
            if (EndsSentence(text, i))
                return AnyLanguage.Has(PhraseRole.Asked, text.AsSpan(end, i - end));
        }

        return false;
    }

    private static string Lower(string text, int start, int end) => text[start..Math.Max(start, end)].ToLowerInvariant();

    private static int SentenceStart(string text, int position)
    {
        for (var i = position - 1; i > 0 && position - i < LongestContext; i--)
        {
            if (EndsSentence(text, i) && !IsBehindColon(text, i))
                return i + 1;
        }

        return Math.Max(0, position - LongestContext);
    }

    private static int NextSentenceEnd(string text, int position)
    {
        var ends = 0;
        for (var i = position; i < text.Length && i - position < LongestContext; i++)
        {
            if (EndsSentence(text, i) && ++ends == 2)
                return i + 1;
        }

        return Math.Min(text.Length, position + LongestContext);
    }

    /// <summary>Whether a sentence ends at the offset.</summary>
    public static bool EndsSentence(string text, int i) =>
        text[i] is '?' or '。' or '！' or '．' or '？' or '؟' or '।' or '；'
        || (text[i] is '.' or '!' or ';' && (i + 1 == text.Length || char.IsWhiteSpace(text[i + 1]) || text[i + 1] is '\\' or '$')
            && !EndsAbbreviation(text, i))
        || (text[i] == '\n' && ((i > 0 && text[i - 1] == '\n')
            || (i + 2 < text.Length && text[i + 1] is '-' or '*' or '•' && text[i + 2] == ' ')));

    // "We set both equal:" and a display below: the blank line ends no sentence.
    private static bool IsBehindColon(string text, int i) =>
        text[i] == '\n' && text.AsSpan(0, i).TrimEnd(" \t\r\n*$") is [.., ':' or '：'];

    // "i.e. 3 = 0", "d. h. 3 = 0": letters each with a point.
    private static bool EndsAbbreviation(string text, int i)
    {
        if (i < 3 || text[i] != '.' || !char.IsLower(text[i - 1]))
            return false;
        var before = text[i - 2] is ' ' or '\u00a0' ? i - 3 : i - 2;
        return before > 0 && text[before] == '.' && char.IsLetter(text[before - 1]) && (before == 1 || !char.IsLetter(text[before - 2]));
    }
}
