using ReasoningLsp.Mathematics.Numbers;

namespace ReasoningLsp.Review.Tests.Planting;

/// <summary>Calculates GSM8K annotations: <c>+ - * / ( )</c> and decimals. Knows nothing of the product's notation.</summary>
internal sealed class Arithmetic
{
    private readonly string _text;
    private int _position;

    private Arithmetic(string text) => _text = text;

    /// <summary>The value of an expression, or null where it is none of the simple kind.</summary>
    public static Rational? Evaluate(string text)
    {
        var reader = new Arithmetic(text.Replace(" ", string.Empty, StringComparison.Ordinal));
        return reader.Sum() is { } value && reader._position == reader._text.Length ? value : null;
    }

    private char Next => _position < _text.Length ? _text[_position] : '\0';

    private Rational? Sum()
    {
        var value = Product();
        while (value is not null && Next is '+' or '-')
        {
            var plus = _text[_position++] == '+';
            var term = Product();
            value = term is null ? null : plus ? value + term : value - term;
        }

        return value;
    }

    private Rational? Product()
    {
        var value = Factor();
        while (value is not null && Next is '*' or '/')
        {
            var times = _text[_position++] == '*';
            var factor = Factor();
            value = factor is null || (!times && factor.Value.IsZero) ? null : times ? value * factor : value / factor;
        }

        return value;
    }

    private Rational? Factor()
    {
        if (Next == '(')
        {
            _position++;
            var value = Sum();
            return value is not null && Next == ')' && _position++ >= 0 ? value : null;
        }

        var start = _position;
        while (char.IsAsciiDigit(Next) || Next == '.')
            _position++;
        return Rational.TryParseDecimal(_text.AsSpan(start, _position - start), out var number) ? number : null;
    }
}
