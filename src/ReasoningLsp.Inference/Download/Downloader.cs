using System.Globalization;
using System.Net;
using System.Net.Http.Headers;
using System.Security.Cryptography;

namespace ReasoningLsp.Inference.Download;

/// <summary>
/// Downloads a file so that it appears whole or not at all. What was interrupted goes on from where it was, a server that
/// drops, stalls or answers with an error is asked again, and what arrives is checked before it is kept.
/// </summary>
public sealed class Downloader
{
    private const int Attempts = 6;
    private const int BufferLength = 1 << 16;

    private readonly HttpClient _http;
    private readonly TimeProvider _clock;
    private readonly TimeSpan _stall;
    private readonly TimeSpan _firstWait;

    /// <summary>A downloader.</summary>
    /// <param name="http">Asks the servers; its own time limit must be infinite.</param>
    /// <param name="clock">Time.</param>
    /// <param name="stall">A server that sends nothing for so long is asked again.</param>
    /// <param name="firstWait">Before it is asked again; doubled each time.</param>
    public Downloader(HttpClient http, TimeProvider clock, TimeSpan stall, TimeSpan firstWait)
    {
        _http = http;
        _clock = clock;
        _stall = stall;
        _firstWait = firstWait;
    }

    /// <summary>Downloads <paramref name="address"/> to <paramref name="target"/>.</summary>
    /// <param name="address">An http or https address.</param>
    /// <param name="target">Full path; what was downloaded in part lies beside it.</param>
    /// <param name="sha256">What the content must hash to, or null.</param>
    /// <param name="progress">Told as bytes arrive.</param>
    /// <param name="cancellationToken">Stops it; the part stays, to go on from.</param>
    /// <exception cref="InferenceException">It cannot be had, or is not what was asked for.</exception>
    public async Task DownloadAsync(Uri address, string target, string? sha256, IProgress<DownloadProgress>? progress,
        CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(address);
        ArgumentNullException.ThrowIfNull(target);
        Directory.CreateDirectory(Path.GetDirectoryName(Path.GetFullPath(target))!);
        var part = target + ".part";
        var tag = new EntityTag(target + ".part.tag");
        Exception? last = null;
        for (var attempt = 0; attempt < Attempts; attempt++)
        {
            if (attempt > 0)
                await Task.Delay(_firstWait * Math.Pow(2, attempt - 1), _clock, cancellationToken).ConfigureAwait(false);
            var had = LengthOf(part);
            try
            {
                await FetchAsync(address, target, part, tag, progress, cancellationToken).ConfigureAwait(false);
                await CheckAsync(part, tag, target, sha256, cancellationToken).ConfigureAwait(false);
                File.Move(part, target, overwrite: true);
                tag.Forget();
                return;
            }
            catch (Exception error) when (error is HttpRequestException or HttpIOException or IOException or TimeoutException
                && error is not InferenceException)
            {
                cancellationToken.ThrowIfCancellationRequested();
                last = error;
                // As long as something arrives, it is worth going on.
                if (LengthOf(part) > had)
                    attempt = 0;
            }
        }

        throw new InferenceException(InferenceError.Unavailable,
            $"{address} could not be downloaded: {last!.Message} What arrived is kept; ask again to go on from it.", last);
    }

