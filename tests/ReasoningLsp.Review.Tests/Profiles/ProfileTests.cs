using NJsonSchema;
using ReasoningLsp.Review.Profiles;
using ReasoningLsp.TestSupport;
using Xunit;

namespace ReasoningLsp.Review.Tests.Profiles;

public sealed class ProfileTests
{
    public static TheoryData<string> Files =>
        [.. Directory.GetFiles(Repository.Path("src/ReasoningLsp.Review/Profiles/Catalog"), "*.json").Select(path => Path.GetFileName(path))
        .Order(StringComparer.Ordinal)];

    [Theory, MemberData(nameof(Files))]
    public async Task Every_profile_follows_the_schema_and_is_found_by_its_name(string file)
    {
        var schema = await JsonSchema.FromFileAsync(Repository.Path("docs/profile.schema.json"), TestContext.Current.CancellationToken);
        var text = await File.ReadAllTextAsync(Repository.Path("src/ReasoningLsp.Review/Profiles/Catalog/" + file),
            TestContext.Current.CancellationToken);
        Assert.Empty(schema.Validate(text));
        var profile = ProfileReader.Read(text, file);
        Assert.Equal(Path.GetFileNameWithoutExtension(file), profile.Name);
        Assert.NotNull(ProfileCatalog.Find(profile.Name));
        Assert.True(profile.Signal == ScoreSignal.Value ? profile.Drop is not null
            : profile.Threshold is not null || profile.Name == "density-ratio");
    }

    [Theory]
    [InlineData("{", "cannot be read")]
    [InlineData("{\"name\": \"x\"}", "cannot be read")]
    [InlineData("null", "is empty")]
    public void What_is_no_profile_is_refused(string json, string reason) =>
        Assert.Contains(reason, Assert.Throws<ProfileException>(() => ProfileReader.Read(json, "x.json")).Message,
        StringComparison.Ordinal);

    [Theory]
    [InlineData("[{\"step\": \"plain\"}]", "{\"kind\": \"hidden\", \"head\": [\"score\"]}", "exactly one place")]
    [InlineData("[{\"read\": 0}]", "{\"kind\": \"mean-logit\"}", "step's text is missing")]
    [InlineData("[{\"step\": \"plain\", \"read\": 0}]", "{\"kind\": \"mean-logit\"}", "exactly one thing")]
    [InlineData("[{\"step\": \"plain\"}, {\"read\": 0}]", "{\"kind\": \"hidden\"}", "head's layers")]
    [InlineData("[{\"step\": \"plain\"}, {\"read\": 0}]", "{\"kind\": \"candidates\", \"good\": [\"+\"]}", "good and bad")]
    [InlineData("[{\"step\": \"plain\"}, {\"read\": 0}]", "{\"kind\": \"log-ratio\"}", "response starts")]
    [InlineData("[{\"step\": \"plain\"}]", "{\"kind\": \"generate\", \"critique\": {\"verdict\": \"(\", \"right\": \"x\"}}",
        "no regular expressions")]
    public void A_profile_that_could_not_work_is_refused_with_the_reason(string step, string reading, string reason)
    {
        var json = $$"""{"name": "x", "version": 1, "title": "x", "status": "confirmed", "signal": "correctness", "threshold": """
            + $$"""0.5, "aggregation": "minimum", "prompt": {"step": {{step}}}, "reading": {{reading}}}""";
        Assert.Contains(reason, Assert.Throws<ProfileException>(() => ProfileReader.Read(json, "x.json")).Message,
            StringComparison.Ordinal);
    }
}
