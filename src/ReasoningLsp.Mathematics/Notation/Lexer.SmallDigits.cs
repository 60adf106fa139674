using ReasoningLsp.Mathematics.Numbers;

namespace ReasoningLsp.Mathematics.Notation;

/// <content>Raised and lowered digits, and fractions that are one sign.</content>
public sealed partial class Lexer
{
    internal const string Superscripts = "⁰¹²³⁴⁵⁶⁷⁸⁹";
    internal const string Subscripts = "₀₁₂₃₄₅₆₇₈₉";
    private const string Fractions = "½⅓⅔¼¾⅕⅖⅗⅘⅙⅚⅛⅜⅝⅞";
    private static readonly (int Numerator, int Denominator)[] s_fractionValues =
        [(1, 2), (1, 3), (2, 3), (1, 4), (3, 4), (1, 5), (2, 5), (3, 5), (4, 5), (1, 6), (5, 6), (1, 8), (3, 8), (5, 8), (7, 8)];

    private bool IsSuperscript(char c) => Superscripts.Contains(c is '⁻' or '⁺' ? Peek(1) : c, StringComparison.Ordinal);

    private void TakeSuperscriptDigits(char c)
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

    private void TakeFractionSign(char c, int fraction)
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
    }
}
