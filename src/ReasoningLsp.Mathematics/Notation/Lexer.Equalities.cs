using System.Collections.Immutable;
using ReasoningLsp.Mathematics.Languages;

namespace ReasoningLsp.Mathematics.Notation;

/// <content>Equalities that are said in words: "$3 · 4$ is equal to $12$", "rewrite $12$ as $3 · 4$".</content>
public sealed partial class Lexer
{
    private static readonly ImmutableArray<string> s_equal = LanguageFile.AllTexts("notation", "equal");
    private static readonly ImmutableArray<string> s_as = LanguageFile.AllTexts("notation", "as");
    private static readonly ImmutableArray<string> s_rewrite = LanguageFile.AllTexts("notation", "rewrite");

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
