using ReasoningLsp.Inference.Import;
using ReasoningLsp.Inference.Json;

namespace ReasoningLsp.Inference.Download;

/// <summary>Fetches a published checkpoint: its description first, then the files that it names.</summary>
public sealed class CheckpointDownload
{
    private readonly Downloader _downloader;

    /// <summary>Fetches with <paramref name="downloader"/>.</summary>
    public CheckpointDownload(Downloader downloader) => _downloader = downloader;

    /// <summary>Fetches all that an import needs into <paramref name="folder"/>.</summary>
    /// <param name="source">An address below which the files lie, ending in a slash.</param>
    /// <param name="folder">Where they go; what is there already is kept.</param>
    /// <param name="progress">Told as bytes arrive.</param>
    /// <param name="cancellationToken">Stops it; what is there stays.</param>
    /// <exception cref="InferenceException">A file that is needed cannot be had.</exception>
    public async Task FetchAsync(Uri source, string folder, IProgress<DownloadProgress>? progress, CancellationToken cancellationToken)
    {
        if (await OptionalAsync(source, folder, "adapter_config.json", progress, cancellationToken).ConfigureAwait(false))
        {
            await FileAsync(source, folder, "adapter_model.safetensors", progress, cancellationToken).ConfigureAwait(false);
            return;
        }

        await FileAsync(source, folder, "config.json", progress, cancellationToken).ConfigureAwait(false);
        await OptionalAsync(source, folder, "tokenizer_config.json", progress, cancellationToken).ConfigureAwait(false);
        if (!await TokenizerAsync(source, folder, progress, cancellationToken).ConfigureAwait(false))
            await FileAsync(source, folder, "tokenizer.json", progress, cancellationToken).ConfigureAwait(false);
        if (!await OptionalAsync(source, folder, "model.safetensors.index.json", progress, cancellationToken).ConfigureAwait(false))
        {
            await FileAsync(source, folder, "model.safetensors", progress, cancellationToken).ConfigureAwait(false);
            return;
        }

        var index = JsonFile.Read(Path.Combine(folder, "model.safetensors.index.json"), CheckpointForms.Index);
        foreach (var name in index.GetProperty("weight_map").EnumerateObject().Select(entry => entry.Value.GetString()!)
            .Distinct(StringComparer.Ordinal))
            await FileAsync(source, folder, name, progress, cancellationToken).ConfigureAwait(false);
    }

    // Some repositories hold a pointer there and the true one as JSON.
    private async Task<bool> TokenizerAsync(Uri source, string folder, IProgress<DownloadProgress>? progress,
        CancellationToken cancellationToken)
    {
        try
        {
            return await OptionalAsync(source, folder, "tokenizer.model", progress, cancellationToken).ConfigureAwait(false);
        }
        catch (InferenceException error) when (error.Kind == InferenceError.BadFile)
        {
            return false;
        }
    }

    private async Task FileAsync(Uri source, string folder, string name, IProgress<DownloadProgress>? progress,
        CancellationToken cancellationToken)
    {
        var target = Path.Combine(folder, name);
        if (File.Exists(target))
            progress?.Report(new DownloadProgress(name, new FileInfo(target).Length, new FileInfo(target).Length));
        else
            await _downloader.DownloadAsync(new Uri(source, name), target, null, progress, cancellationToken).ConfigureAwait(false);
    }

    private async Task<bool> OptionalAsync(Uri source, string folder, string name, IProgress<DownloadProgress>? progress,
        CancellationToken cancellationToken)
    {
        try
        {
            await FileAsync(source, folder, name, progress, cancellationToken).ConfigureAwait(false);
            return true;
        }
        catch (InferenceException error) when (error.Kind == InferenceError.NoFile)
        {
            return false;
        }
    }
}
