using System.Collections.Immutable;
using System.Xml.Linq;
using ReasoningLsp.TestSupport;

namespace ReasoningLsp.Architecture.Tests;

/// <summary>One project under <c>src/</c>, as its csproj says.</summary>
internal sealed record SourceProject(string Name, string Folder, string AssemblyName, ImmutableArray<string> References)
{
    public static ImmutableArray<SourceProject> All { get; } =
        [.. Directory.GetFiles(Repository.Path("src"), "*.csproj", SearchOption.AllDirectories).Order(StringComparer.Ordinal).Select(Read)];

    /// <summary>Every project's name, for theories.</summary>
    public static TheoryData<string> Names { get; } = [.. All.Select(project => project.Name)];

    public static SourceProject Named(string name) => All.Single(project => project.Name == name);

    public string AssemblyPath => Path.Combine(AppContext.BaseDirectory, AssemblyName + ".dll");

    public IEnumerable<string> SourceFiles => FilesUnder(Folder);

    /// <summary>The files under a folder that are written by hand, not by a build.</summary>
    public static IEnumerable<string> FilesUnder(string folder, string pattern = "*.cs") => Directory
        .GetFiles(folder, pattern, SearchOption.AllDirectories)
        .Where(file => !Path.GetRelativePath(folder, file).Split(Path.DirectorySeparatorChar).Any(part => part is "bin" or "obj"));

    private static SourceProject Read(string file)
    {
        var name = Path.GetFileNameWithoutExtension(file);
        var project = XDocument.Load(file);
        var references = project.Descendants("ProjectReference")
            .Select(reference => Path.GetFileNameWithoutExtension(reference.Attribute("Include")!.Value.Replace('\\', '/')));
        return new(name, Path.GetDirectoryName(file)!, project.Descendants("AssemblyName").FirstOrDefault()?.Value ?? name,
            [.. references]);
    }
}
