using ReasoningLsp.TestSupport;

namespace ReasoningLsp.Architecture.Tests;

/// <summary>A line is read without scrolling sideways; a file is not kept short by being wide.</summary>
public sealed class LineWidthTests
{
    private const int Widest = 140;

    [Theory, InlineData("src", "*.cs"), InlineData("tests", "*.cs"), InlineData("extension/src", "*.ts")]
    public void No_line_is_wider_than_a_screen(string folder, string pattern)
    {
        var wide = SourceProject.FilesUnder(Repository.Path(folder), pattern)
            .SelectMany(file => File.ReadLines(file).Select((line, index) => (Place: $"{file}:{index + 1}", line.Length)))
            .Where(line => line.Length > Widest)
            .Select(line => $"{line.Place} has {line.Length} characters");
        Assert.Empty(wide);
    }
}
