using ReasoningLsp.Review.Decisions;
using ReasoningLsp.Runs.Classes;
using ReasoningLsp.Runs.Pages;
using ReasoningLsp.Runs.Records;
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
                "student,file,problem,steps,checked,flagged steps,rules,mistakes,proposed mark,mark,remarks,same text as",
                "Ann,hw/Ann.solution.md,'=1+1,2,0,2,RR101,,3,,,", "\"Bob, Jr\",\"hw/Bob, Jr.md\",,1,0,,,,,,,", "",
            ], text.ToString().Split("\r\n"));
    }

    // Where a semicolon or a tab parts cells, as in a spreadsheet of another country, one begins behind it.
    [Theory]
    [InlineData("=1+1", "'=1+1")]
    [InlineData("a;=HYPERLINK(1)", "\"a;'=HYPERLINK(1)\"")]
    [InlineData("a,\t@b", "\"a,'\t'@b\"")]
    [InlineData("a\n-1", "\"a\n'-1\"")]
    [InlineData("＝1", "'＝1")]
    [InlineData("\u001B[31mred\0", "\uFFFD[31mred\uFFFD")]
    [InlineData("Anna-Lena = x", "Anna-Lena = x")]
    public void What_a_stranger_wrote_stays_text(string id, string cell)
    {
        using var text = new StringWriter();
        ClassTable.Write(text, StudentMark.Of([Kept.Of(0, "p", ["a"]) with { File = "a.md", Id = id }], DecisionLog.Empty));
        Assert.EndsWith($"\r\na,a.md,{cell},1,0,,,,,,,\r\n", text.ToString(), StringComparison.Ordinal);
    }

    [Fact]
    public void A_mark_or_a_note_of_an_earlier_text_says_so()
    {
        var trace = Kept.Of(0, "p", ["a", "b"]) with { File = "hw/Ann.solution.md", Id = null };
        var earlier = SolutionName.Of("p", ["a", "c"], null, 0, trace.File);
        var marks = StudentMark.Of([trace], new DecisionLog([Saying.Mark(earlier, 2, "", default, "Ada") with { File = trace.File },
            Saying.Note(earlier, 1, "Say why", null, default, "Ada") with { File = trace.File }]),
            new Dictionary<string, string> { [trace.File] = StudentMark.Changed }).ToList();
        using var page = new StringWriter();
        StudentPage.Write(page, "Ann", marks);
        Assert.Contains("Mark: 2 of 4, given to an earlier text.", page.ToString(), StringComparison.Ordinal);
        Assert.Contains("Say why (of an earlier text)", page.ToString(), StringComparison.Ordinal);
        Assert.Contains("This is the text that was reviewed; hw/Ann.solution.md was changed since.", page.ToString(),
            StringComparison.Ordinal);
        using var text = new StringWriter();
        ClassTable.Write(text, marks);
        Assert.Contains(",2,\"was changed since; the mark is of an earlier text\",", text.ToString(), StringComparison.Ordinal);
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
        Assert.EndsWith("Ann,hw/Ann.solution.md,,2,0,,,,,2,,\r\n", text.ToString(), StringComparison.Ordinal);
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
        // Of what nobody could check nothing is proposed.
        var silent = Kept.Of(0, "p", ["Because it is so."]);
        Assert.Null(new StudentMark("x", silent).Proposed);
        Assert.Equal(4, new StudentMark("x", silent with { States = ["checked"] }).Proposed);
    }

    [Fact]
    public void An_error_of_the_whole_costs_what_one_of_a_step_does_and_what_was_not_read_has_no_mark()
    {
        var trace = Kept.Of(0, "p", ["a", "b"]) with { States = ["checked", "nothing checkable"] };
        RunFinding Of(string rule, string severity, int? step) => new(rule, severity, step, "m", 1);
        int? Proposed(params RunFinding[] findings) => new StudentMark("x", trace with { Findings = [.. findings] }).Proposed;
        Assert.Equal(4, Proposed());
        Assert.Equal(3, Proposed(Of("RR390", "error", null)));
        Assert.Equal(3, Proposed(Of("RR303", "error", null), Of("RR390", "error", null)));
        Assert.Equal(2, Proposed(Of("RR303", "error", null), Kept.Error(1)));
        Assert.Equal(4, Proposed(Of("RR303", "hint", null), Of("RR002", "warning", 1)));
        var unread = trace with { States = ["flagged", "nothing checkable"], Findings = [Of("RR002", "warning", 0)] };
        Assert.Null(new StudentMark("x", unread).Proposed);
        Assert.Null(new StudentMark("x", trace with { Steps = [], States = [], Error = "broken" }).Proposed);
        Assert.Null(new StudentMark("x", trace with { Steps = [], States = [], PassRate = 0 }).Proposed);
    }
}
