using ReasoningLsp.Review.Inputs;
using ReasoningLsp.TestSupport;
using Xunit;

namespace ReasoningLsp.Review.Tests.Inputs;

public sealed class FolderWalkTests
{
    [Fact]
    public void Every_file_is_met_in_order_but_those_of_hidden_and_installed_folders()
    {
        using var folder = new TestFolder();
        foreach (var name in (string[])["b/2.md", "b/1.md", "a.md", ".git/x.md", "node_modules/y.md"])
            folder.Write(name, "x");
        var files = FolderWalk.Files(folder.Path, (_, message) => Assert.Fail(message))
            .Select(file => Path.GetRelativePath(folder.Path, file).Replace('\\', '/'));
        Assert.Equal(["a.md", "reasoning-review.json", "b/1.md", "b/2.md"], files);
    }

    [Fact]
    public void A_folder_that_is_gone_is_reported_and_ends_nothing()
    {
        using var folder = new TestFolder();
        var told = new List<string>();
        Assert.Empty(FolderWalk.Files(folder.At("gone"), (path, _) => told.Add(path)));
        Assert.Equal([folder.At("gone")], told);
    }
}
