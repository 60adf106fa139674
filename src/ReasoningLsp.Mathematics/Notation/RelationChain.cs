using System.Collections.Immutable;
using ReasoningLsp.Mathematics.Expressions;

namespace ReasoningLsp.Mathematics.Notation;

/// <summary>Members with relation signs between them: <c>a = b = c</c>, <c>0 &lt; x ≤ 1</c>.</summary>
/// <param name="Members">At least two.</param>
/// <param name="Signs">One less than members: <c>= ≠ &lt; &gt; ≤ ≥ ≈ ≡ ∈ ~</c>.</param>
/// <param name="Modulus">The modulus of a congruence, or null.</param>
/// <param name="FirstToken">Index of the first token.</param>
/// <param name="EndToken">Index after the last token.</param>
public sealed record RelationChain(
    ImmutableArray<Member> Members,
    ImmutableArray<string> Signs,
    Expression? Modulus,
    int FirstToken,
    int EndToken)
{
    /// <summary>UTF-16 offset of the first unit.</summary>
    public int Start => Members[0].Start;

    /// <summary>UTF-16 offset after the last unit.</summary>
    public int End => Members[^1].End;
}
