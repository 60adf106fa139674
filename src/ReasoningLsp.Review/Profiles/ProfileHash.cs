using System.Security.Cryptography;
using System.Text.Json;

namespace ReasoningLsp.Review.Profiles;

/// <summary>Names a profile by its content: two profiles of one name and version are still two.</summary>
internal static class ProfileHash
{
    /// <summary>64 hexadecimal digits.</summary>
    public static string Of(Profile profile) => Convert.ToHexStringLower(SHA256.HashData(JsonSerializer.SerializeToUtf8Bytes(profile)));
}
