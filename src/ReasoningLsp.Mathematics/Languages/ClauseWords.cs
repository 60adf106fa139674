using System.Collections.Frozen;
using System.Collections.Immutable;

namespace ReasoningLsp.Mathematics.Languages;

/// <summary>Words at which a clause begins, ends or goes on, in every language that says so in its file.</summary>
internal static class ClauseWords
{
    /// <summary>Words behind which a clause begins with its number.</summary>
    public static FrozenSet<string> Openers { get; } = Texts("openers").ToFrozenSet(StringComparer.OrdinalIgnoreCase);

    /// <summary>Words that only say that a number follows.</summary>
    public static FrozenSet<string> Names { get; } = Texts("names").ToFrozenSet(StringComparer.OrdinalIgnoreCase);

    /// <summary>Words before which a clause ends with its number.</summary>
    public static FrozenSet<string> Closers { get; } = Texts("closers").ToFrozenSet(StringComparer.OrdinalIgnoreCase);

    /// <summary>Words for degrees of an angle.</summary>
    public static FrozenSet<string> Degrees { get; } = Texts("degrees").ToFrozenSet(StringComparer.OrdinalIgnoreCase);

    /// <summary>Words before the last number of a list.</summary>
    public static FrozenSet<string> Joins { get; } = Texts("joins").ToFrozenSet(StringComparer.OrdinalIgnoreCase);

    private static ImmutableArray<string> Texts(string key) => LanguageFile.AllTexts("facts", key);
}
