using System.Text.RegularExpressions;

namespace ReasoningLsp.Inference.Requests;

/// <summary>A model that a server computes.</summary>
/// <param name="Address">Where the server is, such as <c>http://localhost:8000</c>; <c>/v1</c> at its end may be left out.</param>
/// <param name="Id">The server's name for the model.</param>
/// <param name="KeyVariable">The environment variable that holds the key, or null. The key itself is never kept.</param>
public sealed partial record RemoteModel(string Address, string Id, string? KeyVariable = null)
{
    /// <summary>Why it cannot be used, or null. Never shows what might be a key.</summary>
    public string? Problem
    {
        get
        {
            if (!Uri.TryCreate(Address, UriKind.Absolute, out var address)
                || (address.Scheme != Uri.UriSchemeHttp && address.Scheme != Uri.UriSchemeHttps) || address.Host.Length == 0)
                return "The address of a server begins with https:// or http://.";
            if (address.UserInfo.Length > 0 || address.Query.Length > 0 || address.Fragment.Length > 0)
                return "The address of a server holds no name, password, query or fragment; a key goes into an environment variable.";
            if (string.IsNullOrWhiteSpace(Id))
                return "The server's name for the model is missing.";
            if (KeyVariable is null)
                return null;
            if (!VariableName().IsMatch(KeyVariable))
                return "The key is named by its environment variable (letters, digits and underscores), and never given itself.";
            return address.Scheme == Uri.UriSchemeHttp && !address.IsLoopback
                ? $"A key is not sent to {address.Host} over http, where everybody on the way can read it: use https, or a tunnel to "
                    + $"this machine."
                : null;
        }
    }

    /// <summary>The address that paths are relative to, ending in a slash; only where there is no <see cref="Problem"/>.</summary>
    public Uri Root
    {
        get
        {
            var address = Address.TrimEnd('/');
            return new Uri((address.EndsWith("/v1", StringComparison.Ordinal) ? address[..^3] : address) + "/");
        }
    }

    [GeneratedRegex("^[A-Za-z_][A-Za-z0-9_]*$", RegexOptions.CultureInvariant)]
    private static partial Regex VariableName();
}
