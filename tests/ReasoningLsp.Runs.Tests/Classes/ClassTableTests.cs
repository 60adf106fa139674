using ReasoningLsp.Runs.Classes;
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
        ClassTable.Write(text, StudentMark.Of([one, two]));
        Assert.Equal(
            [
                "student,file,problem,steps,checked,flagged steps,rules,mistakes,proposed mark",
                "Ann,hw/Ann.solution.md,'=1+1,2,0,2,RR101,,3", "\"Bob, Jr\",\"hw/Bob, Jr.md\",,1,0,,,,4", "",
            ], text.ToString().Split("\r\n"));
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
