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
            : profile.Threshold is not null || profile.Reading.Whole || profile.Name == "density-ratio");
    }

    /// <summary>Nothing is called confirmed that no test holds to scores of the family's own code.</summary>
    [Fact]
    public void Confirmed_are_exactly_the_profiles_with_golden_scores() => Assert.Equal(
        Directory.GetFiles(SharedData.Require("fixtures/prm/cases"), "*.json").Select(path => Path.GetFileNameWithoutExtension(path)!)
            .Append("reasoning-prm-135m").Order(StringComparer.Ordinal),
        ProfileCatalog.All.Where(profile => profile.Status == ProfileStatus.Confirmed).Select(profile => profile.Name)
            .Order(StringComparer.Ordinal));

    [Fact]
    public void Every_profile_says_where_its_format_is_from() =>
        Assert.All(ProfileCatalog.All, profile => Assert.False(string.IsNullOrWhiteSpace(profile.Source), profile.Name));

    [Theory]
    [InlineData("{", "x.json:1:2: this is no JSON")]
    [InlineData("{\"name\": \"x\"}", "x.json:1:1: the file lacks \"version\"")]
    [InlineData("null", "x.json:1:1: the file is null; an object is allowed here")]
    public void What_is_no_profile_is_refused(string json, string reason) =>
        Assert.Contains(reason, Assert.Throws<ProfileException>(() => ProfileReader.Read(json, "x.json")).Message,
        StringComparison.Ordinal);

    [Theory]
    [InlineData("\"version\": 1", "\"version\": 0", "version is 0; a number of at least 1 is allowed here")]
    [InlineData("\"version\": 1", "\"version\": 99999999999", "version is 99999999999; a whole number is allowed here")]
    [InlineData("\"aggregation\": \"minimum\"", "\"aggregation\": \"minimum\", \"contextLength\": -5", "contextLength is -5")]
    [InlineData("0.5", "null", "threshold is null; a number is allowed here")]
    [InlineData("0.5", "1e999", "threshold is 1e999; a number is allowed here")]
    [InlineData("0.5", "1.5", "threshold lies outside")]
    [InlineData("\"good\": [\"+\"]", "\"good\": [null]", "reading.good[0] is null; a text is allowed here")]
    [InlineData("\"status\": \"unverified\"", "\"status\": \"golden\"", "one of \"confirmed\", \"unverified\" is allowed here")]
    [InlineData("\"title\"", "\"titel\"", "\"titel\" is not known here")]
    [InlineData("\"prompt\": {\"step\": [{\"step\": \"plain\"}, {\"read\": 0}]}", "\"prompt\": null",
        "prompt is null; an object is allowed")]
    [InlineData("{\"step\": \"plain\"}", "{}", "prompt.step[0] has 0 properties; exactly 1 property")]
    [InlineData("0.5", "0.5, \"calibration\": [{\"score\": 1, \"right\": 1}, {\"score\": 0, \"right\": 0}]", "does not ascend")]
    public void A_value_that_the_schema_does_not_allow_is_refused_with_its_place(string written, string instead, string message)
    {
        const string Right = "{\"name\": \"x\", \"version\": 1, \"title\": \"x\", \"status\": \"unverified\", \"signal\": \"correctness\", "
            + "\"threshold\": 0.5, \"aggregation\": \"minimum\", \"prompt\": {\"step\": [{\"step\": \"plain\"}, {\"read\": 0}]}, "
            + "\"reading\": {\"kind\": \"candidates\", \"good\": [\"+\"], \"bad\": [\"-\"]}}";
        Assert.Equal("x", ProfileReader.Read(Right, "x.json").Name);
        var error = Assert.Throws<ProfileException>(() => ProfileReader.Read(Right.Replace(written, instead, StringComparison.Ordinal),
            "x.json")).Message;
        Assert.Contains(message, error, StringComparison.Ordinal);
        Assert.DoesNotContain("System.", error, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("[{\"step\": \"plain\"}]", "{\"kind\": \"hidden\", \"head\": [\"score\"]}", "exactly one place")]
    [InlineData("[{\"read\": 0}]", "{\"kind\": \"mean-logit\"}", "step's text is missing")]
    [InlineData("[{\"step\": \"plain\", \"read\": 0}]", "{\"kind\": \"mean-logit\"}", "exactly 1 property")]
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
