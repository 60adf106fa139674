using Xunit;

namespace ReasoningLsp.TestSupport;

/// <summary>
/// The full data sets, which are not in the repository: the folder named by <c>REASONING_SHARED</c>, or
/// <c>../shared</c> beside the repository. <see cref="Slices"/> are always there.
/// </summary>
public static class SharedData
{
    private static readonly string Folder =
        Environment.GetEnvironmentVariable("REASONING_SHARED") is { Length: > 0 } named
            ? System.IO.Path.GetFullPath(named, Repository.Root)
            : Repository.Path("../shared");

    /// <summary>The absolute path of a file or folder in the shared data, such as <c>data/gsm8k/test.jsonl</c>, or null where it is
    /// absent.</summary>
    public static string? Path(string relative)
    {
        var path = System.IO.Path.GetFullPath(relative, Folder);
        return File.Exists(path) || Directory.Exists(path) ? path : null;
    }

    /// <summary>As <see cref="Path"/>, but skips the running test, with the reason, where it is absent.</summary>
    public static string Require(string relative)
    {
        var path = Path(relative);
        if (path is null)
            Assert.Skip($"{relative} needs shared data: set REASONING_SHARED (looked in {Folder})");
        return path;
    }
}
