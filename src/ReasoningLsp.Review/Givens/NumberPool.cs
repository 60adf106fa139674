using System.Collections.Immutable;
using ReasoningLsp.Mathematics.Answers;
using ReasoningLsp.Mathematics.Notation;
using ReasoningLsp.Mathematics.Numbers;
using ReasoningLsp.Review.Analysis;

namespace ReasoningLsp.Review.Givens;

/// <summary>Numbers that a text has named, and what a person makes of them in the head: another unit, a share as a part of one or what is
/// left of it, the sum, difference, product or quotient of two.</summary>
internal sealed class NumberPool
{
    private const int MostWords = 3, MostInPairs = 10;

    // Of time, of length, of weight and of money.
    private static readonly ImmutableArray<Rational> s_units =
        [7, 12, 16, 24, 30, 32, 36, 52, 60, 64, 100, 128, 365, 366, 1000, 1440, 1760, 2000, 3600, 5280];

    // And what counts without being said: small numbers, coins, tens, angles.
    private static readonly ImmutableArray<Rational> s_usual =
        [.. s_units, 2, 3, 4, 5, 6, 8, 9, 10, 20, 25, 28, 29, 31, 50, 90, 180, 360, 10000];

    private readonly HashSet<Rational> _values = [];

    // Words are read for numbers only where the digits do not settle it: most texts have hundreds of words and no number in them.
    private readonly List<(StepAnalysis Analysis, int Start, int End)> _words = [];

    /// <summary>Whether there are so many.</summary>
    public bool HasAtLeast(int count) => _values.Count >= count || (ReadWords() && _values.Count >= count);

    /// <summary>Adds a number.</summary>
    public void Add(Rational value) => _values.Add(value);

    /// <summary>Adds every number of a text, in digits or in words.</summary>
    public void Add(StepAnalysis analysis) => Add(analysis, 0, int.MaxValue);

    /// <summary>Adds those that stand between two places of it.</summary>
    public void Add(StepAnalysis analysis, int start, int end)
    {
        _words.Add((analysis, start, end));
        foreach (var token in analysis.Tokens)
        {
            if (token.Kind is TokenKind.Number or TokenKind.Superscript && token.Start >= start && token.End <= end)
                _values.Add(token.Value);
        }
    }

    /// <summary>Whether the number is one of them as it is.</summary>
    public bool Has(Rational value) => _values.Contains(value) || (ReadWords() && _values.Contains(value));

    /// <summary>Whether it is one of them, a usual factor, or made of them in one step.</summary>
    public bool Reaches(Rational value) => IsReached(value) || (ReadWords() && IsReached(value));

    private bool IsReached(Rational value)
    {
        if (IsForm(value) || s_usual.Contains(value) || s_usual.Contains(value * 100)
            || s_usual.Any(factor => _values.Contains(value * factor) || _values.Contains(value / factor)))
            return true;
        if (_values.Count > MostInPairs)
            return false;
        foreach (var one in _values)
        {
            if (_values.Contains(value - one) || _values.Contains(one - value) || _values.Contains(value + one)
                || (!one.IsZero && (_values.Contains(value / one) || _values.Contains(value * one)))
                || (!value.IsZero && _values.Contains(one / value)))
                return true;
        }

        return false;
    }

    /// <summary>Whether it is one of them, in other units or as a share or what it leaves.</summary>
    public bool HasForm(Rational value) => IsForm(value) || (ReadWords() && IsForm(value));

    private bool IsForm(Rational value)
    {
        if (value.IsZero || Rational.Abs(value) == Rational.One || _values.Contains(value) || _values.Contains(-value))
            return true;
        foreach (var factor in s_units)
        {
            if (_values.Contains(value * factor) || _values.Contains(value / factor))
                return true;
        }

        // 20 %: what is left, what it grows to, and both in hundredths.
        return _values.Contains(Rational.One - value) || _values.Contains(value - Rational.One) || _values.Contains(100 - value)
            || _values.Contains(value - 100) || _values.Contains((1 - value) * 100) || _values.Contains((value - 1) * 100)
            || _values.Contains((100 - value) / 100) || _values.Contains((value - 100) / 100);
    }

    // Whether any were left to be read.
    private bool ReadWords()
    {
        if (_words.Count == 0)
            return false;
        foreach (var (analysis, start, end) in _words)
        {
            var tokens = analysis.Tokens;
            for (var i = 0; i < tokens.Length; i++)
            {
                if (tokens[i].Start >= start && tokens[i].End <= end && InWords(tokens, i) is { } said)
                    _values.Add(said);
            }
        }

        _words.Clear();
        return true;
    }

    // "two thirds", "1 million", "19th".
    private static Rational? InWords(ImmutableArray<Token> tokens, int index)
    {
        if (tokens[index] is not { Kind: TokenKind.Word or TokenKind.Number, InMath: false })
            return null;
        if (tokens[index].Kind == TokenKind.Word && char.IsAsciiDigit(tokens[index].Text[0]))
            return GivenNumbers.First(tokens[index].Text);
        var words = NumberWords.From(tokens, index, MostWords);
        return words.Length > 0 && NumberPhrase.Prefix(words) is { } phrase ? phrase.Value : null;
    }
}
