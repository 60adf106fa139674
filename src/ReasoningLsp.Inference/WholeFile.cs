namespace ReasoningLsp.Inference;

/// <summary>Writes a file so that it appears whole or not at all.</summary>
internal static class WholeFile
{
    /// <summary>Writes it with <paramref name="write"/>, beside its place first.</summary>
    public static void Write(string path, Action<Stream> write)
    {
        // Another process, on another machine too, draws another name.
        var fresh = $"{path}.{Path.GetRandomFileName()}.part";
        try
        {
            using (var stream = new FileStream(fresh, FileMode.CreateNew, FileAccess.Write, FileShare.None, 1 << 20))
            {
                write(stream);
                stream.Flush(flushToDisk: true);
            }

            File.Move(fresh, path, overwrite: true);
        }
        finally
        {
            File.Delete(fresh);
        }
    }
}
