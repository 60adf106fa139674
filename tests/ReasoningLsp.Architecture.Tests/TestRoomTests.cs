using ReasoningLsp.TestSupport;

namespace ReasoningLsp.Architecture.Tests;

/// <summary>Tests stand where what they test stands: whoever changes a folder knows which tests to read.</summary>
public sealed class TestRoomTests
{
    // What tests stand on, and programs of others that they drive.
    private static readonly string[] s_helpers = ["Support", "Planting", "Rewriting", "Clients", "Editors"];

    public static TheoryData<string> Mirrored => ["ReasoningLsp.Mathematics", "ReasoningLsp.Review", "ReasoningLsp.Runs",
        "ReasoningLsp.Server"];

    [Theory, MemberData(nameof(Mirrored))]
    public void Each_folder_has_its_tests(string project)
    {
        var tests = FoldersOf(Repository.Path($"tests/{project}.Tests"), "*Tests.cs").Select(TopOf).ToHashSet(StringComparer.Ordinal);
        var folders = FoldersOf(Repository.Path($"src/{project}"), "*.cs", HasStatements).Select(TopOf).Distinct();
        Assert.All(folders, folder => Assert.Contains(folder, tests));
    }

    [Theory, MemberData(nameof(Mirrored))]
    public void Tests_stand_in_a_folder_of_what_they_test(string project)
    {
        var folders = FoldersOf(Repository.Path($"src/{project}"), "*.cs").ToHashSet(StringComparer.Ordinal);
        var tests = FoldersOf(Repository.Path($"tests/{project}.Tests"), "*.cs").Where(folder => !s_helpers.Contains(TopOf(folder)));
        Assert.All(tests, folder =>
            Assert.Contains(folders, each => each == folder || each.StartsWith(folder + "/", StringComparison.Ordinal)));
    }

    private static string TopOf(string folder) => folder.Split('/')[0];

    // A contract alone has nothing that could be tested.
    private static bool HasStatements(string file) =>
        File.ReadAllText(file) is var text
        && (text.Contains("=>", StringComparison.Ordinal) || text.Contains("return", StringComparison.Ordinal));

    private static IEnumerable<string> FoldersOf(string root, string pattern, Func<string, bool>? counts = null) =>
        SourceProject.FilesUnder(root)
        .Where(file => counts?.Invoke(file) != false)
        .Where(file => System.IO.Enumeration.FileSystemName.MatchesSimpleExpression(pattern, Path.GetFileName(file)))
        .Select(file => Path.GetRelativePath(root, Path.GetDirectoryName(file)!).Replace('\\', '/')).Distinct();
}
