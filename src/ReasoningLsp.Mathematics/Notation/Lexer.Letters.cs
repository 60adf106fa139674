using System.Collections.Frozen;
using ReasoningLsp.Mathematics.Languages;

namespace ReasoningLsp.Mathematics.Notation;

/// <content>Words and one-letter names.</content>
public sealed partial class Lexer
{
    private static readonly FrozenSet<string> s_mixed = LanguageFile.AllTexts("notation", "mixed").ToFrozenSet(StringComparer.Ordinal);

    private static readonly FrozenSet<string> s_percent = LanguageFile.AllTexts("units", "percent").Where(word => char.IsLetter(word[0]))
        .Append("percent").Append("pct").ToFrozenSet(StringComparer.OrdinalIgnoreCase);

    // "3/4 de 20"
    private static readonly FrozenSet<string> s_of = LanguageFile.AllTexts("notation", "of").ToFrozenSet(StringComparer.OrdinalIgnoreCase);

    private void TakeLetters()
    {
        if (Peek() == 'π')
        {
            TakePi();
            return;
        }

        // "Σ_{k=1}^n k": the letter stands for the sign.
        if (Peek() is 'Σ' or 'Π' && Peek(1) == '_')
        {
            Take(TokenKind.Command, Peek() == 'Σ' ? "sum" : "prod", 1);
            return;
        }

        var length = 0;
        while (_position + length < _end && Peek(length) != 'π' && !BeginsLimit(length)
            && (char.IsLetter(Peek(length)) || IsVowelSign(length) || (!_math && IsInsideWord(length))))
            length++;
        if (length == 1 && !_math && Peek(1) is ')' or '）' && char.IsAsciiLetter(Peek()) && char.IsWhiteSpace(Peek(2)) && StartsStatement())
        {
            Take(TokenKind.Break, "item", 2);
            return;
        }

        var word = _text.Substring(_position, length);
        if (TakeCountrysMoney(word))
            return;
        if (TakeFunction(word) || TakeDifferentials(word) || TakeNamedPi(word))
            return;
        if (_math)
            TakeMathLetters(word);
        else
            TakeWord(word);
    }

    // "R$ 3,50", "US$5"
    private bool TakeCountrysMoney(string word)
    {
        if (_math || word is not ("R" or "US" or "A" or "C" or "HK" or "NT" or "MX" or "AU" or "CA" or "NZ") || Peek(word.Length) != '$'
            || !char.IsAsciiDigit(Peek(word.Length + 1) == ' ' ? Peek(word.Length + 2) : Peek(word.Length + 1)))
            return false;
        Take(TokenKind.Currency, word == "R" ? "R$" : "$", word.Length + 1);
        return true;
    }

    // "所以lim x→0": a script without blanks between its words goes on in Latin letters.
    private bool BeginsLimit(int ahead) => ahead > 0 && Peek(ahead) == 'l' && EdgeMarks.IsIdeographic(Peek(ahead - 1))
        && Peek(ahead + 1) == 'i' && Peek(ahead + 2) == 'm' && !char.IsLetter(Peek(ahead + 3));

    // dy/dx as it is typed: one name, as \frac{dy}{dx} is.
    private bool TakeDifferentials(string word)
    {
        const int Length = 5;
        if (_math || word is not ['d', >= 'a' and <= 'z'] || Peek(2) != '/' || Peek(3) != 'd' || Peek(4) is not (>= 'a' and <= 'z')
            || char.IsLetterOrDigit(Peek(Length)))
            return false;
        Take(TokenKind.Letter, _text.Substring(_position, Length), Length);
        return true;
    }

    // Devanagari and Arabic write vowels as marks on their letters.
    private bool IsVowelSign(int length) => length > 0 && Peek(length) is >= '\u0610' and <= '\u0DFF'
        && char.GetUnicodeCategory(Peek(length)) is System.Globalization.UnicodeCategory.NonSpacingMark
            or System.Globalization.UnicodeCategory.SpacingCombiningMark;

    // "2*pi*sqrt(4)", "pi * 5^2": a factor beside a sign, and no word.
    private bool TakeNamedPi(string word)
    {
        if (word is not ("pi" or "Pi") || (_math && !_plain))
            return false;
        var isBehindSign = Last is { Kind: TokenKind.Operator, Text: "*" or "/" or "+" or "-" } or { Kind: TokenKind.Number };
        if (!isBehindSign && !(SkipBlanks(word.Length) is '*' or '×' or '·' or '/' && Last is null or { Kind: not TokenKind.Word }))
            return false;
        Take(TokenKind.Command, "pi", word.Length);
        return true;
    }

    // "4πe-7" is 4π·10⁻⁷.
    private void TakePi()
    {
        Take(TokenKind.Command, "pi", 1);
        if (TakeExponent() is not { } exponent)
            return;
        Emit(TokenKind.Operator, "*", _position, 0);
        _tokens.Add(new Token(TokenKind.Number, "", _position, 0)
        {
            InMath = _math,
            Value = Numbers.Rational.PowerOfTen(exponent),
            Place = Numbers.Rational.PowerOfTen(exponent)
        });
    }

    private bool IsInsideWord(int length) =>
        Peek(length) is '\'' or '’' or '-' && length > 0 && char.IsLetter(Peek(length + 1))
        && (Peek(length) != '-' || (length > 1 && char.IsLetter(Peek(length + 2))));

    private char SkipBlanks(int ahead) => Peek(BehindBlanks(ahead));

    private int BehindBlanks(int ahead)
    {
        while (Peek(ahead) is ' ' or '\t' or '\u00a0')
            ahead++;
        return ahead;
    }

