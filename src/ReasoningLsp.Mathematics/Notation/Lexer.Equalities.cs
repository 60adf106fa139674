using System.Buffers;
using System.Collections.Frozen;
using System.Collections.Immutable;
using ReasoningLsp.Mathematics.Languages;

namespace ReasoningLsp.Mathematics.Notation;

/// <content>Equalities that are said in words: "$3 · 4$ is equal to $12$", "rewrite $12$ as $3 · 4$".</content>
public sealed partial class Lexer
{
    private static readonly ImmutableArray<string> s_equal = LanguageFile.AllTexts("notation", "equal");
    private static readonly ImmutableArray<string> s_whichEquals = LanguageFile.AllTexts("notation", "whichEquals");
    private static readonly ImmutableArray<string> s_as = LanguageFile.AllTexts("notation", "as");
    private static readonly ImmutableArray<string> s_rewrite = LanguageFile.AllTexts("notation", "rewrite");

    // Verbs that lead to a formula which is the whole of what they say.
    private static readonly FrozenSet<string> s_says = LanguageFile.AllTexts("notation", "copula")
        .Concat(LanguageFile.AllTexts("facts", "openers")).ToFrozenSet(StringComparer.OrdinalIgnoreCase);

    private static readonly SearchValues<string> s_relations = SearchValues.Create(
        ["=", "<", ">", "≤", "≥", "≈", "\\leq", "\\geq", "\\le ", "\\ge ", "\\lt", "\\gt", "\\ne", "\\approx", "\\equiv", "\\sim", "\\in",
            "\\to", ","], StringComparison.Ordinal);

    // How long the words are that set equal what stands on both sides of them, or 0.
    private int WordsOfEquality(string word)
    {
        if (word is "equals")
            return word.Length;
        // "Since 2/5 is equal to 12.8 hectares": in prose a share is set beside its amount; between two formulas an equality is meant.
        if (Last!.Kind != TokenKind.MathEnd || _math)
            return 0;
        foreach (var words in s_equal)
        {
            if (StandsHere(words) && IsBeforeMath(words.Length))
                return words.Length;
        }

        return IsBeforeMath(word.Length) && s_as.Contains(word, StringComparer.OrdinalIgnoreCase) && IsRewritten() ? word.Length : 0;
    }

    // "We get $3 · 4$, which equals $12$.": the formula alone is what the sentence says, and nothing follows that belongs to the second.
    private int WordsOfWhich()
    {
        var isParted = Last!.Kind == TokenKind.Comma;
        if (_math || (isParted ? _tokens.Count < 2 || _tokens[^2].Kind != TokenKind.MathEnd : Last.Kind != TokenKind.MathEnd))
            return 0;
        foreach (var words in s_whichEquals)
        {
            if (!StandsHere(words) || !IsBeforeMath(words.Length) || !IsSaidAlone(isParted ? 2 : 1) || !IsPlainFormula(_end))
                continue;
            if (isParted)
                _tokens.RemoveAt(_tokens.Count - 1);
            return words.Length;
        }

        return 0;
    }

    // The formula that ends here states nothing itself and is what a verb or the beginning of the sentence leads to: not "the square of".
    private bool IsSaidAlone(int back)
    {
        var index = _tokens.Count - back - 1;
        while (index >= 0 && _tokens[index].Kind is not (TokenKind.MathStart or TokenKind.Relation or TokenKind.Break or TokenKind.Comma))
            index--;
        return index >= 0 && _tokens[index].Kind == TokenKind.MathStart && (index == 0
            || _tokens[index - 1].Kind is TokenKind.Break or TokenKind.Line or TokenKind.Connective
            || (_tokens[index - 1] is { Kind: TokenKind.Word } word && s_says.Contains(word.Text)));
    }

    // The mathematics at the offset has no relation and ends its clause.
    private bool IsPlainFormula(int start)
    {
        var close = _text[start] == '$' ? "$" : start + 1 < _text.Length && _text[start + 1] == '(' ? "\\)" : null;
        if (close is null || _text.IndexOf(close, start + 1, StringComparison.Ordinal) is not (> 0 and var end))
            return false;
        var after = _text.AsSpan(end + close.Length).TrimStart(' ');
        return !_text.AsSpan(start + 1, end - start - 1).ContainsAny(s_relations)
            && (after.Length == 0 || after[0] is '.' or ',' or ';' or '\n' or '\r');
    }

    private bool StandsHere(string words) => _position + words.Length < _end
        && _text.AsSpan(_position, words.Length).Equals(words, StringComparison.OrdinalIgnoreCase)
        && !char.IsLetter(_text[_position + words.Length]);

    // The words end the prose, and mathematics begins.
    private bool IsBeforeMath(int ahead) => SkipBlanks(ahead) == '\0' && _end < _text.Length && _text[_end] is '$' or '\\';

    // The formula that ends here is the object of a verb of rewriting, and says nothing itself.
    private bool IsRewritten()
    {
        var index = _tokens.Count - 2;
        while (index >= 0 && _tokens[index].Kind is not (TokenKind.MathStart or TokenKind.Relation or TokenKind.Break))
            index--;
        return index > 0 && _tokens[index].Kind == TokenKind.MathStart && _tokens[index - 1] is { Kind: TokenKind.Word } verb
            && s_rewrite.Contains(verb.Text, StringComparer.OrdinalIgnoreCase);
    }
}
