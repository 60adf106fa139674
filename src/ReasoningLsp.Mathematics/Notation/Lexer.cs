using System.Collections.Immutable;
using System.Globalization;

namespace ReasoningLsp.Mathematics.Notation;

/// <summary>Turns a text, prose and mathematics mixed, into tokens. Linear in the length of the text; never fails.</summary>
public sealed partial class Lexer
{
    private const int DateLength = 10;

    private readonly string _text;
    private readonly LexerOptions _options;
    private readonly List<Token> _tokens = [];
    private readonly List<ImmutableArray<Token>> _annotations = [];
    private int _position;
    private int _end;
    private bool _math;
    private bool _plain;
    private bool _space;
    private int _nested;
    private int _subscriptEnd = -1;
    private readonly Stack<bool> _groups = new();
    private readonly Stack<string> _environments = new();

    private Lexer(string text, LexerOptions options)
    {
        _text = text;
        _options = options;
    }

    /// <summary>The tokens of <paramref name="text"/>, read region by region.</summary>
    public static LexedText Lex(string text, IReadOnlyList<NotationRegion> regions, LexerOptions options)
    {
        var lexer = new Lexer(NotationText.Fold(text, options), options);
        foreach (var region in regions)
            lexer.Read(region);
        return new LexedText([.. NameProducts.Split(lexer._tokens)], [.. lexer._annotations]);
    }

    private void Read(NotationRegion region)
    {
        _position = region.Start;
        _end = region.Start + region.Length;
        _math = region.Mode == NotationMode.Math;
        _nested = 0;
        _subscriptEnd = -1;
        _groups.Clear();
        _environments.Clear();
        if (region.Mode == NotationMode.Skip)
        {
            Emit(TokenKind.Break, "code", region.Start, region.Length);
            return;
        }

        if (_math)
        {
            ReadMathematics(_end);
            return;
        }

        foreach (var (start, end) in PlainFormulas.Find(_text, _position, _end))
        {
            ReadTo(start);
            _math = _plain = true;
            ReadMathematics(end);
            _math = _plain = false;
        }

        ReadTo(_end);
    }

    private void ReadMathematics(int end)
    {
        Emit(TokenKind.MathStart, "", _position, 0);
        ReadTo(end);
        Emit(TokenKind.MathEnd, "", end, 0);
    }

    private void ReadTo(int end)
    {
        var whole = _end;
        _end = end;
        while (_position < _end)
        {
            if (_limitEnd >= 0)
                CloseBareLimit();
            Next();
        }

        if (_limitEnd >= 0)
            CloseBareLimit();
        _end = whole;
    }

    private char Peek(int ahead = 0) => _position + ahead < _end ? _text[_position + ahead] : '\0';

    private char Before(int back = 1) => _position - back >= 0 ? _text[_position - back] : '\0';

    private Token? Last => _tokens.Count > 0 ? _tokens[^1] : null;

    private void Emit(TokenKind kind, string text, int start, int length)
    {
        // "x^12/4y" is typed as it is read; TeX raises one digit.
        _tokens.Add(new Token(kind, text, start, length)
        {
            InMath = _math && !(_plain && kind == TokenKind.Operator),
            SpaceBefore = _space,
            Nested = _nested > 0
        });
        _space = false;
    }

    private void Take(TokenKind kind, string text, int length)
    {
        length = Filled(length);
        Emit(kind, text, _position, length);
        _position += length;
    }

    // The characters of an entity belong to its sign.
    private int Filled(int length)
    {
        while (Peek(length) == NotationText.Filler)
            length++;
        return length;
    }

    private void Next()
    {
        var c = Peek();
        if (c is NotationText.Nothing or NotationText.Filler)
        {
            _position++;
            return;
        }

        if (c == '0' && Peek(1) is 'x' or 'X' && HexadecimalLength() is > 0 and var numeral)
        {
            // "0xFF" is no product of nothing and x.
            Take(TokenKind.Other, _text.Substring(_position, numeral), numeral);
            return;
        }

        if (char.IsAsciiDigit(c) || (c == '.' && char.IsAsciiDigit(Peek(1)) && !char.IsLetterOrDigit(Before())))
            TakeNumber();
        else if (c == '\\')
            TakeCommand();
        else if (c is '\n' or '\r')
            TakeLineEnd();
        else if (char.IsWhiteSpace(c) || c is '\u200b' or '\ufeff')
            Skip(1);
        else if (char.IsLetter(c))
            TakeLetters();
        else if (c == '<' && Peek(1) == '<' && TakeAnnotation())
            return;
        else
            TakeSign(c);
    }

    private void Skip(int length)
    {
        _position += length;
        _space = true;
    }

