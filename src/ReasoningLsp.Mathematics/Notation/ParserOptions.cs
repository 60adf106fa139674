using System.Collections.Immutable;

namespace ReasoningLsp.Mathematics.Notation;

/// <summary>How ambiguous notation is read.</summary>
public sealed record ParserOptions
{
    /// <summary>The first reading of each ambiguity.</summary>
    public static ParserOptions Default { get; } = new();

    /// <summary>The ambiguities to read in their second way.</summary>
    public Ambiguities Second { get; init; }

    /// <summary>Names the text uses for functions, so that <c>p(x)</c> is a value and not a product.</summary>
    public ImmutableHashSet<string> Functions { get; init; } = ["f", "g", "h"];

    /// <summary>Whether the problem defines what a star means.</summary>
    public bool StarIsDefined { get; init; }

    /// <summary>Whether the text counts ways, so that <c>C_6^3</c> and <c>C(6, 3)</c> are numbers of choices.</summary>
    public bool Combinations { get; init; }

    /// <summary>Whether the text speaks of complex numbers, so that <c>i</c> is the imaginary unit.</summary>
    public bool IsComplex { get; init; }

    internal bool IsSecond(Ambiguities ambiguity) => (Second & ambiguity) != 0;
}
