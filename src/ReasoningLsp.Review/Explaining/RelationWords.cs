using ReasoningLsp.Review.Findings;

namespace ReasoningLsp.Review.Explaining;

/// <summary>Words for what was read and decided, the same in terminal, JSON and editor.</summary>
public static class RelationWords
{
    /// <summary>The name of a kind.</summary>
    public static string NameOf(RelationKind kind) => kind switch
    {
        RelationKind.Arithmetic => "arithmetic",
        RelationKind.Approximation => "approximation",
        RelationKind.Definition => "definition",
        RelationKind.Identity => "identity",
        RelationKind.Equation => "equation",
        RelationKind.Comparison => "comparison",
        RelationKind.Congruence => "congruence",
        RelationKind.InWords => "fact",
        RelationKind.NotUnderstood => "not understood",
        _ => "relation",
    };

    /// <summary>The name of a verdict.</summary>
    public static string NameOf(RelationVerdict verdict) => verdict switch
    {
        RelationVerdict.Proven => "true",
        RelationVerdict.Refuted => "false",
        RelationVerdict.NotUnderstood => "not understood",
        _ => "not decided",
    };
}
