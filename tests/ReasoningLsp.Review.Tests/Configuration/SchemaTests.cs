using System.Text.Json;
using NJsonSchema;
using ReasoningLsp.Review.Configuration;
using ReasoningLsp.Review.Findings;
using ReasoningLsp.TestSupport;
using Xunit;

namespace ReasoningLsp.Review.Tests.Configuration;

/// <summary>The published schema and the reader must not drift apart.</summary>
public sealed class SchemaTests
{
    [Theory]
    [InlineData("{}")]
    [InlineData("""{ "$schema": "reasoning-review.schema.json", "root": true }""")]
    [InlineData("""{ "rules": { "RR101": "off", "RR201": "hint", "RR202": "information", "RR109": "warning", "RR390": "error" } }""")]
    [InlineData("""{ "include": ["a/**/*.md", "b.tex"], "exclude": [] }""")]
    [InlineData("""{ "failOn": "never", "baseline": "known.json" }""")]
    [InlineData("""{ "root": "yes" }""")]
    [InlineData("""{ "root": null }""")]
    [InlineData("""{ "rules": { "RR999": "off" } }""")]
    [InlineData("""{ "rules": { "RR101": "loud" } }""")]
    [InlineData("""{ "rules": { "RR101": 3 } }""")]
    [InlineData("""{ "rules": { "RR101": { "severity": "off" } } }""")]
    [InlineData("""{ "rules": ["RR101"] }""")]
    [InlineData("""{ "include": "a.md" }""")]
    [InlineData("""{ "include": [1] }""")]
    [InlineData("""{ "exclude": [""] }""")]
    [InlineData("""{ "exclude": [["a"]] }""")]
    [InlineData("""{ "failOn": "information" }""")]
    [InlineData("""{ "failOn": "Error" }""")]
    [InlineData("""{ "baseline": "" }""")]
    [InlineData("""{ "baseline": ["a"] }""")]
    [InlineData("""{ "unknown": 1 }""")]
    [InlineData("[]")]
    [InlineData("3")]
    public async Task The_schema_and_the_reader_agree_on_what_is_valid(string text)
    {
        var schema = await Schema();
        Assert.Equal(schema.Validate(text).Count == 0, ConfigurationReader.Read("c.json", text).Problems.IsEmpty);
    }

    [Fact]
    public async Task The_schema_knows_every_rule_and_every_severity()
    {
        var schema = await Schema();
        foreach (var rule in RuleCatalog.All)
        {
            foreach (var severity in (string[])["off", "hint", "information", "warning", "error"])
            {
                var text = JsonSerializer.Serialize(
                    new Dictionary<string, object> { ["rules"] = new Dictionary<string, string> { [rule.Id] = severity } });
                Assert.Empty(schema.Validate(text));
                Assert.Empty(ConfigurationReader.Read("c.json", text).Problems);
            }
        }

        Assert.Equal(RuleCatalog.All.Select(rule => rule.Id).Order(StringComparer.Ordinal),
            schema.Properties["rules"].Properties.Keys.Order(StringComparer.Ordinal));
    }

    private static Task<JsonSchema> Schema() =>
        JsonSchema.FromFileAsync(Repository.Path("docs/reasoning-review.schema.json"), TestContext.Current.CancellationToken);
}
