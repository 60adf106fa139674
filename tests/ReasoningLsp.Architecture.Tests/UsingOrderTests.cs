using ReasoningLsp.TestSupport;

namespace ReasoningLsp.Architecture.Tests;

/// <summary>
/// Usings stand in the order that <c>dotnet format</c> gives them. The build holds every other style as a warning; this one no compiler
/// says, and formatting the whole solution to learn it takes two minutes.
/// </summary>
public sealed class UsingOrderTests
{
    [Theory, InlineData("src"), InlineData("tests")]
    public void System_comes_first_then_the_alphabet(string folder)
    {
        foreach (var file in SourceProject.FilesUnder(Repository.Path(folder), "*.cs"))
        {
            var names = File.ReadLines(file)
                .TakeWhile(line => !line.StartsWith("namespace", StringComparison.Ordinal))
                .Where(line => line.StartsWith("using ", StringComparison.Ordinal) && line.EndsWith(';')
                    && !line.Contains('=') && !line.StartsWith("using static", StringComparison.Ordinal))
                .Select(line => line["using ".Length..^1])
                .ToList();
            var ordered = names.OrderBy(name => name == "System" || name.StartsWith("System.", StringComparison.Ordinal) ? 0 : 1)
                .ThenBy(name => name, StringComparer.InvariantCultureIgnoreCase);
            Assert.True(names.SequenceEqual(ordered), $"{file}: the usings are out of order; dotnet format repairs them.");
        }
    }
}
