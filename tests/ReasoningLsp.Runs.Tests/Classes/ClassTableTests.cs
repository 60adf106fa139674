using ReasoningLsp.Review.Decisions;
using ReasoningLsp.Runs.Classes;
using ReasoningLsp.Runs.Pages;
using ReasoningLsp.Runs.Tests.Support;
using Xunit;

namespace ReasoningLsp.Runs.Tests.Classes;

/// <summary>A class's marks, as a spreadsheet reads them.</summary>
public sealed class ClassTableTests
{
    [Fact]
    public void A_row_for_each_solution_and_nothing_that_a_spreadsheet_computes()
    {
        var one = Kept.Of(0, "p", ["a", "b"], null, Kept.Error(1)) with { File = "hw/Ann.solution.md", Id = "=1+1" };
        var two = Kept.Of(1, "p", ["a"]) with { File = "hw/Bob, Jr.md", Id = null };
        using var text = new StringWriter();
        ClassTable.Write(text, StudentMark.Of([one, two], DecisionLog.Empty));
        Assert.Equal(
            [
                "student,file,problem,steps,checked,flagged steps,rules,mistakes,proposed mark,mark",
                "Ann,hw/Ann.solution.md,'=1+1,2,0,2,RR101,,3,", "\"Bob, Jr\",\"hw/Bob, Jr.md\",,1,0,,,,4,", "",
            ], text.ToString().Split("\r\n"));
    }

    [Fact]
    public void A_mark_that_was_given_and_a_finding_that_was_dismissed_count()
    {
        var trace = Kept.Of(0, "p", ["a", "b"], null, Kept.Error(1)) with { File = "hw/Ann.solution.md", Id = null };
        var name = SolutionName.Of(trace.Problem, trace.Steps, trace.Id, trace.Number, trace.File);
        var log = new DecisionLog([
            Saying.Mark(name, 2, "", default, "Ada"), Saying.Note(name, 1, "Say why", null, default, "Ada"),
            trace.Says(trace.Findings[0], DecisionKind.WrongFinding, "", default, "Ada")]);
        using var text = new StringWriter();
        var marks = StudentMark.Of([trace], log).ToList();
        ClassTable.Write(text, marks);
        Assert.EndsWith("Ann,hw/Ann.solution.md,,2,0,,,,4,2\r\n", text.ToString(), StringComparison.Ordinal);
        using var page = new StringWriter();
        StudentPage.Write(page, "Ann", marks);
        Assert.Contains("Mark: 2 of 4", page.ToString(), StringComparison.Ordinal);
        Assert.Contains("Say why", page.ToString(), StringComparison.Ordinal);
    }

    [Fact]
    public void The_proposed_mark_follows_the_checklist_where_there_is_one()
    {
        var trace = Kept.Of(0, "p", ["a", "b"], null, Kept.Error(1));
        Assert.Equal(3, new StudentMark("x", trace).Proposed);
        Assert.Equal(2, new StudentMark("x", trace with { PassRate = 0.5 }).Proposed);
        Assert.Equal(0, new StudentMark("x", trace with { Steps = [], Findings = [] }).Proposed);
    }
}
