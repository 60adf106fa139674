using System.Buffers.Binary;
using System.Collections.Immutable;
using System.Security.Cryptography;
using System.Text;

namespace ReasoningLsp.Review.Scoring.Caching;

/// <summary>Names a step together with all that its score depends on.</summary>
internal static class PrefixKey
{
    /// <summary>One key a step, 32 bytes each, of scores that depend on the problem, the steps before and the step itself; where
    /// <paramref name="withStart"/>, before them one of the problem alone.</summary>
    public static ImmutableArray<byte[]> Of(string model, string problem, IReadOnlyList<string> steps, bool withStart = false)
    {
        using var hash = Begun("prefix", model, problem);
        var keys = ImmutableArray.CreateBuilder<byte[]>();
        if (withStart)
            keys.Add(hash.GetCurrentHash());
        foreach (var step in steps)
        {
            Append(hash, step);
            keys.Add(hash.GetCurrentHash());
        }

        return keys.ToImmutable();
    }

    /// <summary>So many keys of scores that depend on every step of the trace.</summary>
    public static ImmutableArray<byte[]> OfWhole(string model, string problem, IReadOnlyList<string> steps, int count)
    {
        using var hash = Begun("whole", model, problem);
        foreach (var step in steps)
            Append(hash, step);
        var keys = ImmutableArray.CreateBuilder<byte[]>(count);
        for (var at = 0; at < count; at++)
        {
            Append(hash, string.Empty);
            keys.Add(hash.GetCurrentHash());
        }

        return keys.MoveToImmutable();
    }

    private static IncrementalHash Begun(string kind, string model, string problem)
    {
        var hash = IncrementalHash.CreateHash(HashAlgorithmName.SHA256);
        Append(hash, kind);
        Append(hash, model);
        Append(hash, problem);
        return hash;
    }

    /// <summary>With its length, so that no two lists of texts look alike.</summary>
    private static void Append(IncrementalHash hash, string text)
    {
        Span<byte> length = stackalloc byte[sizeof(int)];
        BinaryPrimitives.WriteInt32LittleEndian(length, text.Length);
        hash.AppendData(length);
        hash.AppendData(Encoding.Unicode.GetBytes(text));
    }
}
