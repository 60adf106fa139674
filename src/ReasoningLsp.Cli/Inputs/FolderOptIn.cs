using ReasoningLsp.Review.Configuration;
using ReasoningLsp.Traces;

namespace ReasoningLsp.Cli.Inputs;

/// <summary>Which files of a folder are reviewed without being named.</summary>
internal static class FolderOptIn
{
    // Front matter or a magic comment stands at the top; nobody's README is read whole to find none.
    private const int PeekedCharacters = 16 * 1024;

    /// <summary>Whether the file asks for review, or the configuration does for it.</summary>
    /// <param name="path">Full path.</param>
    /// <param name="configuration">What holds in its folder.</param>
    public static bool Applies(string path, EffectiveConfiguration configuration)
    {
        if (Path.GetFileName(path) is FolderConfiguration.FileName || Globs.Matches(configuration.Exclude, path))
            return false;
        if (OptIn.AppliesByName(path) || Globs.Matches(configuration.Include, path))
            return true;
        return TraceFormats.FromPath(path) is TraceFormat.Markdown or TraceFormat.Latex or TraceFormat.PlainText && OptIn.Applies(path, Peek(path));
    }

    private static string Peek(string path)
    {
        try
        {
            using var reader = new StreamReader(path);
            var buffer = new char[PeekedCharacters];
            return new string(buffer, 0, reader.ReadBlock(buffer));
        }
        catch (Exception error) when (error is IOException or UnauthorizedAccessException)
        {
            // It cannot be known whether this file asks for review; one that is named is reported.
            return string.Empty;
        }
    }
}
