using ReasoningLsp.Review.Checklists.Lists;
using ReasoningLsp.Review.Files;
using Xunit;

namespace ReasoningLsp.Review.Tests.Checklists;

public sealed class ChecklistReaderTests
{
    [Fact]
    public void A_task_list_is_read_with_weights_conditions_and_checks()
    {
        var (list, problems) = ChecklistReader.Read("team", """
            # Ours

            Prose is for people. - [ ] is no item here.

            - [ ] Is the answer in metres?
              - weight: 2.5
              - applies when: the problem has numbers
            - [x] Does every line
              of the work hold?
              - check: every-equality-holds
            1. [ ] Is it short?
            - no item
            """);
        Assert.Empty(problems);
        Assert.Equal(["Is the answer in metres?", "Does every line of the work hold?", "Is it short?"],
            list.Items.Select(item => item.Question));
        Assert.Equal((2.5, "the problem has numbers"), (list.Items[0].Weight, list.Items[0].AppliesWhen));
        Assert.Equal("every-equality-holds", list.Items[1].Check);
    }

    [Fact]
    public void What_is_written_is_read_again()
    {
        foreach (var name in BuiltInChecklists.Names)
        {
            var list = BuiltInChecklists.Find(name)!;
            Assert.Equal(list.Items, ChecklistReader.Read(name, ChecklistWriter.Write(list)).List.Items);
        }
    }

    [Theory]
    [InlineData("- [ ] A?\n  - weight: -1\n", 2, "weight")]
    [InlineData("- [ ] A?\n  - check: everything\n", 2, "exact check")]
    [InlineData("- [ ] A?\n- [ ] A?\n", 2, "already")]
    [InlineData("- [ ]\n- [ ] A?\n", 1, "characters")]
    [InlineData("nothing\n", 0, "no items")]
    public void What_cannot_be_read_is_reported_with_its_line(string text, int line, string word)
    {
        var problem = Assert.Single(ChecklistReader.Read("x", text).Problems);
        Assert.Equal(line, problem.Line);
        Assert.Contains(word, problem.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void An_item_of_a_hundred_kilobytes_is_left_out()
    {
        var (list, problems) = ChecklistReader.Read("x", $"- [ ] {new string('a', 100_000)}?\n- [ ] Short?\n");
        Assert.Equal(["Short?"], list.Items.Select(item => item.Question));
        Assert.Single(problems);
    }

    [Theory]
    [InlineData("../secrets")]
    [InlineData("/etc/passwd")]
    [InlineData("..")]
    public void A_reviewed_file_names_no_path(string name)
    {
        var (list, problems) = new ChecklistLibrary(Path.GetTempPath(), FolderFiles.Anywhere).Named(name);
        Assert.Null(list);
        Assert.Single(problems);
    }

    [Theory]
    [InlineData("ours/prof.md", true)]
    [InlineData("./ours/proof", true)]
    [InlineData("my lists/proof.md", true)]
    [InlineData("Is a/b reduced?", false)]
    [InlineData("答案化简为a/b了吗？", false)]
    public void A_mistyped_path_is_no_question(string entry, bool isPath)
    {
        var (list, problems) = new ChecklistLibrary(Path.GetTempPath(), FolderFiles.Anywhere).Resolve([entry]);
        Assert.Equal((isPath ? 0 : 1, isPath ? 1 : 0), (list.Items.Length, problems.Length));
        Assert.All(problems, problem => Assert.Contains($"\"{entry}\"", problem.Message, StringComparison.Ordinal));
    }
}
