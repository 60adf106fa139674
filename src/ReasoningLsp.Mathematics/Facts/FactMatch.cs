using System.Collections.Immutable;
using ReasoningLsp.Mathematics.Languages;
using ReasoningLsp.Mathematics.Notation;

namespace ReasoningLsp.Mathematics.Facts;

/// <summary>One template laid on one place of a text.</summary>
internal sealed class FactMatch(ClauseText clause, ImmutableArray<Token> tokens, FactTemplate template)
{
    private readonly ImmutableArray<Token>[] _slots = new ImmutableArray<Token>[template.Pieces.Length];

    private string Text => clause.Text;

    /// <summary>The fact whose looked-for words begin at <paramref name="anchor"/>, or null.</summary>
    public Fact? At(int anchor)
    {
        if (Backwards(anchor) is not { } start || Forwards(anchor) is not { } end)
            return null;
        end = template.Kind is FactKind.TriangleAngles or FactKind.QuadrilateralAngles ? clause.SkipDegrees(end) : end;
        if (!clause.IsClauseStart(start) || !clause.IsClauseEnd(end) || (template.Pieces[^1] == FactTemplate.List && clause.GoesOn(end)))
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
        {
            at = FactTemplate.IsPlace(template.Pieces[piece]) ? NumbersBefore(piece, end) : WordsBefore(template.Pieces[piece].Trim(), end);
            if (piece > 0 && at is { } number && FactTemplate.IsPlace(template.Pieces[piece]))
                at = NameBefore(number);
        }

        return at is { } start && template.Anchor == 0 && clause.IsInWord(start) ? null : at;
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

    // "AC = 458 and AD = 229 are relatively prime": what a number is the value of.
    private int NameBefore(int number)
    {
        var at = clause.SkipBack(number);
        if (at == 0 || Text[at - 1] != '=')
            return number;
        var end = clause.SkipBack(at - 1);
        var start = end;
        while (start > 0 && (char.IsAsciiLetterOrDigit(Text[start - 1]) || Text[start - 1] is '_' or '{' or '}' or '\''))
            start--;
        return start < end && char.IsAsciiLetter(Text[start]) ? start : number;
    }

    private Token? NumberBefore(int end)
    {
        end = clause.SkipBack(end);
        if (WrittenNumber.Before(Text, end) is { } written)
            return written;
        // The signs that open and close mathematics may have no width.
        var index = FirstFrom(end) - 1;
        while (index >= 0 && tokens[index].End >= end && tokens[index].Kind != TokenKind.Number)
            index--;
        return index >= 0 && tokens[index] is { Kind: TokenKind.Number } number && number.End == end ? number : null;
    }

    private int? JoinedBefore(int start)
    {
        var at = clause.SkipBack(start);
        var wordStart = clause.WordStart(at);
        var hasWord = wordStart < at && ClauseWords.Joins.Contains(Text[wordStart..at]);
        at = hasWord ? clause.SkipBack(wordStart) : at;
        if (at > 0 && Text[at - 1] is ',' or '，' or '、')
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
        start = clause.SkipGaps(start);
        if ((WrittenNumber.At(Text, start) ?? WrittenNumber.At(Text, start - 1)) is { } written)
            return written;
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
        var at = clause.Skip(end);
        var hasComma = at < Text.Length && Text[at] is ',' or '，' or '、';
        at = hasComma ? clause.Skip(at + 1) : at;
        var wordEnd = at;
        while (wordEnd < Text.Length && char.IsLetter(Text[wordEnd]))
            wordEnd++;
        if (wordEnd > at && ClauseWords.Joins.Contains(Text[at..wordEnd]))
            return wordEnd;
        return hasComma ? at : null;
    }

    private int? WordsBehind(string words, int start)
    {
        var at = clause.Skip(start);
        foreach (var unit in words)
        {
            if (unit == ' ')
            {
                var next = at;
                while (next < Text.Length && char.IsWhiteSpace(Text[next]))
                    next++;
                if (next == at)
                    return null;
                at = next;
            }
            else if (at < Text.Length && char.ToLowerInvariant(Text[at]) == char.ToLowerInvariant(unit))
            {
                at++;
            }
            else
            {
                return null;
            }
        }

        return clause.IsInWord(at) ? null : at;
    }

    private int? WordsBefore(string words, int end)
    {
        var at = clause.SkipBack(end);
        var start = at - words.Length;
        return start >= 0 && WordsBehind(words, start) == at && !clause.IsInWord(start) ? start : null;
    }
}
