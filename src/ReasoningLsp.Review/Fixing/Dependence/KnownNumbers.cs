using System.Collections.Immutable;
using ReasoningLsp.Mathematics.Notation;
using ReasoningLsp.Mathematics.Numbers;
using ReasoningLsp.Review.Analysis;

namespace ReasoningLsp.Review.Fixing.Dependence;

/// <summary>Numbers that have a source of their own: given in the problem, calculated from it, or known to everybody. Not
/// thread-safe.</summary>
internal sealed class KnownNumbers
{
    private static readonly string[] s_words =
        ["zero", "one", "two", "three", "four", "five", "six", "seven", "eight", "nine", "ten", "eleven", "twelve", "thirteen", "fourteen",
        "fifteen", "sixteen", "seventeen", "eighteen", "nineteen", "twenty"];

    // Weeks, months, hours, percent, angles, thousands turn up without having been named, and so does what is counted on the fingers.
    private static readonly int[] s_everyday = [20, 24, 25, 28, 30, 31, 50, 52, 60, 90, 100, 144, 180, 360, 365, 1000];

    private static readonly Rational s_fingers = 12;

    private readonly Dictionary<Rational, HashSet<string>> _nouns = [];
    private readonly HashSet<Rational> _used = [];

    public KnownNumbers(StepAnalysis? problem)
    {
        var tokens = problem?.Tokens ?? [];
        for (var i = 0; i < tokens.Length; i++)
        {
            if (tokens[i].Kind == TokenKind.Number)
                Add(tokens, i);
            else if (tokens[i].Kind == TokenKind.Word && Array.IndexOf(s_words, tokens[i].Text.ToLowerInvariant()) is var value and >= 0)
                Add(value, Nouns.Of(tokens, i));
        }
    }

    /// <summary>Whether the number has a source of its own.</summary>
    public bool Contains(Rational value) => _nouns.ContainsKey(value) || IsEveryday(value);

    /// <summary>Whether it is known to everybody, and from nowhere else; what is counted on the fingers is not meant.</summary>
    public bool IsEverydayAlone(Rational value) => value > s_fingers && !_nouns.ContainsKey(value) && IsEveryday(value);

    /// <summary>Whether it counts these things there.</summary>
    public bool Counts(Rational value, string noun) => _nouns.TryGetValue(value, out var nouns) && nouns.Contains(noun);

    /// <summary>Whether it may count these things there: it does, or it is not said what it counts.</summary>
    public bool MayCount(Rational value, string noun) =>
        noun.Length == 0 ? Contains(value) : Counts(value, noun) || Counts(value, string.Empty);

    /// <summary>Whether its source was calculated with before, so that it need not turn up again; what everybody knows always
    /// may.</summary>
    public bool IsSpent(Rational value) => !_nouns.ContainsKey(value) || _used.Contains(value);

    /// <summary>Adds a number with what it counts.</summary>
    public void Add(ImmutableArray<Token> tokens, int index) => Add(tokens[index].Value, Nouns.Of(tokens, index));

    /// <summary>Notes that a number was calculated with.</summary>
    public void Use(Rational value) => _used.Add(value);

    private static bool IsEveryday(Rational value) =>
        (value <= s_fingers && value.IsInteger) || Array.Exists(s_everyday, known => value == known);

    private void Add(Rational value, string noun)
    {
        if (!_nouns.TryGetValue(value, out var nouns))
            _nouns[value] = nouns = new HashSet<string>(StringComparer.Ordinal);
        nouns.Add(noun);
    }
}
