using System.Globalization;

namespace ReasoningLsp.Inference;

/// <summary>Whether a file fits on its disk.</summary>
internal static class DiskRoom
{
    private const long Reserve = 64L << 20;

    /// <summary>Refuses what does not fit.</summary>
    /// <exception cref="InferenceException">It does not.</exception>
    public static void Check(string path, long bytes)
    {
        var free = new DriveInfo(Path.GetDirectoryName(Path.GetFullPath(path))!).AvailableFreeSpace;
        if (free < bytes + Reserve)
            throw new InferenceException(InferenceError.TooLarge,
                string.Create(CultureInfo.InvariantCulture, $"{path} takes {bytes >> 20:N0} MB and its disk has {free >> 20:N0} MB left."));
    }
}
