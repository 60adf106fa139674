using System.Buffers;
using System.Collections.Frozen;

namespace ReasoningLsp.Mathematics.Notation;

/// <summary>A run of signs, numbers, one-letter names and names of functions in prose.</summary>
internal static class FormulaRun
{
    private static readonly FrozenSet<string> s_functions = new[]
    {
        "sin", "cos", "tan", "cot", "sec", "csc", "arcsin", "arccos", "arctan", "sinh", "cosh", "tanh", "ln", "lg", "log", "exp", "sqrt",
    }.ToFrozenSet(StringComparer.Ordinal);

    private static readonly SearchValues<char> s_operators = SearchValues.Create("∫∑∏∪∩…");

    /// <summary>Whether it is the name of a function of one argument.</summary>
    public static bool IsFunction(ReadOnlySpan<char> name) => s_functions.GetAlternateLookup<ReadOnlySpan<char>>().Contains(name);

    /// <summary>Whether it is the name of such a function, or of a limit.</summary>
    public static bool IsOperator(ReadOnlySpan<char> name) => name is "lim" || IsFunction(name);

    /// <summary>Whether it is a small digit.</summary>
    public static bool IsScript(char c) => Lexer.Superscripts.Contains(c, StringComparison.Ordinal)
        || Lexer.Subscripts.Contains(c, StringComparison.Ordinal);

    /// <summary>
    /// Whether it holds what prose cannot read: an integral, a derivative, a limit, a function of a letter without brackets or with a
    /// factor before it, a product with a blank. A name of a function without an argument is a word: "10 sec", "a log".
    /// </summary>
    public static bool NeedsReading(ReadOnlySpan<char> run)
    {
        var needed = run.IndexOfAny(s_operators) >= 0 || run.Contains(")'", StringComparison.Ordinal)
            || run.Contains("d/d", StringComparison.Ordinal) || run.Contains("d^2/d", StringComparison.Ordinal);
        for (var at = 0; at < run.Length; at++)
        {
            if (IsFactorBehindBlank(run, at))
            {
                if (!IsVariable(run, run[at]) || IsTimes(run, at))
                    return false;
                needed = true;
            }
            else
            {
                needed |= IsProductWithBlank(run, at);
            }

            if (!char.IsAsciiLetterLower(run[at]) || (at > 0 && char.IsLetter(run[at - 1])))
                continue;
            var length = 1;
            while (at + length < run.Length && char.IsLetter(run[at + length]))
                length++;
            var name = run.Slice(at, length);
            // "2x e^x"
            needed |= length == 1 && run[(at + 1)..] is ['^', var exponent, ..] && (char.IsLetter(exponent) || exponent is '(' or '{')
                && at > 1 && run[at - 1] == ' ' && HasFactorBefore(run, at);
            needed |= name is "sum" or "prod" or "int";
            if (length > 1 && IsOperator(name))
            {
                var rest = Argument(run[(at + length)..]);
                if (rest.IsEmpty || !(char.IsLetterOrDigit(rest[0]) || rest[0] is '(' or '√' or '_' or '|' or '-'))
                    return false;
                needed |= name is "lim" || char.IsLetter(rest[0]) || rest.Length < run.Length - at - length || HasFactorBefore(run, at);
            }

            at += length - 1;
        }

        return needed;
    }

    // What stands behind the exponent of a function, "sin^2 x", and blanks.
    private static ReadOnlySpan<char> Argument(ReadOnlySpan<char> rest)
    {
        if (rest is ['^', ..])
        {
            var at = rest.Length > 1 && rest[1] is '-' or '−' ? 2 : 1;
            while (at < rest.Length && char.IsAsciiDigit(rest[at]))
                at++;
            rest = rest[at..];
        }

        while (rest is [var sign, ..] && (IsScript(sign) || sign == '⁻'))
            rest = rest[1..];
        return rest.TrimStart(" \u00a0");
    }

    private static bool HasFactorBefore(ReadOnlySpan<char> run, int at)
    {
        var before = run[..at].TrimEnd(" \u00a0");
        return before is [.., var last] && (char.IsLetterOrDigit(last) || last is ')' || IsScript(last));
    }

    // "3 x 4", "3 x (4 + 5)"
    private static bool IsTimes(ReadOnlySpan<char> run, int at) => run[at] is 'x' or 'X' && run[(at + 1)..] is [' ', ..]
        && run[(at + 1)..].TrimStart() is [(>= '0' and <= '9') or '(' or '.', ..];

    // "10 N cos θ", "2 t + 3": one letter behind a number and a blank.
    private static bool IsFactorBehindBlank(ReadOnlySpan<char> run, int at) => at > 1 && char.IsLetter(run[at])
        && run[at - 1] == ' ' && char.IsAsciiDigit(run[at - 2]) && !IsInScript(run, at - 2)
        && !(at + 1 < run.Length && (char.IsLetterOrDigit(run[at + 1]) || run[at + 1] == '('));

    // "∫_0^1 e^x dx": the number belongs to a script.
    private static bool IsInScript(ReadOnlySpan<char> run, int at)
    {
        while (at > 0 && char.IsAsciiDigit(run[at]))
            at--;
        return run[at] is '^' or '_';
    }

    // "n x", where both are names elsewhere.
    private static bool IsProductWithBlank(ReadOnlySpan<char> run, int at) => at > 1 && run[at - 1] == ' '
        && char.IsAsciiLetterLower(run[at]) && char.IsAsciiLetterLower(run[at - 2])
        && !(at > 2 && char.IsLetter(run[at - 3])) && !(at + 1 < run.Length && char.IsLetter(run[at + 1]))
        && IsVariable(run, run[at]) && IsVariable(run, run[at - 2]);

    // A letter that stands without a number before it in a sum, a power or a bracket is no unit.
    private static bool IsVariable(ReadOnlySpan<char> run, char letter)
    {
        // "d/dt (5 t^2)"
        if (letter is 'x' or 'y' or 'z' or 'i' || run.Contains(['d', letter], StringComparison.Ordinal))
            return true;
        for (var at = 0; at < run.Length; at++)
        {
            if (run[at] != letter || (at > 0 && char.IsLetterOrDigit(run[at - 1])) || (at + 1 < run.Length && char.IsLetter(run[at + 1])))
                continue;
            var before = run[..at].TrimEnd(" \u00a0");
            var after = run[(at + 1)..].TrimStart(" \u00a0");
            if (before is [.., >= '0' and <= '9'])
                continue;
            if (before is [] or [.., '(' or '+' or '-' or '−'] && after is ['+' or '-' or '−' or ')' or '(' or '^', ..])
                return true;
        }

        return false;
    }
}
