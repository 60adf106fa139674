using System.Text;

namespace ReasoningLsp.Inference.Download;

/// <summary>
/// What was downloaded of a file so far. Its name tells which version of the file it is of, so that nothing else lies beside it and
/// none is continued with another.
/// </summary>
/// <param name="target">Full path of the whole file.</param>
internal sealed class PartialFile(string target)
{
    private const string Ending = ".part";
    private const int LongestTag = 120;

    /// <summary>Full path of the part.</summary>
    public string Path { get; private set; } = Found(target) ?? target + Ending;

    /// <summary>The server's name for the version that it is of; null where it gave none that holds.</summary>
    public string? Tag => TagOf(Path, target);

    /// <summary>How many bytes are there; what cannot be continued counts as none.</summary>
    public long Length => File.Exists(Path) ? new FileInfo(Path).Length : 0;

    /// <summary>Begins anew, as a part of the version that the server names <paramref name="tag"/>.</summary>
    public void Begin(string? tag)
    {
        Forget();
        var name = tag is { Length: > 0 and <= LongestTag } ? "." + Convert.ToHexStringLower(Encoding.UTF8.GetBytes(tag)) : string.Empty;
        Path = target + name + Ending;
    }

    /// <summary>Removes it, and all other parts of the file.</summary>
    public void Forget()
    {
        foreach (var part in Parts(target))
            File.Delete(part);
    }

    private static string? Found(string target) =>
        Parts(target).Where(part => TagOf(part, target) is not null).OrderByDescending(part => new FileInfo(part).Length).FirstOrDefault();

    private static IEnumerable<string> Parts(string target)
    {
        var name = System.IO.Path.GetFileName(target);
        return Directory.GetFiles(System.IO.Path.GetDirectoryName(target)!)
            .Where(path => System.IO.Path.GetFileName(path) is var file && file.StartsWith(name, StringComparison.Ordinal)
                && (file.Length == name.Length + Ending.Length ? file.EndsWith(Ending, StringComparison.Ordinal)
                    : TagOf(path, target) is not null));
    }

    private static string? TagOf(string path, string target)
    {
        if (path.Length <= target.Length + Ending.Length + 1 || !path.StartsWith(target, StringComparison.Ordinal)
            || !path.EndsWith(Ending, StringComparison.Ordinal) || path[target.Length] != '.')
            return null;
        try
        {
            return Encoding.UTF8.GetString(Convert.FromHexString(path.AsSpan()[(target.Length + 1)..^Ending.Length]));
        }
        catch (FormatException)
        {
            return null;
        }
    }
}
