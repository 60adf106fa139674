using NJsonSchema;
using ReasoningLsp.TestSupport;
using Xunit;

namespace ReasoningLsp.Review.Tests.Languages;

public sealed class LanguageSchemaTests
{
    public static TheoryData<string> Files =>
        [.. Directory.GetFiles(Repository.Path("src/Languages"), "*.json").Select(file => Path.GetFileName(file)!)
        .Order(StringComparer.Ordinal)];

    [Theory, MemberData(nameof(Files))]
    public async Task Every_language_fits_the_schema_and_is_named_after_its_code(string file)
    {
        var schema = await JsonSchema.FromFileAsync(Repository.Path("docs/language.schema.json"), TestContext.Current.CancellationToken);
        var text = await File.ReadAllTextAsync(Repository.Path("src/Languages/" + file), TestContext.Current.CancellationToken);
        Assert.Empty(schema.Validate(text));
        Assert.Contains($"\"language\": \"{Path.GetFileNameWithoutExtension(file)}\"", text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Every_key_of_the_schema_has_a_sentence()
    {
        var schema = await JsonSchema.FromFileAsync(Repository.Path("docs/language.schema.json"), TestContext.Current.CancellationToken);
        Assert.All(Keys(schema), key => Assert.EndsWith(".", key.Description, StringComparison.Ordinal));
    }

    private static IEnumerable<JsonSchemaProperty> Keys(JsonSchema schema) =>
        schema.ActualProperties.Values.SelectMany(key => Keys(key.ActualSchema).Prepend(key));
}
