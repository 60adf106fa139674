using System.ClientModel;
using System.Globalization;
using System.Net;
using System.Text.Json;
using ReasoningLsp.Inference.Requests;

namespace ReasoningLsp.Inference.Remote;

/// <summary>What went wrong with a server, in words for a person, and whether to try again. A key is never among the words.</summary>
/// <param name="model">Says which server.</param>
/// <param name="key">The key, or null.</param>
/// <param name="clock">Time.</param>
internal sealed class FailureReader(RemoteModel model, string? key, TimeProvider clock)
{
    private const int Often = int.MaxValue;
    private const int ConnectTries = 2;
    private const int LongestWords = 300;
    private const int LongestBody = 64 << 10;

    /// <summary>What an answer that is none means.</summary>
    public async Task<RemoteFailure> OfAsync(HttpResponseMessage response, CancellationToken cancellationToken)
    {
        var words = string.Empty;
        try
        {
            await response.Content.LoadIntoBufferAsync(LongestBody, cancellationToken).ConfigureAwait(false);
            words = Words(await response.Content.ReadAsStringAsync(cancellationToken).ConfigureAwait(false));
        }
        catch (Exception error) when (error is HttpRequestException or IOException)
        {
            // The status alone says enough.
        }

        return Status((int)response.StatusCode, words, RetryPolicy.Wait(response.Headers.RetryAfter, clock), null);
    }

    /// <summary>What was thrown means, or null where it is none of the server's failures.</summary>
    /// <param name="error">What was thrown.</param>
    /// <param name="isBegun">Whether part of the answer was shown already, so that it cannot be asked for anew.</param>
    public RemoteFailure? Of(Exception error, bool isBegun) => error switch
    {
        ClientResultException { Status: > 0 } refused =>
            Status(refused.Status, Words(refused.GetRawResponse()?.Content.ToString() ?? string.Empty), Wait(refused), refused),
        ClientResultException { InnerException: { } inner } => Of(inner, isBegun),
        AggregateException { InnerException: { } inner } => Of(inner, isBegun),
        HttpRequestException { HttpRequestError: HttpRequestError.SecureConnectionError } =>
            new RemoteFailure($"{model.Address} could not prove that it is the one: {error.InnerException?.Message ?? error.Message}",
            error),
        HttpRequestException { HttpRequestError: HttpRequestError.NameResolutionError } =>
            new RemoteFailure($"There is no host {model.Root.Host}.", error),
        HttpRequestException { HttpRequestError: HttpRequestError.ConnectionError } =>
            new RemoteFailure($"Nothing answers at {model.Address}: is the server running?", error) { Retries = ConnectTries },
        HttpRequestException or IOException =>
            new RemoteFailure($"{model.Address} ended the connection in the middle of its answer.",
            error)
            { Retries = isBegun ? 0 : Often },
        _ => null,
    };

    /// <summary>That a try took too long.</summary>
    public RemoteFailure TooSlow(TimeSpan limit, Exception error) =>
        new(string.Create(CultureInfo.InvariantCulture, $"{model.Address} did not answer within {limit.TotalSeconds:0} seconds."), error);

    /// <summary>Reads an answer; one that cannot be read is told apart from all else.</summary>
    public async Task<T> ReadingAsync<T>(string path, Func<Task<T>> read)
    {
        try
        {
            return await read().ConfigureAwait(false);
        }
        catch (Exception error) when (error is JsonException or KeyNotFoundException or InvalidOperationException or FormatException
            or IndexOutOfRangeException or ArgumentException)
        {
            throw new InferenceException(InferenceError.Failed,
                $"{model.Address} answered /{path} with something that cannot be read: {Clean(error.Message)}", error);
        }
    }

    private RemoteFailure Status(int status, string words, TimeSpan? wait, Exception? inner)
    {
        var said = words.Length > 0 ? $": {words}" : ".";
        var message = status switch
        {
            401 or 403 when model.KeyVariable is null =>
                $"{model.Address} wants a key ({status}): name its environment variable with --key-variable{said}",
            401 or 403 => $"{model.Address} refuses the key in {model.KeyVariable} ({status}){said}",
            404 => $"{model.Address} does not know what was asked for (404){said}",
            429 when wait is { } time => string.Create(CultureInfo.InvariantCulture,
                $"{model.Address} is asked too much (429), and wants {time.TotalSeconds:0} seconds of rest{said}"),
            429 => $"{model.Address} is asked too much (429){said}",
            >= 300 and < 400 => $"{model.Address} sends elsewhere ({status}), which is not followed: register the address that it really "
                + $"has.",
            >= 500 => $"{model.Address} failed ({status}{Named(status)}){said}",
            _ => $"{model.Address} refused the request ({status}){said}",
        };
        return new RemoteFailure(message, inner)
        {
            Status = status,
            RetryAfter = wait,
            Retries = status is 408 or 429 or 500 or 502 or 503 or 504 or 529 ? Often : 0,
        };
    }

    // Such as " Internal Server Error".
    private static string Named(int status) => !Enum.IsDefined((HttpStatusCode)status) ? string.Empty
        : string.Concat(((HttpStatusCode)status).ToString().Select(letter => char.IsUpper(letter) ? $" {letter}" : $"{letter}"));

    private static TimeSpan? Wait(ClientResultException refused) =>
        refused.GetRawResponse()?.Headers.TryGetValue("Retry-After", out var text) == true
        && int.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out var seconds)
            ? TimeSpan.FromSeconds(seconds)
            : null;

    // Servers put their words under several names.
    private string Words(string body)
    {
        try
        {
            using var document = JsonDocument.Parse(body);
            var at = document.RootElement;
            foreach (var name in (string[])["error", "detail", "message"])
            {
                if (at.ValueKind == JsonValueKind.Object && at.TryGetProperty(name, out var inner))
                    at = inner;
            }

            return Clean(at.ValueKind == JsonValueKind.String ? at.GetString()! : at.GetRawText());
        }
        catch (JsonException)
        {
            return Clean(body);
        }
    }

    private string Clean(string text)
    {
        var line = new string([.. text.Select(character => char.IsControl(character) ? ' ' : character)]).Trim();
        line = key is { Length: > 0 } ? line.Replace(key, "…", StringComparison.Ordinal) : line;
        return line.Length > LongestWords ? line[..LongestWords] + "…" : line;
    }
}
