namespace ReasoningLsp.Inference;

/// <summary>
/// Opens files that can be read again and to an end. A pipe, a device and a folder are refused before they are opened: a pipe would
/// be waited for, and a device never ends.
/// </summary>
public static class RegularFile
{
    /// <summary>Refuses what is no regular file with something in it.</summary>
    /// <param name="path">Its path.</param>
    /// <param name="kind">What it should be, such as <c>GGUF file</c>.</param>
    /// <exception cref="InferenceException">It is not there, or is none.</exception>
    public static FileStamp Check(string path, string kind)
    {
        try
        {
            if (Directory.Exists(path))
                throw new InferenceException(InferenceError.NoFile, $"{path} cannot be read: it is a folder, and a {kind} is needed.");
            var file = new FileInfo(path);
            if (file.ResolveLinkTarget(returnFinalTarget: true) is FileInfo target)
                file = target;
            if (!file.Exists)
                throw new InferenceException(InferenceError.NoFile, $"{path} cannot be read: there is no such file.");
            // Pipes, devices and files of the system say that they hold nothing.
            return file.Length > 0 ? new FileStamp(file.FullName, file.Length, file.LastWriteTimeUtc)
                : throw new InferenceException(InferenceError.BadFile,
                    $"{path} is no {kind}: it is empty, or a pipe or a device.");
        }
        catch (Exception error) when (error is IOException or UnauthorizedAccessException)
        {
            throw new InferenceException(InferenceError.NoFile, $"{path} cannot be read: {error.Message}", error);
        }
    }

    /// <summary>Opens one to be read.</summary>
    /// <exception cref="InferenceException">It is not there, is none, or cannot be read.</exception>
    public static FileStream Open(string path, string kind, int buffer = 1 << 16)
    {
        Check(path, kind);
        try
        {
            return new FileStream(path, FileMode.Open, FileAccess.Read, FileShare.Read, buffer);
        }
        catch (Exception error) when (error is IOException or UnauthorizedAccessException)
        {
            throw new InferenceException(InferenceError.NoFile, $"{path} cannot be read: {error.Message}", error);
        }
    }
}
