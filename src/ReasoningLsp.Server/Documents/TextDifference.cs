using ReasoningLsp.Traces;

namespace ReasoningLsp.Server.Documents;

/// <summary>What changed between two texts, as one edit, where a client told no edits.</summary>
internal static class TextDifference
{
    /// <summary>
    /// The shortest single edit that makes <paramref name="after"/> of <paramref name="before"/>; null where they are equal.
    /// </summary>
    public static TextEdit? Between(string before, string after)
    {
        var start = before.AsSpan().CommonPrefixLength(after);
        if (start == before.Length && start == after.Length)
            return null;
        var most = Math.Min(before.Length, after.Length) - start;
        var end = CommonSuffixLength(before, after, most);
        return new TextEdit(TextSpan.FromBounds(start, before.Length - end), after[start..(after.Length - end)]);
    }

    private static int CommonSuffixLength(string before, string after, int most)
    {
        const int Block = 4096;
        var end = 0;
        while (
            end + Block <= most
                && before.AsSpan(before.Length - end - Block, Block).SequenceEqual(after.AsSpan(after.Length - end - Block, Block)))
            end += Block;
        while (end < most && before[^(end + 1)] == after[^(end + 1)])
            end++;
        return end;
    }
}
