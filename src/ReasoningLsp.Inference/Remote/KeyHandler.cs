using System.Net.Http.Headers;

namespace ReasoningLsp.Inference.Remote;

/// <summary>Puts the key, and nothing else, into the header that keys belong in.</summary>
internal sealed class KeyHandler(string? key, HttpMessageHandler next) : DelegatingHandler(next)
{
    /// <inheritdoc/>
    protected override Task<HttpResponseMessage> SendAsync(HttpRequestMessage request, CancellationToken cancellationToken)
    {
        request.Headers.Authorization = key is null ? null : new AuthenticationHeaderValue("Bearer", key);
        return base.SendAsync(request, cancellationToken);
    }
}
