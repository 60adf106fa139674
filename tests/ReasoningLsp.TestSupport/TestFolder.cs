using System.Text;

namespace ReasoningLsp.TestSupport;

/// <summary>A folder that is gone after the test. It stops the search for configurations above it.</summary>
public sealed class TestFolder : IDisposable
{
    public TestFolder()
    {
        Path = Directory.CreateTempSubdirectory("reasoning-").FullName;
        Write("reasoning-review.json", """{ "root": true }""");
    }

    public string Path { get; }

    public string Write(string name, string text)
    {
        var path = At(name);
        Directory.CreateDirectory(System.IO.Path.GetDirectoryName(path)!);
        File.WriteAllText(path, text, new UTF8Encoding(false));
        return path;
    }

    public string Uri(string name) => new Uri(At(name)).AbsoluteUri;

    public string Read(string name) => File.ReadAllText(At(name));

    public string At(string name) => System.IO.Path.Combine(Path, name);

    public void Dispose() => Directory.Delete(Path, recursive: true);
}
