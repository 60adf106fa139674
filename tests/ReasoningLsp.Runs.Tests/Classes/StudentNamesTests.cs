using ReasoningLsp.Review.Decisions;
using ReasoningLsp.Runs.Classes;
using ReasoningLsp.Runs.Tests.Support;
using Xunit;

namespace ReasoningLsp.Runs.Tests.Classes;

/// <summary>Nobody's page shows the work of another.</summary>
public sealed class StudentNamesTests
{
    [Theory]
    // Only known endings are taken off.
    [InlineData("hw/Anna.Schmidt.solution.md hw/Anna.Weber.solution.md", "Anna.Schmidt Anna.Weber")]
    [InlineData("Ann.TEX Ben.trace.json Cem.solution.txt Dan .md", "Ann Ben Cem Dan .md")]
    // One student's files in one folder are one page.
    [InlineData("hw/Ann.solution.md hw/Ann.tex", "Ann Ann")]
    // A folder for each student.
    [InlineData("A/Ann/homework.md A/Ben/homework.md A/Ben/more.md", "Ann/homework Ben/homework Ben/more")]
    [InlineData("A/Kim.md B/Kim.md C/Lee.md", "A/Kim B/Kim Lee")]
    [InlineData("A/Ann/src/hw.md A/Ben/src/hw.md", "Ann/src/hw Ben/src/hw")]
    [InlineData("hw.md A/hw.md", "hw A/hw")]
    [InlineData("a/Kim.md A/Kim.md", "a/Kim A/Kim")]
    [InlineData("a/kim.md b/Kim.md", "a/kim b/Kim")]
    public void A_student_is_told_by_what_tells_the_files_apart(string files, string students) =>
        Assert.Equal(students, string.Join(' ', StudentMark.Of(
            files.Split(' ').Select((file, at) => Kept.Of(at, "p", ["a"]) with { File = file, Id = "1", Number = 0 }),
            DecisionLog.Empty).Select(mark => mark.Student)));

    [Fact]
    public void Records_are_named_by_their_ids_and_by_their_file_where_these_are_alike()
    {
        static string[] Names(params (string File, string Id)[] records) => [.. StudentMark.Of(
            records.Select((each, at) => Kept.Of(at, "p", ["a"]) with { File = each.File, Id = each.Id, Number = at }),
            DecisionLog.Empty).Select(mark => mark.Student)];
        Assert.Equal(["Ann", "Ben", "Ann"], Names(("hw.jsonl", "Ann"), ("hw.jsonl", "Ben"), ("hw.jsonl", "Ann")));
        Assert.Equal(["Ann/1", "Ann/2", "Ben/1"], Names(("Ann.trace.jsonl", "1"), ("Ann.trace.jsonl", "2"), ("Ben.jsonl.gz", "1")));
        // A document of JSON is a file of records where it lists several, and one student's where it holds one.
        Assert.Equal(["Ann", "Ben", "Eve"], Names(("class.json", "Ann"), ("class.json", "Ben"), ("Eve.json", "1")));
        // An id may look like a path.
        Assert.Equal(3, Names(("A/Kim.md", "x"), ("B/Kim.md", "x"), ("hw.jsonl", "A/Kim")).Distinct().Count());
    }

    [Fact]
    public void Solutions_that_say_the_same_name_each_other()
    {
        var traces = new[] { "Ann.md", "Ben.md", "Cem.md" }.Select((file, at) =>
            Kept.Of(at, "p", ["a"]) with { File = file, Id = null, Number = 0, Hash = at == 1 ? "other" : "same" });
        Assert.Equal(["Cem.md", "", "Ann.md"], StudentMark.Of(traces, DecisionLog.Empty).Select(mark => string.Join(' ', mark.SameAs)));
        Assert.All(StudentMark.Of(traces.Select(trace => trace with { Steps = [] }), DecisionLog.Empty),
            mark => Assert.Empty(mark.SameAs));
    }
}
