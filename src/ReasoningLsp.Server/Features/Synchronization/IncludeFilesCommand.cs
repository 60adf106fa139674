using System.Collections.Immutable;
using System.Text.Json;
using ReasoningLsp.Review.Configuration;
using ReasoningLsp.Server.Documents;
using ReasoningLsp.Server.Features.Commands;
using ReasoningLsp.Server.Protocol;
using ReasoningLsp.Server.Reviewing;
using ReasoningLsp.Server.Sessions;

namespace ReasoningLsp.Server.Features.Synchronization;

/// <summary>Has files reviewed from now on: writes them into the <c>include</c> of the folder's configuration.</summary>
internal sealed class IncludeFilesCommand(Session session, Renewal renewal) : ICommand
{
    private const string Alike = "alike";

    /// <inheritdoc/>
    public string Name => CommandNames.IncludeFiles;

    /// <inheritdoc/>
    public ImmutableArray<string> Arguments => ["uris", "alike?"];

    /// <inheritdoc/>
    public Task<JsonElement?> RunAsync(CommandCall call, CancellationToken cancellationToken)
    {
        var paths = call.Words(0).Select(uri => FilePath.Of(uri) ?? throw new LspException(
            LspError.RequestFailed, "Only files can be reviewed every time; save this document first.")).ToList();
        var written = ImmutableArray.CreateBuilder<string>();
        try
        {
            foreach (var home in paths.GroupBy(HomeOf))
            {
                var patterns = home.Select(path => call.OptionalWord(1) == Alike
                    ? IncludeWriter.PatternLike(home.Key, path) : IncludeWriter.PatternOf(home.Key, path)).Distinct().ToList();
                IncludeWriter.Add(home.Key, patterns);
                written.AddRange(patterns);
            }
        }
        catch (Exception error) when (error is IOException or UnauthorizedAccessException)
        {
            throw new LspException(LspError.RequestFailed, error.Message);
        }

        renewal.Renew();
        return Task.FromResult<JsonElement?>(JsonSerializer.SerializeToElement(
            written.ToImmutable(), LspWriter.Default.ImmutableArrayString));
    }

    // The nearest folder that has a configuration, up to the one that is open.
    private string HomeOf(string path)
    {
        var own = Path.GetDirectoryName(path)!;
        var open = session.Folders.Around(path) ?? own;
        for (var at = own; at is not null && at.Length >= open.Length; at = Path.GetDirectoryName(at))
        {
            if (File.Exists(Path.Combine(at, FolderConfiguration.FileName)))
                return at;
        }

        return open;
    }
}
