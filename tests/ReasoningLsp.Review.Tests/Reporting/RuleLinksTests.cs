using ReasoningLsp.Review.Findings;
using ReasoningLsp.Review.Reporting;
using Xunit;

namespace ReasoningLsp.Review.Tests.Reporting;

/// <summary>A link to a rule's page leads to a page that exists, or is not there.</summary>
public sealed class RuleLinksTests
{
    private const string Home = "https://forge.example/team/review";

    public static TheoryData<string> Rules => [.. RuleCatalog.All.Select(rule => rule.Id)];

    [Theory, MemberData(nameof(Rules))]
    public void Below_a_repository_a_link_names_a_file_that_stands_there(string rule)
    {
        var link = RuleLinks.Read(Home + "/")!.Of(rule)!;
        var file = link[(Home + "/blob/main/").Length..];
        Assert.Equal($"{Home}/blob/main/{file}", link);
        Assert.True(File.Exists(TestSupport.Repository.Path(file)), link);
    }

    [Theory, MemberData(nameof(Rules))]
    public void The_program_bears_each_page_as_it_stands_in_the_docs(string rule) =>
        Assert.Equal(File.ReadAllText(TestSupport.Repository.Path($"docs/rules/{rule}.md")), RulePages.Of(rule));

    [Fact]
    public void A_base_may_say_where_the_rule_stands()
    {
        Assert.Equal("https://docs.example/r/RR101.html", RuleLinks.Read("https://docs.example/r/{rule}.html")!.Of("RR101"));
        Assert.Equal("file:///usr/share/doc/RR101.md", RuleLinks.Read("file:///usr/share/doc/{rule}.md")!.Of("RR101"));
        Assert.Equal("command:show?%5B%22RR101%22%5D", RuleLinks.OfCommand("show").Of("RR101"));
    }

    [Theory]
    [InlineData(null)]
    [InlineData("")]
    [InlineData("docs/rules")]
    [InlineData("command:rm?{rule}")]
    [InlineData("javascript:alert(1)")]
    [InlineData("https://x.example/a) [b](https://y.example")]
    public void What_is_no_address_makes_no_links(string? address) => Assert.Null(RuleLinks.Read(address));

    [Fact]
    public void Where_the_project_has_no_public_home_there_are_no_links()
    {
        var manifest = System.Text.Json.JsonDocument.Parse(File.ReadAllText(TestSupport.Repository.Path("package.json"))).RootElement;
        Assert.Equal(manifest.TryGetProperty("repository", out _), RuleLinks.Default.Of("RR101") is not null);
    }
}
