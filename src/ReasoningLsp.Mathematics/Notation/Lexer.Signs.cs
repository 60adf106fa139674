using System.Globalization;

namespace ReasoningLsp.Mathematics.Notation;

/// <content>Signs and punctuation.</content>
public sealed partial class Lexer
{
    private void TakeSign(char c)
    {
        switch (c)
        {
            case '+' or '➕': Take(TokenKind.Operator, "+", 1); break;
            case '-' or '➖' or '−' or '‐' or '‑' or '﹣' or '－': TakeMinus(); break;
            case '–' or '—': TakeDash(); break;
            case '*': TakeStar(); break;
            case '×' or '·' or '⋅' or '∙' or '•' or '✕' or '✖': Take(TokenKind.Operator, "*", 1); break;
            case '∗' or '＊' or '⋆': Take(TokenKind.Operator, "∗", 1); break;
            case '÷' or '➗' or '∕' or '／' or '⁄': Take(TokenKind.Operator, c is '÷' or '➗' ? "÷" : "/", 1); break;
            case '/': Take(TokenKind.Operator, "/", 1); break;
            case '^': TakeScript("^"); break;
            case '_': TakeUnderscore(); break;
            case '±': Take(TokenKind.Operator, "±", 1); break;
            case '∪' or '∩': Take(TokenKind.Operator, c.ToString(), 1); break;
            case '=': TakeEquals(); break;
            case '<': TakeLess(); break;
            case '>': TakeGreater(); break;
            case '≤' or '⩽' or '≦': Take(TokenKind.Relation, "≤", 1); break;
            case '≥' or '⩾' or '≧': Take(TokenKind.Relation, "≥", 1); break;
            case '≠': Take(TokenKind.Relation, "≠", 1); break;
            case '≈' or '≅' or '≃' or '≒': Take(TokenKind.Relation, "≈", 1); break;
            case '≡': Take(TokenKind.Relation, "≡", 1); break;
            case '∈' or '∉' or '⊂' or '⊆': Take(TokenKind.Relation, "∈", 1); break;
            case '∼' or '∝' or '⊥' or '∥': Take(TokenKind.Relation, "~", 1); break;
            case '~': Skip(1); break;
            case '(' or '（': TakeRoundBracket(); break;
            case ')' or '）': TakeRoundBracketEnd(); break;
            case '[': Take(TokenKind.Open, "[", 1); break;
            case ']': Take(TokenKind.Close, "]", 1); break;
            case '{': TakeGroupStart(); break;
            case '}': TakeGroupEnd(); break;
            case '⌊' or '⌈': Take(TokenKind.Open, c.ToString(), 1); break;
            case '⌋' or '⌉': Take(TokenKind.Close, c.ToString(), 1); break;
            case '|': TakeBar(); break;
            case ',' or '，' or '、' or '،': Take(TokenKind.Comma, ",", 1); break;
            case '$' or '€' or '£' or '¥': TakeCurrency(c); break;
            case >= '①' and <= '⑳' or >= '❶' and <= '❿': TakeCircledNumber(c); break;
            case '%' or '％': Take(TokenKind.Percent, "%", 1); break;
            case '°' or 'º': Take(TokenKind.Degree, "°", 1); break;
            case '\'' or '′' or '’' when _math || Last?.Kind == TokenKind.Letter || IsSecondPrime(): Take(TokenKind.Prime, "'", 1); break;
            case '\'' or '′' or '’' when IsFeetOrMinutes(): Take(TokenKind.Prime, "'", 1); break;
            case '"' or '″' or '”' or '\'' when IsInchesOrSeconds(): Take(TokenKind.Prime, "\"", c == '\'' ? 2 : 1); break;
            case '√': Take(TokenKind.Command, "sqrt", 1); break;
            case '∛': Take(TokenKind.Command, "cbrt", 1); break;
            case 'π': Take(TokenKind.Command, "pi", 1); break;
            case '∞': Take(TokenKind.Command, "infty", 1); break;
            case '∠' or '△' or '∑' or '∏' or '∫':
                Take(TokenKind.Command,
                c switch { '∠' => "angle", '△' => "triangle", '∑' => "sum", '∏' => "prod", _ => "int" }, 1); break;
            case '…' or '⋯': Take(TokenKind.Ellipsis, "…", 1); break;
            case '→' or '⇒' or '⟹' or '∴' or '∵' or '⟶' or '↦': Take(TokenKind.Connective, "⇒", 1); break;
            case '⇔' or '⟺' or '↔': Take(TokenKind.Connective, "⇔", 1); break;
            case '&' when _math: Take(TokenKind.Cell, "&", 1); break;
            case '!': TakeExclamation(); break;
            case '.': TakePoint(); break;
            case ';' or '；' or '?' or '？' or '。' or '！' or '．' or '।' or '؟' or '؛': Take(TokenKind.Break, c.ToString(), 1); break;
            case ':' or '：': TakeColon(); break;
            case '`' or '#' or '"' or '“' or '”': Take(TokenKind.Other, c.ToString(), 1); break;
            default: TakeOther(c); break;
        }
    }

