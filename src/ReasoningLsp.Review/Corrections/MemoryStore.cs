using System.Text;
using ReasoningLsp.Review.Files;

namespace ReasoningLsp.Review.Corrections;

/// <summary>The memory that holds for a folder: the nearest <c>.reasoning/memory.md</c> above it.</summary>
/// <param name="path">Full path of the file, whether it exists or not.</param>
/// <param name="files">Reads it.</param>
public sealed class MemoryStore(string path, FolderFiles files)
{
    /// <summary>Full path of the file, whether it exists or not.</summary>
    public string Path => path;

    /// <summary>Whether there is a file: somebody wants things remembered here.</summary>
    public bool Exists => File.Exists(path);

    /// <summary>The memory for <paramref name="folder"/>, a full path.</summary>
    public static MemoryStore For(string folder, FolderFiles files)
    {
        for (var at = folder; at is not null; at = System.IO.Path.GetDirectoryName(at))
        {
            var file = System.IO.Path.Combine(at, Memory.RelativePath);
            if (File.Exists(file))
                return new MemoryStore(file, files);
        }

        return new MemoryStore(System.IO.Path.Combine(folder, Memory.RelativePath), files);
    }

    /// <summary>What it holds; nothing where it cannot be read.</summary>
    public Memory Read()
    {
        try
        {
            return Known();
        }
        catch (Exception error) when (error is IOException or UnauthorizedAccessException)
        {
            return Memory.Empty;
        }
    }

    /// <summary>Adds notes, each by itself: what people changed in the file meanwhile stays.</summary>
    /// <exception cref="IOException">The file cannot be read or written.</exception>
    /// <exception cref="UnauthorizedAccessException">The file may not be read or written.</exception>
    public void Add(IEnumerable<string> notes)
    {
        using var file = With(notes);
        file.Commit();
    }

    /// <summary>The file with these notes too, to be committed with what they are of.</summary>
    /// <exception cref="IOException">The file cannot be read or written: what cannot be read would be lost.</exception>
    /// <exception cref="UnauthorizedAccessException">The file may not be read or written.</exception>
    public AtomicFile With(IEnumerable<string> notes)
    {
        var memory = notes.Aggregate(Known(), (known, note) => known.With(note));
        Directory.CreateDirectory(System.IO.Path.GetDirectoryName(path)!);
        return AtomicFile.Filled(path, Encoding.UTF8.GetBytes(memory.ToString()));
    }

    private Memory Known() => File.Exists(path) ? Memory.Parse(files.ReadText(path)) : Memory.Empty;
}