    private void TakeMathLetters(string word)
    {
        var upper = 0;
        while (upper < word.Length && char.IsAsciiLetterUpper(word[upper]))
            upper++;
        if (upper >= 2)
        {
            // Points of a figure are named by capitals: AB is one length, not a product.
            Take(TokenKind.Letter, word[..upper], upper);
            return;
        }

        if (word.Length >= 4 && !IsAlphabeticRun(word))
        {
            Take(TokenKind.Word, word, word.Length);
            return;
        }

        Take(TokenKind.Letter, word[..1], 1);
    }

    private static bool IsAlphabeticRun(string word)
    {
        for (var i = 1; i < word.Length; i++)
        {
            if (word[i] < word[i - 1] || word[i] > word[i - 1] + 2)
                return false;
        }

        return true;
    }

    private void TakeWord(string word)
    {
        var previous = Last;
        if (previous is { Kind: TokenKind.Number, Decimals: 0 } && s_mixed.Contains(word) && StartsProperFraction(word.Length))
        {
            Skip(word.Length);
            return;
        }

        if (previous is { Kind: TokenKind.MathEnd or TokenKind.Comma } && TakeSaidForm())
            return;
        var afterOperand = previous is
        {
            Kind: TokenKind.Number or TokenKind.Close or TokenKind.Percent or TokenKind.Superscript
            or TokenKind.Factorial or TokenKind.MathEnd or TokenKind.Word or TokenKind.Letter
        };
        var next = SkipBlanks(word.Length);
        // "x^2 = 4x." ends with a name, "3 x .5" goes on.
        var beforeOperand = char.IsAsciiDigit(next) || next is '$' or '(' or '£' or '€' or '\\'
            || (next == '.' && char.IsAsciiDigit(Peek(BehindBlanks(word.Length) + 1)))
            || Fractions.Contains(next, StringComparison.Ordinal);
        // "0.9X(0.02)": between a number and a bracket without a blank it is a name.
        if (word is "x" or "X" or "×" && !(next == '(' && ((Peek(1) == '(' && !_space) || IsNameInBracket(word)))
            && previous is
            {
                Kind: TokenKind.Number or TokenKind.Close or TokenKind.Percent or TokenKind.Word or TokenKind.Letter
                or TokenKind.Superscript
            } && beforeOperand
            && (previous.Kind is not (TokenKind.Word or TokenKind.Letter) || IsOperandWord()))
        {
            Take(TokenKind.Operator, "*", word.Length);
            return;
        }

        if (afterOperand && TakeWordSign(word, previous!, beforeOperand))
            return;

        if (previous is { Kind: TokenKind.Number } && s_percent.Contains(word))
        {
            Take(TokenKind.Percent, "%", word.Length);
            return;
        }

        if ((word is "of" or "OF" || s_of.Contains(word)) && beforeOperand
            && previous is { Kind: TokenKind.Percent or TokenKind.Number or TokenKind.Close })
        {
            Take(TokenKind.Operator, "of", word.Length);
            return;
        }

        // "7 choose 2"
        if (word is "choose" && previous is { Kind: TokenKind.Number } && char.IsAsciiDigit(next))
        {
            Take(TokenKind.Command, "choose", word.Length);
            return;
        }

        if (afterOperand && WordsOfEquality(word) is var length and > 0)
        {
            Take(TokenKind.Relation, "=", length);
            return;
        }

        if (word.Length == 1 && word[0] < '\u2E80' && !(word is "a" or "A" or "I" && char.IsLetter(next) && char.IsWhiteSpace(Peek(1))))
        {
            Take(TokenKind.Letter, word, 1);
            return;
        }

        Take(TokenKind.Word, word, word.Length);
    }

    // "1/2" or "½", after blanks.
    private bool StartsProperFraction(int ahead)
    {
        while (Peek(ahead) is ' ' or '\t')
            ahead++;
        if (Fractions.Contains(Peek(ahead), StringComparison.Ordinal))
            return true;
        var top = ahead;
        while (char.IsAsciiDigit(Peek(ahead)))
            ahead++;
        return ahead > top && Peek(ahead) is '/' or '／' && char.IsAsciiDigit(Peek(ahead + 1));
    }

    // "2x (x - 3)": the letter is one of the bracket's as well, and no sign.
    private bool IsNameInBracket(string word)
    {
        const int Longest = 60;
        var rest = _text.AsSpan(_position + word.Length, Math.Min(_end - _position - word.Length, Longest));
        var close = rest.IndexOf(')');
        for (var i = 0; i < close; i++)
        {
            if (rest[i] == word[0] && !char.IsAsciiLetter(rest[i - 1]) && !char.IsAsciiLetter(rest[i + 1]))
            {
                var after = rest[(i + 1)..close].TrimStart();
                var before = rest[..i].TrimEnd();
                // "(3 x 4)" multiplies.
                if (!(after is [>= '0' and <= '9', ..] && before is [.., >= '0' and <= '9']))
                    return true;
            }
        }

        return false;
    }

    // "5 hours x 3" multiplies; "the value x 3" does not: a word right after a number is its unit.
    private bool IsOperandWord()
    {
        for (var i = _tokens.Count - 1; i >= 0 && i >= _tokens.Count - 4; i--)
        {
            if (_tokens[i].Kind is TokenKind.Number or TokenKind.Close)
                return true;
            if (_tokens[i].Kind is not (TokenKind.Word or TokenKind.Operator or TokenKind.Letter))
                return false;
        }

        return false;
    }
}