    private async Task FetchAsync(Uri address, string target, string part, EntityTag tag, IProgress<DownloadProgress>? progress,
        CancellationToken cancellationToken)
    {
        using var watch = new StallWatch(_stall, _clock, cancellationToken);
        try
        {
            using var request = new HttpRequestMessage(HttpMethod.Get, address);
            var had = LengthOf(part);
            if (had > 0 && tag.Value is { } known && EntityTagHeaderValue.TryParse(known, out var value) && !value.IsWeak)
            {
                request.Headers.Range = new RangeHeaderValue(had, null);
                // Of a file that changed in the meantime the server sends all.
                request.Headers.IfRange = new RangeConditionHeaderValue(value);
            }

            using var response = await _http.SendAsync(request, HttpCompletionOption.ResponseHeadersRead, watch.Token)
                .ConfigureAwait(false);
            Refuse(address, response);
            var goesOn = response.StatusCode == HttpStatusCode.PartialContent && response.Content.Headers.ContentRange?.From == had;
            var start = goesOn ? had : 0;
            var total = response.Content.Headers.ContentLength is { } length ? start + length : (long?)null;
            if (total is { } whole)
                DiskRoom.Check(target, whole - start);
            tag.Remember(response.Headers.ETag?.ToString());
            using var file = new FileStream(part, goesOn ? FileMode.Append : FileMode.Create, FileAccess.Write, FileShare.None,
                BufferLength);
            using var body = await response.Content.ReadAsStreamAsync(watch.Token).ConfigureAwait(false);
            var buffer = new byte[BufferLength];
            var bytes = start;
            while (await body.ReadAsync(buffer, watch.Token).ConfigureAwait(false) is > 0 and var count)
            {
                watch.Restart();
                await file.WriteAsync(buffer.AsMemory(0, count), watch.Token).ConfigureAwait(false);
                bytes += count;
                progress?.Report(new DownloadProgress(Path.GetFileName(target), bytes, total));
            }

            if (total is { } expected && bytes != expected)
                throw new HttpRequestException(
                    string.Create(CultureInfo.InvariantCulture, $"The server announced {expected:N0} bytes and sent {bytes:N0}."));
        }
        catch (OperationCanceledException) when (!cancellationToken.IsCancellationRequested)
        {
            throw new TimeoutException(
                string.Create(CultureInfo.InvariantCulture, $"The server sent nothing for {_stall.TotalSeconds:0.#} seconds."));
        }
    }

    private static void Refuse(Uri address, HttpResponseMessage response)
    {
        if (response.StatusCode is HttpStatusCode.OK or HttpStatusCode.PartialContent)
            return;
        var code = (int)response.StatusCode;
        if (code is >= 400 and < 500 and not 408 and not 429)
        {
            var advice = code is 401 or 403
                ? " The model may need an account; download it yourself and use `models import` or `models add`."
                : string.Empty;
            throw new InferenceException(InferenceError.NoFile,
                $"{address} cannot be downloaded: the server answers {code} {response.ReasonPhrase}.{advice}");
        }

        throw new HttpRequestException($"The server answers {code} {response.ReasonPhrase}.");
    }

    /// <summary>A page that says "not found" with a good status must not become a model.</summary>
    private static async Task CheckAsync(string part, EntityTag tag, string target, string? sha256, CancellationToken cancellationToken)
    {
        try
        {
            if (sha256 is not null)
            {
                using var stream = File.OpenRead(part);
                var found = Convert.ToHexStringLower(await SHA256.HashDataAsync(stream, cancellationToken).ConfigureAwait(false));
                if (!string.Equals(found, sha256, StringComparison.OrdinalIgnoreCase))
                    throw new InferenceException(InferenceError.BadFile,
                        $"{Path.GetFileName(target)} is not what was asked for: its SHA-256 is {found} and should be "
                            + $"{sha256.ToLowerInvariant()}.");
            }

            if (target.EndsWith(".gguf", StringComparison.OrdinalIgnoreCase))
                Gguf.GgufReader.Read(part);
            else if (target.EndsWith(".safetensors", StringComparison.OrdinalIgnoreCase))
                Safetensors.SafetensorsReader.ReadHeader(part);
            else if (target.EndsWith(".json", StringComparison.OrdinalIgnoreCase))
                Import.JsonFile.Read(part);
        }
        catch (InferenceException)
        {
            // Going on from it would never make it right.
            File.Delete(part);
            tag.Forget();
            throw;
        }
    }

    private static long LengthOf(string path) => File.Exists(path) ? new FileInfo(path).Length : 0;
}
