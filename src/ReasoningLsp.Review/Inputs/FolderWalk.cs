namespace ReasoningLsp.Review.Inputs;

/// <summary>The files below a folder, in order of their path.</summary>
public static class FolderWalk
{
    /// <summary>
    /// Every file that is not empty. Hidden folders, <c>node_modules</c> and linked folders are left out: nobody writes solutions there,
    /// and a link may lead in a circle.
    /// </summary>
    /// <param name="folder">Full path.</param>
    /// <param name="report">Told of a folder that cannot be read.</param>
    public static IEnumerable<string> Files(string folder, Action<string, string> report)
    {
        var pending = new Stack<string>([folder]);
        while (pending.TryPop(out var current))
        {
            FileSystemInfo[] entries;
            try
            {
                entries = new DirectoryInfo(current).GetFileSystemInfos();
            }
            catch (Exception error) when (error is IOException or UnauthorizedAccessException)
            {
                report(current, error.Message);
                continue;
            }

            Array.Sort(entries, (left, right) => string.CompareOrdinal(left.Name, right.Name));
            // A pipe says that it is empty, and opening it would wait for whoever writes; an empty file has nothing to review.
            foreach (var entry in entries.OfType<FileInfo>().Where(HasContent))
                yield return entry.FullName;
            foreach (var child in entries.OfType<DirectoryInfo>().Reverse())
            {
                if (!IsSkipped(child))
                    pending.Push(child.FullName);
            }
        }
    }

    // Of a file that is gone or may not be looked at whoever opens it is told why.
    private static bool HasContent(FileInfo file)
    {
        try
        {
            return file.Length > 0;
        }
        catch (Exception error) when (error is IOException or UnauthorizedAccessException)
        {
            return true;
        }
    }

    private static bool IsSkipped(DirectoryInfo folder) =>
        folder.Name.StartsWith('.') || folder.Name == "node_modules" || folder.LinkTarget is not null;
}
