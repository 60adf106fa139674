namespace ReasoningLsp.Server.Documents;

/// <summary>Between addresses and paths.</summary>
internal static class FilePath
{
    /// <summary>The full path that a <c>file:</c> address names, or null for any other.</summary>
    public static string? Of(string uri)
    {
        if (!Uri.TryCreate(uri, UriKind.Absolute, out var parsed) || !parsed.IsFile)
            return null;
        try
        {
            // "/c:/x" is how some clients write a drive.
            var path = Uri.UnescapeDataString(parsed.AbsolutePath);
            if (OperatingSystem.IsWindows() && path is ['/', _, ':', ..])
                path = path[1..];
            return System.IO.Path.GetFullPath(path);
        }
        catch (ArgumentException)
        {
            return null;
        }
    }

    /// <summary>The address of a full path.</summary>
    public static string ToUri(
        string path) => new UriBuilder
        {
            Scheme = Uri.UriSchemeFile,
            Host = string.Empty,
            Path = path.Replace(
            System.IO.Path.DirectorySeparatorChar, '/')
        }.Uri.AbsoluteUri;
}