    // 2024-05-01 is a day and no difference.
    private bool IsDate() =>
        _end - _position >= DateLength && _text.AsSpan(_position, DateLength) is var date && date[4] == '-' && date[7] == '-'
        && char.IsAsciiDigit(date[1]) && !char.IsLetterOrDigit(Before()) && !char.IsLetterOrDigit(Peek(DateLength))
        && int.TryParse(date[5..7], NumberStyles.None, CultureInfo.InvariantCulture, out var month)
        && int.TryParse(date[8..], NumberStyles.None, CultureInfo.InvariantCulture, out var day)
        && month is > 0 and <= 12 && day is > 0 and <= 31;

    // Two digits or more, so that "0x5" may still be zero times five.
    private int HexadecimalLength()
    {
        const int Prefix = 2;
        var length = Prefix;
        while (char.IsAsciiHexDigit(Peek(length)))
            length++;
        return length >= Prefix + 2 && !char.IsLetterOrDigit(Peek(length)) && !char.IsLetterOrDigit(Before()) ? length : 0;
    }

    private void TakeNumber()
    {
        if (!_math && IsDate())
        {
            Take(TokenKind.Word, _text.Substring(_position, DateLength), DateLength);
            return;
        }

        var (length, value, decimals) = NumberScanner.Scan(_text.AsSpan(0, _end), _position, _options, _math);
        if (length == 0)
        {
            Take(TokenKind.Other, Peek().ToString(), 1);
            return;
        }

        if (!_math && IsLineStart() && Peek(length) is '.' or ')' && char.IsWhiteSpace(Peek(length + 1)) && !_math)
        {
            Take(TokenKind.Break, "item", length + 1);
            return;
        }

        var start = _position;
        var text = _text.Substring(start, length);
        _position += length;
        if (!_math && Peek() is 's' or 'n' or 'r' or 't' && IsOrdinalSuffix())
        {
            Emit(TokenKind.Word, string.Concat(text, _text.AsSpan(_position, 2)), start, length + 2);
            _position += 2;
            return;
        }

        Numbers.Rational? place = null;
        if (TakeExponent() is { } exponent)
        {
            value *= Numbers.Rational.PowerOfTen(exponent);
            place = Numbers.Rational.PowerOfTen(exponent - decimals);
            decimals = Math.Clamp(decimals - exponent, 0, 30);
        }

        _tokens.Add(new Token(TokenKind.Number, text, start, _position - start)
        {
            InMath = _math && !_plain,
            SpaceBefore = _space,
            Nested = _nested > 0,
            Value = value,
            Decimals = decimals,
            Place = place
        });
        _space = false;
    }

    // "2.5e-3"
    private int? TakeExponent()
    {
        if (_math || Peek() is not ('e' or 'E'))
            return null;
        var sign = Peek(1) is '-' or '−' or '+' ? 2 : 1;
        var length = 0;
        while (char.IsAsciiDigit(Peek(sign + length)))
            length++;
        if (length is 0 or > 3 || char.IsLetter(Peek(sign + length)))
            return null;
        var size = int.Parse(_text.AsSpan(_position + sign, length), CultureInfo.InvariantCulture);
        var exponent = Peek(1) is '-' or '−' ? -size : size;
        _position += sign + length;
        return exponent;
    }

    private bool IsOrdinalSuffix()
    {
        if (_position + 2 > _end || (_position + 2 < _end && char.IsLetterOrDigit(_text[_position + 2])))
            return false;
        return _text.AsSpan(_position, 2) is "st" or "nd" or "rd" or "th";
    }

    private bool IsLineStart()
    {
        for (var i = _position - 1; i >= 0; i--)
        {
            if (_text[i] is '\n' or '\r')
                return true;
            if (_text[i] is not (' ' or '\t' or '*' or '#' or '>' or '-' or '\ufeff'))
                return false;
        }

        return true;
    }

    private void TakeLineEnd()
    {
        var start = _position;
        var ends = 0;
        while (_position < _end && char.IsWhiteSpace(Peek()))
        {
            if (Peek() == '\n' || (Peek() == '\r' && Peek(1) != '\n'))
                ends++;
            _position++;
        }

        if (!_math)
            Emit(ends > 1 ? TokenKind.Break : TokenKind.Line, "\n", start, _position - start);
        _space = true;
    }

    private bool TakeAnnotation()
    {
        var close = _text.AsSpan(_position, Math.Min(_end - _position, 200)).IndexOf(">>");
        if (close < 0)
            return false;
        var inner = new Lexer(_text, _options);
        inner.Read(new NotationRegion(_position + 2, close - 2, NotationMode.Prose));
        _annotations.Add([.. inner._tokens]);
        _position += close + 2;
        return true;
    }
}
