using System.Net;
using System.Net.Http.Headers;
using System.Net.Sockets;
using System.Security.Authentication;

namespace ReasoningLsp.Inference.Download;

/// <summary>Asks a server for a file, or for the rest of one.</summary>
/// <param name="http">Asks, and follows nothing by itself.</param>
/// <param name="clock">Time.</param>
/// <param name="withoutAccess">A sentence with what to do where a server gives the file not to everyone.</param>
internal sealed class FileServer(HttpClient http, TimeProvider clock, string withoutAccess)
{
    private const int MostHops = 10;

    /// <summary>Whether there is nobody at an address who could be asked again.</summary>
    public static bool IsNobody(Exception error) => error
        is HttpRequestException { HttpRequestError: HttpRequestError.NameResolutionError }
        or HttpRequestException { InnerException: AuthenticationException }
        or HttpRequestException { InnerException: SocketException { SocketErrorCode: SocketError.ConnectionRefused } };

    /// <summary>The file's answer: redirections are followed here, so that each is looked at.</summary>
    /// <exception cref="InferenceException">It does not have it, or sends on to where nobody follows.</exception>
    /// <exception cref="HttpRequestException">It cannot be asked, or has no time.</exception>
    public async Task<HttpResponseMessage> AskAsync(Uri address, PartialFile part, CancellationToken cancellationToken)
    {
        var at = address;
        for (var hops = 0; ; hops++)
        {
            using var request = new HttpRequestMessage(HttpMethod.Get, at);
            if (part.Length > 0 && part.Tag is { } known && EntityTagHeaderValue.TryParse(known, out var value))
            {
                request.Headers.Range = new RangeHeaderValue(part.Length, null);
                // Of a file that changed in the meantime the server sends all.
                request.Headers.IfRange = new RangeConditionHeaderValue(value);
            }

            var response = await http.SendAsync(request, HttpCompletionOption.ResponseHeadersRead, cancellationToken)
                .ConfigureAwait(false);
            if (response.StatusCode is HttpStatusCode.OK or HttpStatusCode.PartialContent)
                return response;
            using (response)
            {
                if (response.StatusCode == HttpStatusCode.RequestedRangeNotSatisfiable && part.Length > 0)
                    part.Forget();
                else if ((int)response.StatusCode is >= 300 and < 400 && response.Headers.Location is { } location)
                    at = Redirected(address, at, location, hops);
                else
                    throw Refused(address, response);
            }
        }
    }

    private static Uri Redirected(Uri address, Uri from, Uri location, int hops)
    {
        var to = location.IsAbsoluteUri ? location : new Uri(from, location);
        if (hops >= MostHops)
            throw new InferenceException(InferenceError.NoFile,
                $"{address} cannot be downloaded: the server sends on from address to address, {MostHops} times and more.");
        return to.Scheme is "https" || (to.Scheme is "http" && from.Scheme is "http") ? to
            : throw new InferenceException(InferenceError.NoFile,
                $"{address} cannot be downloaded: the server sends on to {to.Scheme}:, and only http and https are followed, "
                    + "from https to https alone.");
    }

    private Exception Refused(Uri address, HttpResponseMessage response)
    {
        var code = (int)response.StatusCode;
        if (code is 408 or 429 or >= 500)
            return new BusyServerException($"The server answers {code} {response.ReasonPhrase}.",
                response.Headers.RetryAfter?.Delta ?? response.Headers.RetryAfter?.Date - clock.GetUtcNow());
        var advice = code is 401 or 403 ? $" {withoutAccess}" : code < 300 ? " There is no file behind this address." : string.Empty;
        return new InferenceException(InferenceError.NoFile,
            $"{address} cannot be downloaded: the server answers {code} {response.ReasonPhrase}.{advice}");
    }
}
