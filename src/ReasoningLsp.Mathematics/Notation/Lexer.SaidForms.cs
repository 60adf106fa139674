using System.Collections.Frozen;
using ReasoningLsp.Mathematics.Languages;

namespace ReasoningLsp.Mathematics.Notation;

/// <content>A formula written anew in words: "factoring $E$ gives $F$", "$E$ simplifies to $F$", "$3 · 4$, which is $12$".</content>
public sealed partial class Lexer
{
    private const int LongestForm = 40, MostNouns = 3;

    // Between the formulas, the whole of it: needs nothing before; needs a verb before the first; needs two formulas of numbers.
    private static readonly FrozenSet<string> s_forms = Words("forms"), s_formed = Words("formed"), s_results = Words("results");

    // Before the first: verbs of rewriting, and nouns for a formula.
    private static readonly FrozenSet<string> s_forming = Words("forming"), s_formulas = Words("formulas");

    private static readonly FrozenSet<string> s_isWords = Words("copula");

    private static FrozenSet<string> Words(string key) =>
        LanguageFile.AllTexts("notation", key).ToFrozenSet(StringComparer.OrdinalIgnoreCase);

    // Takes the words as the sign between the two, where they are all that stands there.
    private bool TakeSaidForm()
    {
        var end = _tokens.Count - 1;
        var hasComma = end > 0 && _tokens[end].Kind == TokenKind.Comma;
        end = hasComma ? end - 1 : end;
        if (_math || end < 1 || _tokens[end].Kind != TokenKind.MathEnd || LengthOfForm() is not (> 0 and var length))
            return false;
        var words = _text.AsSpan(_position, length).TrimEnd();
        var isForm = Holds(s_forms, words);
        var isFormed = Holds(s_formed, words);
        var isResult = Holds(s_results, words);
        if (!(isForm || isFormed || isResult) || StartOfFormula(end) is not { } start
            || !FormulaAhead.IsAlone(_text, _position + length, out var hasName))
            return false;
        var isCalculation = !hasName && IsOfNumbers(start, end);
        if (!((isForm && IsSubject(start)) || (isFormed && IsObject(start))
            || (isResult && isCalculation && (IsSubject(start) || (hasComma && IsSaidToBe(start))))))
            return false;
        if (hasComma)
            _tokens.RemoveAt(_tokens.Count - 1);
        Take(TokenKind.Relation, "=", words.Length);
        _tokens[^1] = _tokens[^1] with { Rewrites = true };
        return true;
    }

    // Up to the formula or the number behind them.
    private int LengthOfForm()
    {
        for (var length = 0; length <= LongestForm && _position + length < _text.Length; length++)
        {
            var unit = _text[_position + length];
            if (unit is '$' or '\\' || char.IsAsciiDigit(unit))
                return unit is '$' or '\\' == (_position + length == _end) ? length : 0;
            if (!char.IsLetter(unit) && unit is not (' ' or '\u00a0'))
                return 0;
        }

        return 0;
    }

    private static bool Holds(FrozenSet<string> set, ReadOnlySpan<char> words) =>
        set.GetAlternateLookup<ReadOnlySpan<char>>().Contains(words);

    // Where the formula begins that ends there; null where it says something by itself.
    private int? StartOfFormula(int end)
    {
        var index = end - 1;
        while (index >= 0 && _tokens[index].Kind != TokenKind.MathStart)
        {
            if (_tokens[index].Kind is TokenKind.Relation or TokenKind.Comma or TokenKind.Connective or TokenKind.Break or TokenKind.Word
                or TokenKind.Row or TokenKind.Line)
                return null;
            index--;
        }

        return index >= 0 && end - index > 1 ? index : null;
    }

    private bool IsOfNumbers(int start, int end)
    {
        var signs = 0;
        for (var index = start + 1; index < end; index++)
        {
            if (_tokens[index].Kind == TokenKind.Letter)
                return false;
            signs += _tokens[index].Kind is TokenKind.Number ? 0 : 1;
        }

        return signs > 0;
    }

    // A clause begins with the formula, or with what it is called.
    private bool IsSubject(int start) => start == 0 || _tokens[start - 1].Kind is TokenKind.Break or TokenKind.Line
        || (_tokens[start - 1] is { Kind: TokenKind.Word, Text: var word }
            && (ClauseWords.Openers.Contains(word) || s_formulas.Contains(word)
                || (start > 1 && s_formulas.Contains($"{_tokens[start - 2].Text} {word}"))));

    // "The total is $48 + 24$, which is $72$."
    private bool IsSaidToBe(int start) =>
        start > 0 && _tokens[start - 1] is { Kind: TokenKind.Word, Text: var word } && s_isWords.Contains(word);

    // "factoring the numerator $E$": the verb, and what the formula is called.
    private bool IsObject(int start)
    {
        var index = start - 1;
        for (var nouns = 0; nouns < MostNouns && index >= 0 && _tokens[index].Kind == TokenKind.Word
            && s_formulas.Contains(_tokens[index].Text); nouns++)
            index--;
        return index >= 0 && _tokens[index] is { Kind: TokenKind.Word, Text: var verb } && s_forming.Contains(verb);
    }
}
