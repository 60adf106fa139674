using System.Globalization;
using System.Net;
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
    private static readonly TimeSpan LongestWait = TimeSpan.FromMinutes(10);

    private readonly FileServer _server;
    private readonly TimeProvider _clock;
    private readonly TimeSpan _stall;
    private readonly TimeSpan _firstWait;

    /// <summary>A downloader.</summary>
    /// <param name="http">Asks the servers; its own time limit must be infinite.</param>
    /// <param name="clock">Time.</param>
    /// <param name="stall">A server that sends nothing for so long is asked again.</param>
    /// <param name="firstWait">Before it is asked again; doubled each time.</param>
    /// <param name="withoutAccess">A sentence with what to do where a server gives the file not to everyone.</param>
    public Downloader(HttpClient http, TimeProvider clock, TimeSpan stall, TimeSpan firstWait, string withoutAccess)
    {
        _server = new FileServer(http, clock, withoutAccess);
        _clock = clock;
        _stall = stall;
        _firstWait = firstWait;
    }

    /// <summary>Downloads <paramref name="address"/> to <paramref name="target"/>.</summary>
    /// <param name="address">An http or https address.</param>
    /// <param name="target">Full path; what was downloaded in part lies beside it.</param>
    /// <param name="sha256">What the content must hash to, or null.</param>
    /// <param name="progress">Told as bytes arrive, and of each time that it is asked for again.</param>
    /// <param name="cancellationToken">Stops it; the part stays, to go on from.</param>
    /// <param name="most">Bytes that it may have.</param>
    /// <exception cref="InferenceException">It cannot be had, or is not what was asked for.</exception>
    public async Task DownloadAsync(Uri address, string target, string? sha256, IProgress<DownloadProgress>? progress,
        CancellationToken cancellationToken, long most = long.MaxValue)
    {
        ArgumentNullException.ThrowIfNull(address);
        ArgumentNullException.ThrowIfNull(target);
        target = Path.GetFullPath(target);
        Directory.CreateDirectory(Path.GetDirectoryName(target)!);
        var part = new PartialFile(target);
        Exception? last = null;
        for (var attempt = 0; attempt < Attempts; attempt++)
        {
            if (last is not null)
            {
                var wait = Wait(last, attempt);
                progress?.Report(new DownloadProgress(Path.GetFileName(target), part.Length, null,
                    string.Create(CultureInfo.InvariantCulture, $"{last.Message} Asked again in {wait.TotalSeconds:0.#} s.")));
                await Task.Delay(wait, _clock, cancellationToken).ConfigureAwait(false);
            }

            var had = part.Length;
            try
            {
                await FetchAsync(address, target, part, most, progress, cancellationToken).ConfigureAwait(false);
                await CheckAsync(part, target, sha256, cancellationToken).ConfigureAwait(false);
                File.Move(part.Path, target, overwrite: true);
                part.Forget();
                return;
            }
            catch (Exception error) when (error is HttpRequestException or HttpIOException or IOException or TimeoutException
                && error is not InferenceException)
            {
                cancellationToken.ThrowIfCancellationRequested();
                // Where nobody answered yet, a wait of seconds helps no wrong address; of a server that was there it may.
                if (last is null && FileServer.IsNobody(error))
                    throw new InferenceException(InferenceError.Unavailable, $"{address} could not be downloaded: {error.Message}", error);
                last = error;
                // As long as something arrives that can be gone on from, it is worth going on.
                if (part.Tag is not null && part.Length > had)
                    attempt = 0;
            }
            finally
            {
                // Nobody could go on from what has no name.
                if (part.Tag is null)
                    part.Forget();
            }
        }

        throw new InferenceException(InferenceError.Unavailable,
            $"{address} could not be downloaded: {last!.Message}"
                + $"{(part.Length > 0 ? " What arrived is kept; ask again to go on from it." : string.Empty)}", last);
    }

    // As long as a server that is asked too much says, within reason.
    private TimeSpan Wait(Exception? last, int attempt)
    {
        var own = _firstWait * Math.Pow(2, Math.Max(0, attempt - 1));
        return last is BusyServerException { After: { } asked } ? asked > LongestWait ? LongestWait : asked > own ? asked : own : own;
    }

    private async Task FetchAsync(Uri address, string target, PartialFile part, long most, IProgress<DownloadProgress>? progress,
        CancellationToken cancellationToken)
    {
        using var watch = new StallWatch(_stall, _clock, cancellationToken);
        try
        {
            using var response = await _server.AskAsync(address, part, watch.Token).ConfigureAwait(false);
            var had = part.Length;
            var range = response.Content.Headers.ContentRange;
            // Half of one version and half of another make none.
            var goesOn = response.StatusCode == HttpStatusCode.PartialContent && had > 0 && range?.From == had
                && response.Headers.ETag is { IsWeak: false } tag && tag.ToString() == part.Tag;
            if (!goesOn)
            {
                part.Begin(response.Headers.ETag is { IsWeak: false } named ? named.ToString() : null);
                // A part of what nobody asked for is no beginning.
                if (response.StatusCode == HttpStatusCode.PartialContent && range?.From is not (null or 0))
                    throw new HttpRequestException("The server sends a part of another version of the file.");
            }

            var start = goesOn ? had : 0;
            var total = range?.Length ?? (response.StatusCode == HttpStatusCode.PartialContent ? null
                : response.Content.Headers.ContentLength);
            CheckSize(address, total ?? start, most);
            if (total is { } whole)
                DiskRoom.Check(target, whole - start);
            using var file = new FileStream(part.Path, goesOn ? FileMode.Append : FileMode.Create, FileAccess.Write, FileShare.None,
                BufferLength);
            using var body = await response.Content.ReadAsStreamAsync(watch.Token).ConfigureAwait(false);
            var buffer = new byte[BufferLength];
            var bytes = start;
            while (await body.ReadAsync(buffer, watch.Token).ConfigureAwait(false) is > 0 and var count)
            {
                watch.Restart();
                await file.WriteAsync(buffer.AsMemory(0, count), watch.Token).ConfigureAwait(false);
                bytes += count;
                CheckSize(address, bytes, most);
                progress?.Report(new DownloadProgress(Path.GetFileName(target), bytes, total));
            }

            if (total is { } expected && bytes != expected)
                throw new HttpRequestException(
                    string.Create(CultureInfo.InvariantCulture, $"The server announced {expected:N0} bytes and sent {bytes:N0}."));
        }
        catch (InferenceException error) when (error.Kind == InferenceError.BadFile)
        {
            part.Forget();
            throw;
        }
        catch (OperationCanceledException) when (!cancellationToken.IsCancellationRequested)
        {
            throw new TimeoutException(
                string.Create(CultureInfo.InvariantCulture, $"The server sent nothing for {_stall.TotalSeconds:0.#} seconds."));
        }
    }

    // A server need not say how much it sends, and could fill the disk.
    private static void CheckSize(Uri address, long bytes, long most)
    {
        if (bytes > most)
            throw new InferenceException(InferenceError.BadFile, string.Create(CultureInfo.InvariantCulture,
                $"{address} is not what was asked for: it has more than {most:N0} bytes."));
    }

    /// <summary>A page that says "not found" with a good status must not become a model.</summary>
    private static async Task CheckAsync(PartialFile part, string target, string? sha256, CancellationToken cancellationToken)
    {
        try
        {
            if (sha256 is not null)
            {
                using var stream = File.OpenRead(part.Path);
                var found = Convert.ToHexStringLower(await SHA256.HashDataAsync(stream, cancellationToken).ConfigureAwait(false));
                if (!string.Equals(found, sha256, StringComparison.OrdinalIgnoreCase))
                    throw new InferenceException(InferenceError.BadFile,
                        $"{Path.GetFileName(target)} is not what was asked for: its SHA-256 is {found} and should be "
                            + $"{sha256.ToLowerInvariant()}.");
            }

            if (LfsPointer.Is(part.Path))
                throw new InferenceException(InferenceError.BadFile,
                    $"{Path.GetFileName(target)} holds a pointer of Git LFS in the place of the file, as its publisher put it there.");
            if (target.EndsWith(".gguf", StringComparison.OrdinalIgnoreCase))
                Gguf.GgufReader.Read(part.Path);
            else if (target.EndsWith(".safetensors", StringComparison.OrdinalIgnoreCase))
                Safetensors.SafetensorsReader.ReadHeader(part.Path);
            else if (target.EndsWith(".json", StringComparison.OrdinalIgnoreCase))
                Import.JsonFile.Read(part.Path);
        }
        catch (InferenceException)
        {
            // Going on from it would never make it right.
            part.Forget();
            throw;
        }
    }
}
