using System.Collections.Immutable;
using ReasoningLsp.Mathematics.Languages;

namespace ReasoningLsp.Mathematics.Notation;

/// <content>Equalities that are said in words: "3 · 4 is equal to 12", "rewrite 12 as 3 · 4".</content>
public sealed partial class Lexer
{
    private static readonly ImmutableArray<string> s_equal = LanguageFile.AllTexts("notation", "equal");
    private static readonly ImmutableArray<string> s_as = LanguageFile.AllTexts("notation", "as");
    private static readonly ImmutableArray<string> s_rewrite = LanguageFile.AllTexts("notation", "rewrite");

    // How long the words are that set equal what stands on both sides of them, or 0.
    private int WordsOfEquality(string word, bool beforeOperand)
    {
        if (word is "equals")
            return word.Length;
        if (!beforeOperand || Last!.Kind is TokenKind.Word or TokenKind.Letter)
            return 0;
        foreach (var words in s_equal)
        {
            if (StandsHere(words) && StartsOperand(words.Length))
                return words.Length;
        }

        return !_math && Last.Kind == TokenKind.MathEnd && s_as.Contains(word, StringComparer.OrdinalIgnoreCase) && IsRewritten()
            && SkipBlanks(word.Length) is '$' or '\\' ? word.Length : 0;
    }

    private bool StandsHere(string words) => _position + words.Length < _end
        && _text.AsSpan(_position, words.Length).Equals(words, StringComparison.OrdinalIgnoreCase)
        && !char.IsLetter(_text[_position + words.Length]);

    private bool StartsOperand(int ahead) => SkipBlanks(ahead) is var next && (char.IsAsciiDigit(next) || next is '$' or '(' or '\\' or '-');

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
