namespace ReasoningLsp.Review.Inputs;

/// <summary>The files below a folder, in order of their path.</summary>
public static class FolderWalk
{
    /// <summary>
    /// Every file but pipes. Hidden folders, <c>node_modules</c> and linked folders are left out: nobody writes solutions there,
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
            foreach (var entry in entries.OfType<FileInfo>().Where(entry => !IsPipe(entry)))
                yield return entry.FullName;
            foreach (var child in entries.OfType<DirectoryInfo>().Reverse())
            {
                if (!IsSkipped(child))
                    pending.Push(child.FullName);
            }
        }
    }

    // A pipe says that it is empty, and opening it to read would wait for whoever writes; opened for both it waits for nobody.
    private static bool IsPipe(FileInfo file)
    {
        try
        {
            if (OperatingSystem.IsWindows() || file.Length > 0)
                return false;
            const FileShare Anyone = FileShare.ReadWrite | FileShare.Delete;
            using var opened = new FileStream(file.FullName, FileMode.Open, FileAccess.ReadWrite, Anyone, 1);
            return !opened.CanSeek;
        }
        catch (Exception error) when (error is IOException or UnauthorizedAccessException or NotSupportedException)
        {
            // Whoever opens it is told why it cannot be read.
            return false;
        }
    }

    private static bool IsSkipped(DirectoryInfo folder) =>
        folder.Name.StartsWith('.') || folder.Name == "node_modules" || folder.LinkTarget is not null;
}
