using ReasoningLsp.Mathematics.Notation;
using ReasoningLsp.Mathematics.Numbers;
using ReasoningLsp.Review.Analysis;

namespace ReasoningLsp.Review.Fixing.Dependence;

/// <summary>Numbers that have a source of their own: given in the problem, calculated from it, or known to everybody. Not thread-safe.</summary>
internal sealed class KnownNumbers
{
    private static readonly string[] s_words =
        ["zero", "one", "two", "three", "four", "five", "six", "seven", "eight", "nine", "ten", "eleven", "twelve", "thirteen", "fourteen", "fifteen", "sixteen", "seventeen", "eighteen", "nineteen", "twenty"];

    // Halves and doubles, days, weeks, months, hours, dozens, percent, angles, thousands: they turn up without having been named.
    private static readonly int[] s_everyday = [0, 1, 2, 3, 4, 7, 10, 12, 24, 30, 52, 60, 90, 100, 180, 360, 365, 1000];

    private readonly HashSet<Rational> _values = [.. s_everyday.Select(value => (Rational)value)];

    public KnownNumbers(StepAnalysis? problem)
    {
        foreach (var token in problem?.Tokens ?? [])
        {
            if (token.Kind == TokenKind.Number)
                _values.Add(token.Value);
            else if (token.Kind == TokenKind.Word && Array.IndexOf(s_words, token.Text.ToLowerInvariant()) is var value and >= 0)
                _values.Add(value);
        }
    }

    public bool Contains(Rational value) => _values.Contains(value);

    public void Add(Rational value) => _values.Add(value);
}
