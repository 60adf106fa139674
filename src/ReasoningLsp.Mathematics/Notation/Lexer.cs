using System.Collections.Immutable;

namespace ReasoningLsp.Mathematics.Notation;

/// <summary>Turns a text, prose and mathematics mixed, into tokens. Linear in the length of the text; never fails.</summary>
public sealed partial class Lexer
{
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

    /// <summary>The number that <paramref name="text"/> is, written as in a text of these options; null where it is more, or
    /// none.</summary>
    public static Token? Number(string text, LexerOptions options) =>
        Lex(text, [new NotationRegion(0, text.Length, NotationMode.Prose)], options).Tokens is [{ Kind: TokenKind.Number } number]
            ? number : null;

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
        else if (c >= FirstUnitSign && TakeUnitSign(c))
            return;
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
