using System.Text;
using ReasoningLsp.Review.Files;

namespace ReasoningLsp.Review.Corrections;

/// <summary>The memory that holds for a folder: the nearest <c>.reasoning/memory.md</c> above it.</summary>
/// <param name="path">Full path of the file, whether it exists or not.</param>
public sealed class MemoryStore(string path)
{
    /// <summary>Whether there is a file: somebody wants things remembered here.</summary>
    public bool Exists => File.Exists(path);

    /// <summary>The memory for <paramref name="folder"/>, a full path.</summary>
    public static MemoryStore For(string folder)
    {
        for (var at = folder; at is not null; at = Path.GetDirectoryName(at))
        {
            var file = Path.Combine(at, Memory.RelativePath);
            if (File.Exists(file))
                return new MemoryStore(file);
        }

        return new MemoryStore(Path.Combine(folder, Memory.RelativePath));
    }

    /// <summary>What it holds; nothing where it cannot be read.</summary>
    public Memory Read()
    {
        try
        {
            return File.Exists(path) ? Memory.Parse(File.ReadAllText(path)) : Memory.Empty;
        }
        catch (Exception error) when (error is IOException or UnauthorizedAccessException)
        {
            return Memory.Empty;
        }
    }

    /// <summary>Adds notes, each by itself: what people changed in the file meanwhile stays.</summary>
    /// <exception cref="IOException">The file cannot be written.</exception>
    /// <exception cref="UnauthorizedAccessException">The file may not be written.</exception>
    public void Add(IEnumerable<string> notes)
    {
        var memory = notes.Aggregate(Read(), (known, note) => known.With(note));
        Directory.CreateDirectory(Path.GetDirectoryName(path)!);
        AtomicFile.Write(path, Encoding.UTF8.GetBytes(memory.ToString()));
    }
}
