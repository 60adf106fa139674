using System.Security.Cryptography;

namespace ReasoningLsp.Runs.Storage;

/// <summary>Hashes files of any size.</summary>
internal static class FileHash
{
    /// <summary>How long a file is, and the SHA-256 of its bytes as hexadecimal digits.</summary>
    /// <exception cref="IOException">It cannot be read.</exception>
    public static (long Bytes, string Sha256) Of(string path)
    {
        using var stream = new FileStream(path, FileMode.Open, FileAccess.Read, FileShare.ReadWrite, 1 << 20, FileOptions.SequentialScan);
        return (stream.Length, Convert.ToHexStringLower(SHA256.HashData(stream)));
    }
}
