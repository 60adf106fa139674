using System.Security.Cryptography;
using System.Text;

namespace ReasoningLsp.Review.Judges;

/// <summary>Marks around reviewed text that the text cannot close: they carry its own hash, which no text can hold that was not written
/// to.</summary>
internal sealed record Delimiter(string Open, string Close)
{
    private const int Digits = 12;

    /// <summary>Marks for <paramref name="text"/>; the same text has the same marks, so that its prompt is found in the cache.</summary>
    public static Delimiter For(string text)
    {
        var key = Hash(text);
        while (text.Contains(key, StringComparison.OrdinalIgnoreCase))
            key = Hash(text + key);
        return new Delimiter($"[TEXT {key}]", $"[END OF TEXT {key}]");
    }

    private static string Hash(string text) => Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(text)))[..Digits];
}
