using ReasoningLsp.Review.Configuration;
using ReasoningLsp.Traces;
using ReasoningLsp.Traces.Files;
using ReasoningLsp.Traces.Reading;

namespace ReasoningLsp.Review.Inputs;

/// <summary>Which files of a folder are reviewed without being named.</summary>
public static class FolderOptIn
{
    // Front matter or a magic comment stands at the top; nobody's README is read whole to find none.
    private const int PeekedCharacters = 16 * 1024;

    /// <summary>Whether the file asks for review, or the configuration does for it.</summary>
    /// <param name="path">Full path.</param>
    /// <param name="configuration">What holds in its folder.</param>
    public static bool Applies(string path, EffectiveConfiguration configuration) => Applies(path, configuration, () => Peek(path));

    /// <summary>The same for a file whose text is at hand, such as one that is open in an editor.</summary>
    /// <param name="path">Full path.</param>
    /// <param name="configuration">What holds in its folder.</param>
    /// <param name="text">Its text, asked for only where the name does not tell.</param>
    public static bool Applies(string path, EffectiveConfiguration configuration, Func<string> text)
    {
        ArgumentNullException.ThrowIfNull(path);
        ArgumentNullException.ThrowIfNull(configuration);
        ArgumentNullException.ThrowIfNull(text);
        if (Path.GetFileName(path) is FolderConfiguration.FileName || configuration.Exclude.Matches(path))
            return false;
        if (OptIn.AppliesByName(path) || configuration.Include.Matches(path))
            return true;
        return TraceFormats.FromPath(path) is TraceFormat.Markdown or TraceFormat.Latex or TraceFormat.PlainText
            && OptIn.Applies(path, text());
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
