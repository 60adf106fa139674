using System.Globalization;
using ReasoningLsp.Mathematics.Numbers;
using ReasoningLsp.Mathematics.Units;

namespace ReasoningLsp.Mathematics.Notation;

/// <content>Signs and punctuation.</content>
public sealed partial class Lexer
{
    private const string Superscripts = "⁰¹²³⁴⁵⁶⁷⁸⁹";
    private const string Subscripts = "₀₁₂₃₄₅₆₇₈₉";
    private const string Fractions = "½⅓⅔¼¾⅕⅖⅗⅘⅙⅚⅛⅜⅝⅞";
    private static readonly (int Numerator, int Denominator)[] s_fractionValues =
        [(1, 2), (1, 3), (2, 3), (1, 4), (3, 4), (1, 5), (2, 5), (3, 5), (4, 5), (1, 6), (5, 6), (1, 8), (3, 8), (5, 8), (7, 8)];

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
            case ')' or '）': Take(TokenKind.Close, ")", 1); break;
            case '[': Take(TokenKind.Open, "[", 1); break;
            case ']': Take(TokenKind.Close, "]", 1); break;
            case '{': TakeGroupStart(); break;
            case '}': TakeGroupEnd(); break;
            case '⌊' or '⌈': Take(TokenKind.Open, c.ToString(), 1); break;
            case '⌋' or '⌉': Take(TokenKind.Close, c.ToString(), 1); break;
            case '|': Take(_math || !IsBetweenSpaces() ? TokenKind.Bar : TokenKind.Break, "|", 1); break;
            case ',' or '，' or '、' or '،': Take(TokenKind.Comma, ",", 1); break;
            case '$' or '€' or '£' or '¥': TakeCurrency(c); break;
            case >= '①' and <= '⑳' or >= '❶' and <= '❿': TakeCircledNumber(c); break;
            case '%' or '％': Take(TokenKind.Percent, "%", 1); break;
            case '°' or 'º': Take(TokenKind.Degree, "°", 1); break;
            case '\'' or '′' or '’' when _math || Last?.Kind == TokenKind.Letter: Take(TokenKind.Prime, "'", 1); break;
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
        char.IsAsciiDigit(Peek(1)) || SkipBlanks(1) is '=' or '/' or '*' or '×' or '+' or '-' or ')' or '!' or '≈' or '·' or '÷' or '(';

    private void TakePoint()
    {
        if (Peek(1) == '.' && Peek(2) == '.')
        {
            Take(TokenKind.Ellipsis, "…", 3);
            return;
        }

        if (Peek(1) == ' ' && Peek(2) == '.' && Peek(3) == ' ' && Peek(4) == '.')
        {
            var length = 5;
            while (Peek(length) == ' ' && Peek(length + 1) == '.')
                length += 2;
            Take(TokenKind.Ellipsis, "…", length);
            return;
        }

        var next = Peek(1);
        // "12 Mio. + 3 Mio."
        if (Last is { Kind: TokenKind.Word } word && Multiples.Begins(word.Text)
            && SkipBlanks(1) is '+' or '-' or '−' or '*' or '×' or '·' or '/' or '=' or '€' or ')')
        {
            Skip(1);
            return;
        }

        if (Last is { Kind: TokenKind.Number } && StartsPeriod())
            Take(TokenKind.Other, ".", 1);
        else if (next is '\0' || char.IsWhiteSpace(next) || next is '"' or ')' or '*' or '\\' or '”' or '$' or '}' or ']'
            || char.IsAsciiLetterUpper(next))
            Take(TokenKind.Break, ".", 1);
        else
            Take(TokenKind.Other, ".", 1);
    }

    // "0.\dot{3}", "0 . \overline{3}": what repeats.
    private bool StartsPeriod()
    {
        var rest = _text.AsSpan(_position + 1, _end - _position - 1).TrimStart();
        return rest.StartsWith("\\overline") || rest.StartsWith("\\bar") || rest.StartsWith("\\dot{") || rest.StartsWith("\\dot ");
    }

    private void TakeColon()
    {
        if (Peek(1) == '=')
            Take(TokenKind.Relation, "=", 2);
        else if (_options.ColonDivides && (_math || char.IsWhiteSpace(Before()) == char.IsWhiteSpace(Peek(1)))
            && Last is { Kind: TokenKind.Number or TokenKind.Close or TokenKind.Percent or TokenKind.Superscript } && !IsLabel()
                && (char.IsAsciiDigit(SkipBlanks(1)) || SkipBlanks(1) is '(' or '.'))
            Take(TokenKind.Operator, "÷", 1);
        else if (MayDivide())
            Take(TokenKind.Operator, ":", 1);
        else if (char.IsLetterOrDigit(Before()) && char.IsLetterOrDigit(Peek(1))
            && (_math || (char.IsAsciiDigit(Before()) && char.IsAsciiDigit(Peek(1)))))
            Take(TokenKind.Operator, ":", 1);
        else if (_math && Last is { Kind: TokenKind.Number or TokenKind.Letter or TokenKind.Close })
            Take(TokenKind.Operator, ":", 1);
        else
            Take(TokenKind.Break, ":", 1);
    }

