using ReasoningLsp.Cli.Tests.Support;
using ReasoningLsp.TestSupport;
using Xunit;

namespace ReasoningLsp.Cli.Tests.Reviewing;

public sealed class GitHubFormatTests
{
    [Fact]
    public async Task A_finding_is_a_workflow_command_with_its_place_escaped()
    {
        using var folder = new TestFolder();
        folder.Write("a,b%.md", "Problem: Add.\n\nStep 1: 2 + 2 = 5.\n");
        var result = await TestProgram.RunAsync(folder, "review", "a,b%.md", "--format", "github");
        Assert.Equal("::error file=a%2Cb%25.md,line=3,endLine=3,col=9,endColumn=17,title=RR101 false-equality::2 + 2 = 4, not 5\n",
            result.Output);
    }

    [Fact]
    public async Task A_file_that_cannot_be_read_is_a_command_too()
    {
        using var folder = new TestFolder();
        var result = await TestProgram.RunAsync(folder, "review", "gone.md", "--format", "github");
        Assert.StartsWith("::error file=gone.md,line=1,endLine=1,col=1,endColumn=1,title=unreadable::There is no such file", result.Output,
            StringComparison.Ordinal);
    }
}
