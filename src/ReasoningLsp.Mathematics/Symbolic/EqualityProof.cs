using System.Collections.Immutable;
using ReasoningLsp.Mathematics.Expressions;

namespace ReasoningLsp.Mathematics.Symbolic;

/// <summary>Proofs that two expressions are the same function of their names.</summary>
public static class EqualityProof
{
    private static readonly ImmutableHashSet<string> s_nothingKnown = [];

    /// <summary>Whether the two are proven equal wherever the left side is defined, and where it must be, defined.</summary>
    public static bool HoldsFrom(Expression left, Expression right) =>
        NormalForm.Compare(left, right, s_nothingKnown) is { AreEqual: true } proof
            && proof.RightConditions.All(proof.LeftConditions.Contains);

    /// <summary>Whether their difference is proven to be one number, whatever their names stand for.</summary>
    public static bool DifferByNumber(Expression left, Expression right) =>
        NormalForm.Compare(left, right, s_nothingKnown) is { AreEqual: false, DifferByNumber: true };

    /// <summary>Whether the two are proven equal and are defined for the same values, single points excepted.</summary>
    public static bool Holds(Expression left, Expression right) =>
        NormalForm.Compare(left, right, s_nothingKnown) is { AreEqual: true } proof
            && proof.RightConditions.SetEquals(proof.LeftConditions);
}
