using System.Collections.Immutable;
using ReasoningLsp.Mathematics.Notation;

namespace ReasoningLsp.Mathematics.Facts;

/// <summary>One template laid on one place of a text.</summary>
internal sealed class FactMatch(string text, ImmutableArray<Token> tokens, FactTemplate template)
{
    // Signs of markup and mathematics that stand between a number and a word and say nothing.
    private const string Gaps = " \t\u00a0$*_\\`";

    private readonly ImmutableArray<Token>[] _slots = new ImmutableArray<Token>[template.Pieces.Length];

    /// <summary>The fact whose looked-for words begin at <paramref name="anchor"/>, or null.</summary>
    public Fact? At(int anchor)
    {
        if (Backwards(anchor) is not { } start || Forwards(anchor) is not { } end || !IsClauseStart(start) || !IsClauseEnd(end))
            return null;
        var slots = Enumerable.Range(0, _slots.Length).Where(index => FactTemplate.IsPlace(template.Pieces[index]))
            .OrderBy(index => template.Pieces[index] == FactTemplate.List ? "{z}" : template.Pieces[index], StringComparer.Ordinal)
            .Select(index => _slots[index]);
        return new Fact(template.Kind, start, end, [.. slots]);
    }

    private int? Backwards(int anchor)
    {
        int? at = anchor;
        for (var piece = template.Anchor - 1; piece >= 0 && at is { } end; piece--)
            at = FactTemplate.IsPlace(template.Pieces[piece]) ? NumbersBefore(piece, end) : WordsBefore(template.Pieces[piece].Trim(), end);
        return at is { } start && template.Anchor == 0 && IsInWord(start) ? null : at;
    }

    private int? Forwards(int anchor)
    {
        int? at = anchor;
        for (var piece = template.Anchor; piece < template.Pieces.Length && at is { } start; piece++)
        {
            at = FactTemplate.IsPlace(template.Pieces[piece])
                ? NumbersBehind(piece, start) : WordsBehind(template.Pieces[piece].Trim(), start);
        }

        return at;
    }

    private int? NumbersBefore(int piece, int end)
    {
        if (NumberBefore(end) is not { } last)
            return null;
        var numbers = ImmutableArray.Create(last);
        while (template.Pieces[piece] == FactTemplate.List && JoinedBefore(numbers[0].Start) is { } next && NumberBefore(next) is { } more)
            numbers = numbers.Insert(0, more);
        _slots[piece] = numbers;
        return numbers[0].Start;
    }

    private Token? NumberBefore(int end)
    {
        end = SkipBack(end);
        // The signs that open and close mathematics may have no width.
        var index = FirstFrom(end) - 1;
        while (index >= 0 && tokens[index].End >= end && tokens[index].Kind != TokenKind.Number)
            index--;
        return index >= 0 && tokens[index] is { Kind: TokenKind.Number } number && number.End == end ? number : null;
    }

    private int? JoinedBefore(int start)
    {
        var at = SkipBack(start);
        var wordStart = WordStart(at);
        var hasWord = wordStart < at && FactLanguage.Joins.Contains(text[wordStart..at]);
        at = hasWord ? SkipBack(wordStart) : at;
        if (at > 0 && text[at - 1] is ',' or '，' or '、')
            return at - 1;
        return hasWord ? at : null;
    }

    private int? NumbersBehind(int piece, int start)
    {
        if (NumberAt(start) is not { } first)
            return null;
        var numbers = ImmutableArray.Create(first);
        while (template.Pieces[piece] == FactTemplate.List && Joined(numbers[^1].End) is { } next && NumberAt(next) is { } more)
            numbers = numbers.Add(more);
        _slots[piece] = numbers;
        return numbers[^1].End;
    }

    private Token? NumberAt(int start)
    {
        start = SkipGaps(start);
        var index = FirstFrom(start);
        while (index < tokens.Length && tokens[index].Start == start && tokens[index].Kind != TokenKind.Number)
            index++;
        return index < tokens.Length && tokens[index] is { Kind: TokenKind.Number } number && number.Start == start ? number : null;
    }

    // The index of the first token that begins at the offset or behind it.
    private int FirstFrom(int offset)
    {
        var (low, high) = (0, tokens.Length);
        while (low < high)
        {
            var middle = (low + high) / 2;
            (low, high) = tokens[middle].Start < offset ? (middle + 1, high) : (low, middle);
        }

        return low;
    }

    // ", ", " and ", ", and ": where the next number of a list begins, or null.
    private int? Joined(int end)
    {
        var at = Skip(end);
        var hasComma = at < text.Length && text[at] is ',' or '，' or '、';
        at = hasComma ? Skip(at + 1) : at;
        var wordEnd = at;
        while (wordEnd < text.Length && char.IsLetter(text[wordEnd]))
            wordEnd++;
        if (wordEnd > at && FactLanguage.Joins.Contains(text[at..wordEnd]))
            return wordEnd;
        return hasComma ? at : null;
    }

