using System.Collections.Immutable;
using System.Text.RegularExpressions;

namespace ReasoningLsp.Inference.Requests;

/// <summary>A model that a server computes.</summary>
/// <param name="Address">Where the server is, such as <c>http://localhost:8000</c>; <c>/v1</c> at its end, and what is asked for there, may
/// be left out. Several that serve the same, with blanks between.</param>
/// <param name="Id">The server's name for the model.</param>
/// <param name="KeyVariable">The environment variable that holds the key, or null. The key itself is never kept.</param>
public sealed partial record RemoteModel(string Address, string Id, string? KeyVariable = null)
{
    /// <summary>Whether it is one of several addresses, so that another is asked where it does not answer.</summary>
    public bool IsOneOfSeveral { get; init; }

    /// <summary>The model at each of its addresses.</summary>
    public ImmutableArray<RemoteModel> Each
    {
        get
        {
            var addresses = Address.Split(' ', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries);
            return addresses.Length < 2 ? [this]
                : [.. addresses.Distinct(StringComparer.Ordinal).Select(address => this with { Address = address, IsOneOfSeveral = true })];
        }
    }

    /// <summary>Why it cannot be used, or null. Never shows what might be a key.</summary>
    public string? Problem
    {
        get
        {
            if (Each is { Length: > 1 } each)
                return each.Select(one => one.Problem).FirstOrDefault(problem => problem is not null);
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

    /// <summary>The address that paths are relative to, ending in a slash, of several the first; only where there is no
    /// <see cref="Problem"/>.</summary>
    public Uri Root
    {
        get
        {
            var address = Address.Trim().Split(' ')[0].TrimEnd('/');
            return new Uri((Asked().Match(address) is { Success: true } asked ? address[..asked.Index] : address) + "/");
        }
    }

    // As addresses are copied from a manual.
    [GeneratedRegex("/v1(?:/(?:chat/completions|completions|models))?$", RegexOptions.CultureInvariant)]
    private static partial Regex Asked();

    [GeneratedRegex("^[A-Za-z_][A-Za-z0-9_]*$", RegexOptions.CultureInvariant)]
    private static partial Regex VariableName();
}
