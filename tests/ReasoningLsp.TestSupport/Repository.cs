using System.Runtime.CompilerServices;

namespace ReasoningLsp.TestSupport;

/// <summary>The repository the tests were built from.</summary>
public static class Repository
{
    /// <summary>Its root folder, absolute.</summary>
    /// <exception cref="DirectoryNotFoundException">Neither the test program nor this source file lies in a repository.</exception>
    public static string Root { get; } = Find(AppContext.BaseDirectory) ?? Find(ThisFolder()) ?? throw new DirectoryNotFoundException(
        $"No folder above {AppContext.BaseDirectory} holds ReasoningLsp.sln: run the tests inside a checkout.");

    /// <summary>A path inside the repository, absolute; <paramref name="relative"/> uses <c>/</c>.</summary>
    public static string Path(string relative) => System.IO.Path.GetFullPath(relative, Root);

    private static string? Find(string? folder)
    {
        while (folder is not null && !File.Exists(System.IO.Path.Combine(folder, "ReasoningLsp.sln")))
            folder = System.IO.Path.GetDirectoryName(folder);
        return folder;
    }

    private static string? ThisFolder([CallerFilePath] string file = "") => System.IO.Path.GetDirectoryName(file);
}
