using System.Collections.Immutable;
using System.Globalization;
using System.Security.Cryptography;
using System.Text;
using ReasoningLsp.Inference.Requests;

namespace ReasoningLsp.Inference.Remote;

/// <summary>What a server tells of a model.</summary>
/// <param name="Model">Where and which.</param>
/// <param name="Server">What the server is, for people.</param>
/// <param name="LongestText">Tokens it reads at once.</param>
/// <param name="Vocabulary">How many tokens it knows, or 0 where it does not tell.</param>
internal sealed record ServedModel(RemoteModel Model, string Server, int LongestText, int Vocabulary)
{
    private const int HashBytes = 16;

    /// <summary>The description; its hash names the server and the model, for a server shows no content.</summary>
    public ModelDescription Describe(ImmutableArray<string> controls) =>
        new(Server, Model.Id, Convert.ToHexStringLower(
        SHA256.HashData(Encoding.UTF8.GetBytes($"{Model.Root}\n{Model.Id}")).AsSpan(0, HashBytes)), Vocabulary, LongestText, 0, 0,
        0)
        { Controls = controls };

    /// <summary>Refuses what is too long before it is sent.</summary>
    /// <param name="tokens">Of the text.</param>
    /// <param name="limit">How many there may be at most; 0 leaves it to the server.</param>
    /// <exception cref="InferenceException">It is too long.</exception>
    public void CheckLength(int tokens, int limit)
    {
        limit = limit > 0 ? Math.Min(limit, LongestText) : LongestText;
        if (tokens > limit)
            throw new InferenceException(InferenceError.TooLong,
                string.Create(CultureInfo.InvariantCulture,
                $"The text has {tokens:N0} tokens, and {Model.Id} at {Model.Address} reads {limit:N0} at once."))
            {
                Tokens = tokens,
                Limit = limit
            };
    }
}
