using System.Text.RegularExpressions;
using ReasoningLsp.TestSupport;

namespace ReasoningLsp.Architecture.Tests;

/// <summary>A stranger finds a type by the name of its file, and reads it in one sitting.</summary>
public sealed partial class SourceFileTests
{
    private const int MostLines = 400;

    public static TheoryData<string> Projects => SourceProject.Names;

    [Theory, MemberData(nameof(Projects))]
    public void A_file_is_named_after_its_one_public_type(string project) =>
        Assert.All(SourceProject.Named(project).SourceFiles, file =>
        {
            var types = PublicType().Matches(File.ReadAllText(file)).Select(match => match.Groups["name"].Value).ToList();
            Assert.True(types.Count <= 1, $"{Relative(file)} declares {string.Join(", ", types)}: one public type a file.");
            var name = Path.GetFileName(file);
            Assert.True(types.Count == 0 || name == $"{types[0]}.cs" || name.StartsWith(types[0] + ".", StringComparison.Ordinal),
                $"{Relative(file)} declares {types.FirstOrDefault()}.");
        });

    [Theory, MemberData(nameof(Projects))]
    public void No_file_is_too_long_to_read(string project) =>
        Assert.All(SourceProject.Named(project).SourceFiles, file =>
            Assert.True(File.ReadLines(file).Take(MostLines + 1).Count() <= MostLines,
            $"{Relative(file)} has more than {MostLines} lines: split it by idea."));

    [Theory, MemberData(nameof(Projects))]
    public void A_project_says_in_a_readme_what_it_is(string project) => AssertReadme(SourceProject.Named(project).Folder);

    [Theory, InlineData("extension"), InlineData("tests/data"), InlineData("tests/ReasoningLsp.TestSupport"), InlineData("samples")]
    public void Other_folders_say_in_a_readme_what_they_are(string folder) => AssertReadme(Repository.Path(folder));

    private static void AssertReadme(string folder)
    {
        var readme = Path.Combine(folder, "README.md");
        Assert.True(File.Exists(readme) && new FileInfo(readme).Length > 0, $"{Relative(folder)} has no README.md.");
    }

    private static string Relative(string path) => Path.GetRelativePath(Repository.Root, path);

    // Namespaces are file-scoped here, so a type that is not nested starts its line.
    [GeneratedRegex(@"^public (?:[a-z]+ )*?(?:(?:record struct|record|class|struct|interface|enum) (?<name>\w+)|delegate [^(\n]* "
        + @"(?<name>\w+)(?:<[^>\n]*>)?\()", RegexOptions.Multiline | RegexOptions.CultureInvariant)]
    private static partial Regex PublicType();
}
