using System.Text.RegularExpressions;

namespace ReasoningLsp.Architecture.Tests;

/// <summary>What a project's README says of its folders and of what it may depend on is what the tree and the project file say.</summary>
public sealed partial class ProjectReadmeTests
{
    public static TheoryData<string> Projects => SourceProject.Names;

    [Theory, MemberData(nameof(Projects))]
    public void Every_folder_is_told_of(string name)
    {
        var project = SourceProject.Named(name);
        var readme = Readme(project);
        var folders = project.SourceFiles.Select(file => Path.GetRelativePath(project.Folder, file).Split(Path.DirectorySeparatorChar))
            .Where(parts => parts.Length > 1).Select(parts => parts[0]).Distinct();
        Assert.All(folders, folder => Assert.Matches($"`{folder}(/[A-Za-z*]*)*`", readme));
    }

    [Theory, MemberData(nameof(Projects))]
    public void No_folder_is_told_of_that_is_not_there(string name)
    {
        var project = SourceProject.Named(name);
        var rooms = Directory.GetDirectories(project.Folder, "*", SearchOption.AllDirectories).Select(Path.GetFileName).ToHashSet();
        Assert.All(FolderRow().Matches(Readme(project)).SelectMany(row => FolderName().Matches(row.Value)), folder =>
            Assert.Contains(folder.Groups[1].Value, rooms));
    }

    [Theory, MemberData(nameof(Projects))]
    public void Every_dependency_is_told_of(string name)
    {
        var project = SourceProject.Named(name);
        Assert.All(project.References, reference => Assert.Contains($"`{reference}`", Readme(project), StringComparison.Ordinal));
    }

    private static string Readme(SourceProject project) => File.ReadAllText(Path.Combine(project.Folder, "README.md"));

    // A row of a table whose first cell names folders.
    [GeneratedRegex(@"^\| *`[A-Z][A-Za-z]*/?`[^|]*\|", RegexOptions.Multiline | RegexOptions.CultureInvariant)]
    private static partial Regex FolderRow();

    [GeneratedRegex(@"`([A-Z][A-Za-z]+)/?`", RegexOptions.CultureInvariant)]
    private static partial Regex FolderName();
}
