using ReasoningLsp.Review.Findings;
using ReasoningLsp.TestSupport;

namespace ReasoningLsp.Architecture.Tests;

/// <summary>Every rule has its page, and every page its rule.</summary>
public sealed class RulePagesTests
{
    public static TheoryData<string> Rules => [.. RuleCatalog.All.Select(rule => rule.Id)];

    [Theory, MemberData(nameof(Rules))]
    public void A_rule_has_a_page_with_its_sections(string id)
    {
        var page = Repository.Path($"docs/rules/{id}.md");
        Assert.True(File.Exists(page), $"docs/rules/{id}.md is missing.");
        var lines = File.ReadAllLines(page);
        Assert.Contains(id, lines[0], StringComparison.Ordinal);
        Assert.Contains(RuleCatalog.Find(id)!.Name, lines[0], StringComparison.Ordinal);
        Assert.All(["What it finds", "Fails", "Passes", "How to silence it"], section => Assert.Contains($"## {section}", lines));
    }

    [Fact]
    public void A_page_belongs_to_a_rule()
    {
        var folder = Repository.Path("docs/rules");
        var pages = Directory.Exists(folder) ? Directory.GetFiles(folder, "RR*.md").Select(Path.GetFileNameWithoutExtension) : [];
        Assert.All(pages, page => Assert.NotNull(RuleCatalog.Find(page!)));
    }
}