    private int Skip(int at)
    {
        while (at < text.Length && (IsGap(at) || text[at] is '\n' or '\r'))
            at++;
        return at;
    }

    private int SkipGaps(int at)
    {
        while (at < text.Length && IsGap(at))
            at++;
        return at;
    }

    private int SkipBack(int at)
    {
        while (at > 0 && IsGap(at - 1))
            at--;
        return at;
    }

    // A round bracket belongs to what it holds ("lcm(4, 9) is even"), but for TeX's \( and \).
    private bool IsGap(int at) => Gaps.Contains(text[at], StringComparison.Ordinal)
        || text[at] is '(' or ')' && at > 0 && text[at - 1] == '\\';

    private int? WordsBehind(string words, int start)
    {
        var at = Skip(start);
        foreach (var unit in words)
        {
            if (unit == ' ')
            {
                var next = at;
                while (next < text.Length && char.IsWhiteSpace(text[next]))
                    next++;
                if (next == at)
                    return null;
                at = next;
            }
            else if (at < text.Length && char.ToLowerInvariant(text[at]) == char.ToLowerInvariant(unit))
            {
                at++;
            }
            else
            {
                return null;
            }
        }

        return IsInWord(at) ? null : at;
    }

    private int? WordsBefore(string words, int end)
    {
        var at = SkipBack(end);
        var start = at - words.Length;
        return start >= 0 && WordsBehind(words, start) == at && !IsInWord(start) ? start : null;
    }

    // Between two letters of one word; scripts without blanks have no words to be in.
    private bool IsInWord(int at) =>
        at > 0 && at < text.Length && IsSpaced(text[at - 1]) && IsSpaced(text[at]);

    private static bool IsSpaced(char unit) => char.IsLetter(unit) && unit < '\u2e80';

    private bool IsClauseStart(int start)
    {
        var at = start;
        for (var wordStart = WordStart(at = SkipOpening(at)); wordStart < at && FactLanguage.Names.Contains(text[wordStart..at]);
            wordStart = WordStart(at))
            at = SkipOpening(wordStart);
        if (IsMarkBefore(at))
            return true;
        if (text[at - 1] is '-' or '–' or '•')
            return at == 1 || text[at - 2] == '\n';
        var word = text.AsSpan(WordStart(at)..at);
        if (word.IsEmpty)
            return false;
        return FactLanguage.Openers.Contains(word.ToString()) || EndsWithOpener(word)
            || FactLanguage.Joins.Contains(word.ToString()) && SkipBack(WordStart(at)) is var comma and > 0 && text[comma - 1] is ',' or ';'
                && IsMarkBefore(comma);
    }

    // The text begins, or a sentence or clause does; a comma between two numbers lists them.
    private bool IsMarkBefore(int at)
    {
        if (at == 0 || text[at - 1] is '.' or ':' or ';' or '!' or '?' or '=' or '\n' or '。' or '：' or '；')
            return true;
        return text[at - 1] is ',' or '，' or '、' && SkipBack(at - 1) is var before and > 0 && !char.IsAsciiDigit(text[before - 1])
            && (at == text.Length || text[at] != '(');
    }

    private int SkipOpening(int at)
    {
        while (at > 0 && (IsGap(at - 1) || text[at - 1] is '#' or '>' or '('))
            at--;
        return at;
    }

    private int WordStart(int at)
    {
        while (at > 0 && char.IsLetter(text[at - 1]))
            at--;
        return at;
    }

    private static bool EndsWithOpener(ReadOnlySpan<char> word)
    {
        if (word[^1] < '\u2e80')
            return false;
        foreach (var opener in FactLanguage.Openers)
        {
            if (word.EndsWith(opener, StringComparison.Ordinal))
                return true;
        }

        return false;
    }

    private bool IsClauseEnd(int end)
    {
        var at = end;
        while (at < text.Length && (IsGap(at) || text[at] == ')'))
            at++;
        if (at == text.Length || text[at] is '!' or '?' or ';' or '\n' or '\r' or '，' or '。' or '；' or '！')
            return true;
        if (text[at] is '.' or ',' or ':')
            return at + 1 == text.Length || !char.IsLetterOrDigit(text[at + 1]);
        var wordEnd = at;
        while (wordEnd < text.Length && char.IsLetter(text[wordEnd]))
            wordEnd++;
        return wordEnd > at && FactLanguage.Closers.Contains(text[at..wordEnd]);
    }
}
