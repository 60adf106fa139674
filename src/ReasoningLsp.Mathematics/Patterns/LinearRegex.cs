using System.Text.RegularExpressions;

namespace ReasoningLsp.Mathematics.Patterns;

/// <summary>
/// A regular expression whose work is bounded by the length of the text, whoever wrote it. .NET's linear engine takes some ten milliseconds
/// to build, its backtracking one, which finds the same, a hundredth of that: short texts are first left to the latter, until it has been
/// asked often or was once seen to go astray. Case and classes of letters are those of no culture. Thread-safe.
/// </summary>
public sealed class LinearRegex
{
    private const int OftenAsked = 2_000;
    private const int ShortText = 1_000;
    private static readonly TimeSpan s_patience = TimeSpan.FromMilliseconds(50);

    private readonly Lazy<Regex> _quick;
    private readonly Lazy<Regex> _linear;
    private int _asked;

    /// <summary>An expression; nothing is built before it is used.</summary>
    /// <param name="pattern">What is looked for; look-around, references back and atomic groups are not to be had.</param>
    /// <param name="options">Options beside those that every such expression has.</param>
    public LinearRegex(string pattern, RegexOptions options = RegexOptions.None)
    {
        _quick = new(() => new Regex(pattern, options | RegexOptions.CultureInvariant, s_patience));
        _linear = new(() => new Regex(pattern, options | RegexOptions.CultureInvariant | RegexOptions.NonBacktracking));
    }

    /// <summary>Whether it is found in the text.</summary>
    public bool IsMatch(string text) => Ask(text.Length, text, static (regex, text) => regex.IsMatch(text));

    /// <inheritdoc cref="IsMatch(string)"/>
    public bool IsMatch(ReadOnlySpan<char> text) => Ask(text.Length, text, static (regex, text) => regex.IsMatch(text));

    /// <summary>Where it is first found, from <paramref name="start"/> on.</summary>
    public Match Match(string text, int start = 0) =>
        Ask(text.Length, (text, start), static (regex, asked) => regex.Match(asked.text, asked.start));

    /// <summary>Everywhere it is found, in order.</summary>
    public IReadOnlyList<Match> Matches(string text) =>
        // In most texts nothing is found, and that is told without a list.
        Ask<string, IReadOnlyList<Match>>(text.Length, text,
            static (regex, text) => regex.IsMatch(text) ? regex.Matches(text).ToList() : []);

    /// <summary>The text with what is found replaced.</summary>
    public string Replace(string text, string replacement) =>
        Ask(text.Length, (text, replacement), static (regex, asked) => regex.Replace(asked.text, asked.replacement));

    /// <summary>The text with what is found replaced; <paramref name="replacement"/> may be asked twice of the same.</summary>
    public string Replace(string text, MatchEvaluator replacement) =>
        Ask(text.Length, (text, replacement), static (regex, asked) => regex.Replace(asked.text, asked.replacement));

    private TResult Ask<TAsked, TResult>(int length, TAsked asked, Func<Regex, TAsked, TResult> ask)
        where TAsked : allows ref struct
    {
        try
        {
            return ask(Chosen(length), asked);
        }
        catch (RegexMatchTimeoutException)
        {
            _asked = OftenAsked;
            return ask(_linear.Value, asked);
        }
    }

    // That some of many threads are not counted does no harm.
    private Regex Chosen(int length)
    {
        if (length > ShortText || _asked >= OftenAsked)
            return _linear.Value;
        _asked++;
        return _quick.Value;
    }
}