    // f''(x)
    private bool IsSecondPrime() => Last is { Kind: TokenKind.Prime, Text: "'" } prime && prime.End == _position
        && _tokens[^2].Kind == TokenKind.Letter;

    // 6'2", 30°15': a mark right behind a number, with more of the amount behind it or degrees before.
    private bool IsFeetOrMinutes()
    {
        if (_space || Last is not { Kind: TokenKind.Number })
            return false;
        if (_tokens.Count > 1 && _tokens[^2].Kind == TokenKind.Degree)
            return true;
        var ahead = Peek(1) == ' ' ? 2 : 1;
        var start = ahead;
        while (char.IsAsciiDigit(Peek(ahead)) || (Peek(ahead) == '.' && ahead > start))
            ahead++;
        return ahead > start && (Peek(ahead) is '"' or '″' or '”' || (Peek(ahead) == '\'' && Peek(ahead + 1) == '\''));
    }

    private bool IsInchesOrSeconds() => !_space && Last is { Kind: TokenKind.Number } && _tokens.Count > 1
        && _tokens[^2] is { Kind: TokenKind.Prime, Text: "'" } && (Peek() != '\'' || Peek(1) == '\'');

    private void TakeCurrency(char c)
    {
        if (_math && c == '$')
            Skip(1);
        else
            Take(TokenKind.Currency, c.ToString(), 1);
    }

    private void TakeExclamation()
    {
        if (Peek(1) == '=' && (_space || Last is not { Kind: TokenKind.Number or TokenKind.Close or TokenKind.Letter }))
            Take(TokenKind.Relation, "≠", 2);
        else if (Last is { Kind: TokenKind.Number or TokenKind.Letter or TokenKind.Close or TokenKind.Factorial } && !_space
            && (_math || IsFactorialContext()))
            Take(TokenKind.Factorial, "!", 1);
        else
            Take(_math ? TokenKind.Other : TokenKind.Break, _math ? "@" : "!", 1);
    }

    private bool IsFactorialContext() =>
        char.IsAsciiDigit(Peek(1))
        || SkipBlanks(1) is '=' or '/' or '*' or '×' or '+' or '-' or '−' or ')' or '!' or '≈' or '·' or '÷' or '(' or ';'
        || (Last is { Kind: TokenKind.Close } && HasFactorial());

    // "(n+1)·n! = (n+1)!": in a sentence with factorials the sign behind a bracket is one.
    private bool HasFactorial()
    {
        for (var i = _tokens.Count - 1; i >= 0 && _tokens[i].Kind is not (TokenKind.Break or TokenKind.Line); i--)
        {
            if (_tokens[i].Kind == TokenKind.Factorial)
                return true;
        }

        return false;
    }

    private void TakeOther(char c)
    {
        if (CharUnicodeInfo.GetUnicodeCategory(c) == UnicodeCategory.CurrencySymbol)
        {
            Take(TokenKind.Currency, c.ToString(), 1);
            return;
        }

        if (Subscripts.Contains(c, StringComparison.Ordinal))
        {
            TakeSubscriptDigits();
            return;
        }

        if (IsSuperscript(c))
        {
            TakeSuperscriptDigits(c);
            return;
        }

        if (Fractions.IndexOf(c, StringComparison.Ordinal) is var fraction and >= 0)
        {
            TakeFractionSign(c, fraction);
            return;
        }

        var width = char.IsHighSurrogate(c) && char.IsLowSurrogate(Peek(1)) ? 2 : 1;
        Take(TokenKind.Other, _text.Substring(_position, width), width);
    }
}
