using System.Buffers.Binary;
using System.Collections.Immutable;
using System.Security.Cryptography;
using System.Text;

namespace ReasoningLsp.Review.Scoring.Caching;

/// <summary>Names a step together with the problem, all steps before it, and the model that scores it.</summary>
internal static class PrefixKey
{
    /// <summary>One key a step, 32 bytes each.</summary>
    public static ImmutableArray<byte[]> Of(string model, string problem, IReadOnlyList<string> steps)
    {
        using var hash = IncrementalHash.CreateHash(HashAlgorithmName.SHA256);
        Append(hash, model);
        Append(hash, problem);
        var keys = ImmutableArray.CreateBuilder<byte[]>(steps.Count);
        foreach (var step in steps)
        {
            Append(hash, step);
            keys.Add(hash.GetCurrentHash());
        }

        return keys.MoveToImmutable();
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
