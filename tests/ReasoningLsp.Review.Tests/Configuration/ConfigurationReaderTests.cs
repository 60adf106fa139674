using CsCheck;
using ReasoningLsp.Review.Configuration;
using ReasoningLsp.Review.Findings;
using Xunit;

namespace ReasoningLsp.Review.Tests.Configuration;

public sealed class ConfigurationReaderTests
{
    [Fact]
    public void Comments_and_trailing_commas_are_welcome()
    {
        var (configuration, problems) = ConfigurationReader.Read("c.json",
            "{ // why\n \"rules\": { \"rr101\": \"off\", \"RR201\": \"error\", }, }");
        Assert.Empty(problems);
        Assert.Null(configuration.Rules["RR101"]);
        Assert.Equal(Severity.Error, configuration.Rules["RR201"]);
    }

    [Fact]
    public void A_problem_stands_where_a_person_looks_for_it()
    {
        var (configuration, problems) = ConfigurationReader.Read("c.json", "{\n  \"root\": true,\n  \"é\": 1, \"failon\": \"error\"\n}");
        Assert.True(configuration.Root);
        Assert.Equal([(3, 3, "é"), (3, 11, "failon")], problems.Select(problem => (problem.Line, problem.Column, problem.Key)));
        Assert.Equal("Did you mean \"failOn\"?", problems[1].Remedy);
    }

    [Fact]
    public void What_is_set_twice_is_said_so_and_the_last_one_counts()
    {
        var (configuration, problems) = ConfigurationReader.Read("c.json", """{ "failOn": "hint", "failOn": "never" }""");
        Assert.Equal(FailOn.Never, configuration.FailOn);
        Assert.Contains("set twice", Assert.Single(problems).Message, StringComparison.Ordinal);
    }

    [Fact]
    public void What_stands_before_broken_JSON_still_holds_or_is_reported()
    {
        Assert.NotEmpty(ConfigurationReader.Read("c.json", "{ \"root\": true, \"rules\"").Problems);
        Assert.NotEmpty(ConfigurationReader.Read("c.json", new string('[', 100_000)).Problems);
    }

    [Theory]
    [InlineData("")]
    [InlineData(" \r\n")]
    [InlineData("\uFEFF\n")]
    public void A_file_that_was_just_made_sets_nothing_and_can_be_added_to(string text)
    {
        var (configuration, problems) = ConfigurationReader.Read("c.json", text);
        Assert.Equal((FolderConfiguration.None, 0), (configuration, problems.Length));
        var folder = Directory.CreateTempSubdirectory().FullName;
        try
        {
            var path = Path.Combine(folder, FolderConfiguration.FileName);
            File.WriteAllText(path, text);
            IncludeWriter.Add(folder, ["a.md"]);
            Assert.Equal(["a.md"], ConfigurationReader.Read(path, File.ReadAllText(path)).Configuration.Include);
        }
        finally
        {
            Directory.Delete(folder, recursive: true);
        }
    }

    [Fact]
    public void No_text_makes_the_reader_throw() =>
        Gen.OneOf(Gen.String, Gen.OneOf("{", "}", "[", "]", "\"rules\"", ":", ",", "\"RR101\"", "\"off\"", "true", "1", "\"include\"",
        "null").Array[0, 12].Select(string.Concat))
            .Sample(text => { ConfigurationReader.Read("c.json", text); }, iter: 5_000);

    [Theory]
    [InlineData("rulez", "rules")]
    [InlineData("faliOn", "failOn")]
    [InlineData("RR1O1", null)]
    public void The_nearest_word_is_found_through_a_slip_of_the_fingers(string word, string? meant) =>
        Assert.Equal(meant, Spelling.Nearest(word, ["root", "rules", "failOn", "include"]));
}