    // "12 : 4 + 3", "12 € : 4": with a blank before it a colon behind an amount divides, sets a ratio or leads in, whatever the language;
    // "Schritt 5 : 3 + 4" leads in.
    private bool MayDivide() =>
        !_math && char.IsWhiteSpace(Before()) && EndsAmount() && !NamesThing()
        && (char.IsAsciiDigit(SkipBlanks(1)) || SkipBlanks(1) is '(' or '[' or '.' or '-' or '−' or '√' or '$' or '€' or '£');

    private bool EndsAmount() => Last?.Kind switch
    {
        TokenKind.Number or TokenKind.Close or TokenKind.Percent or TokenKind.Superscript or TokenKind.Factorial
            or TokenKind.Degree => true,
        TokenKind.Currency or TokenKind.Word or TokenKind.Letter => _tokens.Count > 1 && _tokens[^2].Kind == TokenKind.Number,
        _ => false,
    };

    private bool NamesThing() =>
        Last is { Kind: TokenKind.Number } && _tokens.Count > 1 && _tokens[^2] is { Kind: TokenKind.Word } name
        && NumberedThings.Contains(name.Text);

    // "Schritt 5: 3 + 4": the number of a heading.
    private bool IsLabel() =>
        !_math && Last is { Kind: TokenKind.Number } && _tokens.Count > 1 && _tokens[^2].Kind == TokenKind.Word
        && (_tokens.Count == 2 || _tokens[^3].Kind is TokenKind.Break or TokenKind.Line);

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

        if (c is '⁻' or '⁺' ? Superscripts.Contains(Peek(1), StringComparison.Ordinal) : Superscripts.Contains(c, StringComparison.Ordinal))
        {
            var start = _position;
            var value = 0L;
            var length = c is '⁻' or '⁺' ? 1 : 0;
            while (length < 9 && Superscripts.IndexOf(Peek(length), StringComparison.Ordinal) is var digit and >= 0)
            {
                value = (value * 10) + digit;
                length++;
            }

            _tokens.Add(new Token(TokenKind.Superscript, _text.Substring(start, length), start, length)
            {
                InMath = _math,
                Value = c == '⁻' ? -value : value,
                Nested = _nested > 0
            });
            _position += length;
            _space = false;
            return;
        }

        var fraction = Fractions.IndexOf(c, StringComparison.Ordinal);
        if (fraction >= 0)
        {
            var (numerator, denominator) = s_fractionValues[fraction];
            _tokens.Add(new Token(TokenKind.Number, c.ToString(), _position, 1)
            {
                InMath = _math,
                SpaceBefore = _space,
                Nested = _nested > 0,
                Value = new Rational(numerator, denominator)
            });
            _position++;
            _space = false;
            return;
        }

        var width = char.IsHighSurrogate(c) && char.IsLowSurrogate(Peek(1)) ? 2 : 1;
        Take(TokenKind.Other, _text.Substring(_position, width), width);
    }

    private void TakeSubscriptDigits()
    {
        var length = 1;
        while (Subscripts.Contains(Peek(length), StringComparison.Ordinal))
            length++;
        var digits = string.Concat(
            _text.AsSpan(_position, length).ToArray().Select(digit => (char)('0' + Subscripts.IndexOf(digit, StringComparison.Ordinal))));
        Emit(TokenKind.Operator, "_", _position, 0);
        _ = Rational.TryParseDecimal(digits, out var value);
        _tokens.Add(new Token(TokenKind.Number, digits, _position, length) { InMath = _math, Value = value, Nested = _nested > 0 });
        _position += length;
    }

    // "(1) 6000 + 60 = …": the mark of an item, and no factor.
    private void TakeRoundBracket()
    {
        if (IsItemMark(Peek(1) is var first && char.IsAsciiDigit(first) ? 2 : 1) is var length and > 0)
            Take(TokenKind.Break, "item", length);
        else
            Take(TokenKind.Open, "(", 1);
    }

    private int IsItemMark(int longest)
    {
        if (!StartsStatement())
            return 0;
        var length = 1;
        while (length <= longest && char.IsAsciiLetterOrDigit(Peek(length)))
            length++;
        if (length == 1 || Peek(length) is not (')' or '）') || !(char.IsWhiteSpace(Peek(length + 1)) || Peek(length + 1) is '$' or '\\'))
            return 0;
        return SkipBlanks(length + 1) is var next && (char.IsLetterOrDigit(next) || next is '$' or '\\' or '-' or '−') ? length + 1 : 0;
    }

    private bool StartsStatement() =>
        Last is null or { Kind: TokenKind.Break or TokenKind.Line } || IsLineStart()
        || (Last is { Kind: TokenKind.MathStart } && _tokens.Count == 1);

    // "① 3 + 4" heads a line; "①+②" names equations.
    private void TakeCircledNumber(char c)
    {
        var next = SkipBlanks(1);
        Take(StartsStatement() && (char.IsLetterOrDigit(next) || next is '$' or '\\' or '(') ? TokenKind.Break : TokenKind.Other,
            c.ToString(), 1);
    }
}
