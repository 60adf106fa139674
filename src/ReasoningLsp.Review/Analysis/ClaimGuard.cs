using System.Collections.Frozen;
using System.Collections.Immutable;
using ReasoningLsp.Review.Languages;

namespace ReasoningLsp.Review.Analysis;

/// <summary>
/// Tells assertions from what is only supposed, asked, tried, quoted or taken back. The words are those of the
/// languages of the trace; in doubt, and among words of a language that is not known, a statement is no assertion.
/// </summary>
internal static class ClaimGuard
{
    private const string Crosses = "❌✗✘❎✖↯⚡";

    // Signs for a contradiction; those of LaTeX without their backslash.
    private static readonly ImmutableArray<string> s_clashes = ["↯", "⚡", "lightning", "blitza", "⇒⇐", "→←", "rightarrow\\leftarrow"];

    private static readonly ImmutableArray<string> s_arrows = ["→", "←", "⟶", "⟵", "⇒", "⇐", "->", "<-", "=>", "rightarrow", "leftarrow"];
    private const int LongestAnnouncement = 24;

    // Of true and false, ticked behind the statement.
    private const string IsFalse = "(f)";
    private const string Ends = " \t\r\n\u00a0$*_.。✓✔√";
    // A heading in whatever language: "Falsch:" in an English text.
    private static readonly PhraseSet s_false = new([.. LanguagePhrases.InAll(PhraseRole.Denied)]);

    // "Gdyby 3 · 4 = 13" in a text that is taken for English.
    private static readonly FrozenSet<string> s_conditions =
        LanguagePhrases.InAll(PhraseRole.Condition).ToFrozenSet(StringComparer.OrdinalIgnoreCase);

    private const string Gaps = " \t\u00a0$\\()*_:\uFE0F";

    /// <summary>Whether the sentence asserts the statement as a calculation.</summary>
    public static bool IsAsserted(ISentence statement) =>
        !statement.Lexicon.Has(PhraseRole.Supposed, statement.Before) && IsSaidToHold(statement);

    /// <summary>Whether the sentence carries out the statement as arithmetic: "if" then only names the situation that is
    /// calculated.</summary>
    public static bool IsCalculated(ISentence statement) =>
        !statement.Lexicon.Has(PhraseRole.Hypothesis, statement.Before) && IsSaidToHold(statement);

    /// <summary>Whether what follows says the statement does not hold, or asks; an option to choose from is never said to hold.</summary>
    public static bool IsTakenBack(ISentence statement) =>
        statement.IsOption || statement.IsAsked || Has(statement, PhraseRole.TakenBack, statement.After) || Denial.IsBehind(statement)
        || Has(statement, PhraseRole.TakenBack, statement.Label) || AnyLanguage.Has(PhraseRole.Asked, statement.Label);

    /// <summary>Whether a value is only being tried.</summary>
    public static bool IsTried(ISentence statement) => Has(statement, PhraseRole.Tried, statement.Before);

    /// <summary>Whether the sentence goes on in words behind the statement: "x = 4, and also its negative".</summary>
    public static bool GoesOn(ISentence statement)
    {
        var rest = statement.After.AsSpan();
        var end = rest.IndexOfAny(".;\n");
        rest = end < 0 ? rest : rest[..end];
        for (var i = 1; i < rest.Length; i++)
        {
            if (char.IsLetter(rest[i]) && char.IsLetter(rest[i - 1]))
                return true;
        }

        return false;
    }

    /// <summary>Whether "Check:" announces the statement and nothing follows it: what is found that way is meant to hold.</summary>
    public static bool IsShownAsCheck(Statement statement) =>
        statement.Before.AsSpan().Trim(Gaps + "#") is { Length: > 0 and <= LongestAnnouncement } word
        && !word.ContainsAny(" \t\n") && statement.Before.AsSpan().TrimEnd(" \t\n\u00a0$*_") is [.., ':' or '：']
        && statement.After.AsSpan().Trim(Ends).IsEmpty;

    // "❌ 2 + 2 = 5", "3² = 6 ✗", "3 + 4 = 8 (F)"
    private static bool IsCrossedOut(ISentence statement) =>
        statement.Before.AsSpan().TrimEnd(Gaps) is [.., var before] && Crosses.Contains(before, StringComparison.Ordinal)
        || statement.After.AsSpan().TrimStart(Gaps) is [var after, ..] && Crosses.Contains(after, StringComparison.Ordinal)
        || statement.After.AsSpan().TrimStart(" \t$").StartsWith(IsFalse, StringComparison.Ordinal)
        || IsTickedFalse(statement.After)
        || Leading(s_clashes, statement.After.AsSpan().TrimStart(Gaps + ",.;{")) is not null;

    // "91 is prime. F", "2 + 2 = 5 — F."
    private static bool IsTickedFalse(string after)
    {
        var text = after.AsSpan().TrimStart(" \t\u00a0$*.:–—-");
        return text.Length < after.Length && text is ['f'] or ['f', '.' or ';' or ',' or '\n' or '\r' or '*' or '|', ..];
    }

