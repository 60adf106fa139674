using System.Collections.Frozen;

namespace ReasoningLsp.Traces.Segments;

/// <summary>An environment that holds mathematics without further delimiters.</summary>
/// <param name="Name">Its name, with the star if it has one.</param>
/// <param name="OpenerLength">Units of <c>\begin{name}</c> and of the column count that <c>alignat</c> takes.</param>
internal readonly record struct MathEnvironment(string Name, int OpenerLength)
{
    private const string Begin = "\\begin{";

    private static readonly FrozenSet<string> Wrappers = FrozenSet.Create(StringComparer.Ordinal,
        "align", "aligned", "alignat", "alignedat", "flalign", "equation", "gather", "gathered",
        "multline", "multlined", "eqnarray", "displaymath", "math", "split");

    private static readonly FrozenSet<string> Meaningful = FrozenSet.Create(StringComparer.Ordinal,
        "cases", "dcases", "array", "matrix", "pmatrix", "bmatrix", "Bmatrix", "vmatrix", "Vmatrix", "smallmatrix");

    private static readonly FrozenSet<string>.AlternateLookup<ReadOnlySpan<char>>
        WrapperLookup = Wrappers.GetAlternateLookup<ReadOnlySpan<char>>(),
        MeaningfulLookup = Meaningful.GetAlternateLookup<ReadOnlySpan<char>>();

    public SegmentKind Kind => Name == "math" ? SegmentKind.InlineMath : SegmentKind.DisplayMath;

    /// <summary>Whether the content cannot be understood without the name.</summary>
    public bool NameCarriesMeaning => Meaningful.Contains(Name.TrimEnd('*'));

    /// <summary>The environment that opens at <paramref name="at"/>, or null where none or one of text does.</summary>
    public static MathEnvironment? At(string text, int at, int end)
    {
        if (NameAfter(text, at, end, Begin) is not { } name)
            return null;
        var length = Begin.Length + name.Length + 1;
        if (name.StartsWith("alignat", StringComparison.Ordinal) || name.StartsWith("alignedat", StringComparison.Ordinal))
            length += ArgumentLength(text, at + length, end);
        return new MathEnvironment(name, length);
    }

    /// <summary>The name of the environment that ends at <paramref name="at"/>, or null.</summary>
    public static string? EndAt(string text, int at, int end) => NameAfter(text, at, end, "\\end{");

    private static string? NameAfter(string text, int at, int end, string command)
    {
        const int LongestName = 16;
        var rest = text.AsSpan(at, Math.Min(end - at, command.Length + LongestName));
        if (!rest.StartsWith(command, StringComparison.Ordinal))
            return null;
        var close = rest.IndexOf('}');
        if (close < 0)
            return null;
        var name = rest[command.Length..close];
        return IsMath(name) ? name.ToString() : null;
    }

    /// <summary>Whether <paramref name="name"/> is the name of an environment of mathematics.</summary>
    public static bool IsMath(ReadOnlySpan<char> name)
    {
        var plain = name.TrimEnd('*');
        return name.Length - plain.Length <= 1 && (WrapperLookup.Contains(plain) || MeaningfulLookup.Contains(plain));
    }

    private static int ArgumentLength(string text, int at, int end)
    {
        var digits = at + 1;
        while (digits < end && char.IsAsciiDigit(text[digits]))
            digits++;
        return at < end && text[at] == '{' && digits < end && text[digits] == '}' ? digits + 1 - at : 0;
    }
}
