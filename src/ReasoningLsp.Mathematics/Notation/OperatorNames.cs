namespace ReasoningLsp.Mathematics.Notation;

/// <summary>Names of functions as people write them upright, by the one that the parser knows: <c>\text{GCD}(4, 6)</c>,
/// <c>\operatorname{tr} \begin{pmatrix} …</c>.</summary>
internal static class OperatorNames
{
    /// <summary>The command for a name; null where what follows is no argument of it.</summary>
    public static string? Of(ReadOnlySpan<char> name, ReadOnlySpan<char> following)
    {
        following = following.TrimStart();
        if (following.StartsWith("\\left"))
            following = following["\\left".Length..].TrimStart();
        return name switch
        {
            "GCD" or "GCF" or "HCF" or "gcf" or "hcf" when following is ['(', ..] => "gcd",
            "LCM" when following is ['(', ..] => "lcm",
            "tr" or "Tr" or "trace" when following is ['(' or '[', ..] || following.StartsWith("\\begin{") => "tr",
            _ => null,
        };
    }
}