    // "“3 + 4 = 8” on page 5 is a misprint": words are quoted and not said, unless all of the step stands in the marks, as
    // in a cell of a table of a program.
    private static bool IsInQuotes(ISentence statement)
    {
        const string Opening = "\"“„«‚「『‹", Closing = "\"”“»’」』›";
        var before = statement.Before.AsSpan().TrimEnd(" \u00a0$");
        var after = statement.After.AsSpan().TrimStart(" \u00a0$.,!。");
        return before is [.., var opening] && Opening.Contains(opening, StringComparison.Ordinal)
            && after is [var closing, ..] && Closing.Contains(closing, StringComparison.Ordinal)
            && (before.Length == 1 ? char.IsLetter(FirstOf(after[1..])) : before[^2] is ' ' or '\u00a0' or '(' or '\n');
    }

    private static char FirstOf(ReadOnlySpan<char> text) => text.TrimStart(Gaps) is [var first, ..] ? first : '\0';

    private static bool IsHeadedFalse(string before)
    {
        var text = before.AsSpan().TrimEnd(" \t\u00a0$*_\n");
        if (text is not [.., ':' or '：'])
            return false;
        text = text[..^1].TrimEnd(Gaps);
        var start = text.Length;
        while (start > 0 && char.IsLetter(text[start - 1]))
            start--;
        return start < text.Length && s_false.OccursIn(text[start..].ToString())
            && s_false.OccursIn(AnyLanguage.Without(PhraseRole.Idiom, before));
    }

    // "3 + 4 = 8. Falsch." in an English text: one word of any language.
    private static bool IsCalledFalse(string after)
    {
        var text = after.AsSpan().TrimStart(" \t\u00a0");
        // "3 + 4 = 8 (wrong, it is 7)"
        if (text is ['(', ..] && IsFalseWord(text[1..], out var behind) && behind is ',' or ';' or ':' or '!' or ')')
            return true;
        text = text.TrimStart(Gaps);
        if (text is not ['.' or '!' or '?' or '。' or ';' or ',' or '，' or '、' or '–' or '—' or '(', ..])
            return false;
        text = text[1..].Trim(" \t\n\u00a0$*_.!。)");
        return text.Length is > 1 and <= LongestAnnouncement && IsOneWord(text)
            && s_false.OccursIn(text.ToString());
    }

    // "12 + 1 = 14 → error, must be 13": an arrow from the statement to the author's own verdict, in a word of any language.
    private static bool IsMarkedFalse(string after)
    {
        var text = after.AsSpan().TrimStart(Gaps);
        return Leading(s_arrows, text) is { } mark && IsFalseWord(text[mark.Length..].TrimStart(Gaps), out _);
    }

    // The sign with which the text begins. Asked of every statement: nothing is copied for it.
    private static string? Leading(ImmutableArray<string> signs, ReadOnlySpan<char> text)
    {
        foreach (var sign in signs)
        {
            if (text.StartsWith(sign, StringComparison.Ordinal))
                return sign;
        }

        return null;
    }

    // Whether the text begins with a word that says so, and what stands right behind it.
    private static bool IsFalseWord(ReadOnlySpan<char> text, out char behind)
    {
        var end = 0;
        while (end < text.Length && char.IsLetter(text[end]))
            end++;
        behind = end < text.Length ? text[end] : '\0';
        return end > 1 && s_false.OccursIn(text[..end].ToString());
    }

    // "By trial and error": a word of an idiom denies nothing.
    private static bool Has(ISentence statement, PhraseRole role, string text) => statement.Lexicon.Has(role, text)
        && (AnyLanguage.Without(PhraseRole.Idiom, text) is var rest && (ReferenceEquals(rest, text) || statement.Lexicon.Has(role, rest)));

    private static bool IsConditionAlone(string before) =>
        s_conditions.GetAlternateLookup<ReadOnlySpan<char>>().Contains(before.AsSpan().Trim(Gaps + "\n"));

    private static bool IsOneWord(ReadOnlySpan<char> text)
    {
        foreach (var unit in text)
        {
            if (!char.IsLetter(unit))
                return false;
        }

        return true;
    }

    private static bool IsSaidToHold(ISentence statement) =>
        !IsTakenBack(statement) && !IsCrossedOut(statement) && !IsConditionAlone(statement.Before)
        && !Denial.IsBefore(statement)
        && !Has(statement, PhraseRole.Quoted, statement.Before) && !IsInQuotes(statement) && !IsHeadedFalse(statement.Before)
        && !IsCalledFalse(statement.After) && !IsMarkedFalse(statement.After)
        && !(statement.Lexicon.HasUnknown && (HasWord(statement.Before) || HasWord(statement.After)));

    // Three letters in a row that are no command of LaTeX.
    private static bool HasWord(string text)
    {
        var letters = 0;
        var isCommand = false;
        foreach (var unit in text)
        {
            if (!char.IsLetter(unit))
            {
                letters = 0;
                isCommand = unit == '\\';
            }
            else if (!isCommand && ++letters == 3)
            {
                return true;
            }
        }

        return false;
    }
}
