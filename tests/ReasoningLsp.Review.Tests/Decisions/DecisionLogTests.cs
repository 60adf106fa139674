using System.Collections.Immutable;
using NJsonSchema;
using ReasoningLsp.Review.Decisions;
using ReasoningLsp.TestSupport;
using Xunit;

namespace ReasoningLsp.Review.Tests.Decisions;

/// <summary>What stands of what people said: it follows its text, and its place where the text was changed.</summary>
public sealed class DecisionLogTests
{
    private static readonly DateTimeOffset Noon = new(2026, 1, 31, 12, 0, 0, TimeSpan.Zero);

    [Fact]
    public async Task Every_kind_is_a_line_that_is_read_back_and_follows_the_schema()
    {
        var solution = Solution("a.md", "1 + 1 = 2", "2 + 2 = 4");
        var note = Saying.Note(solution, 1, "Show\nthe units", "2 + 2 = 4", Noon, "Ada");
        Decision[] said =
        [
            note, note.Undo(Noon, "Bob"), Saying.Mark(solution, 3, "almost", Noon, "Ada"),
            Saying.Ask(solution, 0, "Eve", "meant?", Noon, "Ada"),
            new(DecisionKind.Asked, "RR101", "abc", "meant?", Noon, null) { Whom = "Eve" },
            new Decision(DecisionKind.WrongFinding, "RR101", "abc", "r", Noon, null).Undo(Noon, null),
            new Decision(DecisionKind.ItemVerdict, "RR501", "abc", "r", Noon, null) { Item = "i", Verdict = "yes" }.Undo(Noon, null),
        ];
        var (log, problems) = DecisionFile.Parse(string.Concat(said.Select(DecisionFile.Format)));
        Assert.Empty(problems);
        Assert.Equal(said, log.Decisions);
        var schema = await JsonSchema.FromFileAsync(Repository.Path("docs/decisions.schema.json"), TestContext.Current.CancellationToken);
        Assert.All(said, decision => Assert.Empty(schema.Validate(DecisionFile.Format(decision))));
        Assert.NotEmpty(schema.Validate("""{"decision":"mark","step":"a","when":"2026-01-31","mark":7}"""));
    }

    [Fact]
    public void The_later_line_wins_even_within_one_moment_and_what_is_undone_was_never_said()
    {
        var wrong = new Decision(DecisionKind.WrongFinding, "RR101", "abc", "r", Noon, null);
        var right = wrong with { Kind = DecisionKind.Accepted };
        var finding = DecisionSubject.Of("rr101", "abc", "3 + 4 = 7, not 8.");
        Assert.Equal(DecisionKind.Accepted, new DecisionLog([wrong, right]).OnFinding(finding)!.Kind);
        Assert.Equal(DecisionKind.WrongFinding, new DecisionLog([right, wrong]).OnFinding(finding)!.Kind);
        var undone = new DecisionLog([wrong, right, right.Undo(Noon, null)]);
        Assert.Null(undone.OnFinding(finding));
        Assert.False(undone.IsDecided(finding));
        Assert.False(new DecisionLog([wrong with { Kind = DecisionKind.Asked }]).IsDecided(finding));
    }

    [Fact]
    public void Of_two_findings_of_a_rule_in_one_step_each_is_decided_by_itself()
    {
        const string First = "2·3 = 6, the step says 7.", Second = "4·5 = 20, the step says 21.";
        var wrong = new Decision(DecisionKind.WrongFinding, "RR101", "abc", "r", Noon, null) { Statement = First };
        var log = new DecisionLog([wrong]);
        Assert.True(log.IsDecided(DecisionSubject.Of("RR101", "abc", First)));
        Assert.False(log.IsDecided(DecisionSubject.Of("RR101", "abc", Second)));
        // The words of a message may change, what it says of which numbers does not.
        Assert.True(log.IsDecided(DecisionSubject.Of("RR101", "abc", "2 × 3 is 6 and not 7!")));
        // What was said without a statement, and taken back without one, is of all that the rule finds there.
        var all = new Decision(DecisionKind.WrongFinding, "RR101", "abc", "r", Noon.AddMinutes(1), null);
        Assert.True(new DecisionLog([all]).IsDecided(DecisionSubject.Of("RR101", "abc", Second)));
        Assert.False(new DecisionLog([wrong, all, all.Undo(Noon.AddMinutes(2), null)])
            .IsDecided(DecisionSubject.Of("RR101", "abc", First)));
    }

    [Theory]
    [InlineData("RR101", "1.5·3 = 4,500, not 7.", "1.5 3 4,500 7")]
    [InlineData("RR303", "The work ends with 12, the answer is given as 13.", "12 13")]
    [InlineData("RR301", "x is 4 here and 5 in step 2.", "4 5")]
    [InlineData("RR301", "No number.", "")]
    [InlineData("RR401", "The model gives 0.12.", "")]
    [InlineData("RR202", "It repeats step 3.", "")]
    public void A_decision_knows_a_finding_by_its_numbers(string rule, string message, string numbers) =>
        Assert.Equal(numbers, DecisionSubject.Of(rule, "abc", message).Numbers);

    [Fact]
    public void Two_records_of_one_file_that_say_the_same_have_marks_and_notes_of_their_own()
    {
        SolutionName Of(string id) => SolutionName.Of("How many?", ["3 * 4 = 13", "13 - 1 = 12"], id, 0, "class.jsonl");
        var (ben, fay) = (Of("ben"), Of("fay"));
        var log = new DecisionLog([
            Saying.Mark(fay, 3, "", Noon, "Ada") with { File = "class.jsonl" },
            Saying.Note(fay, 1, "units", null, Noon, "Ada") with { File = "class.jsonl" }]);
        Assert.Equal((3, 1), (log.MarkOf(fay)?.Mark, log.NotesIn(fay)));
        Assert.Equal((null, 0), (log.MarkOf(ben)?.Mark, log.NotesIn(ben)));
        var both = new DecisionLog([.. log.Decisions, Saying.Mark(ben, 1, "", Noon.AddDays(1), "Ada") with { File = "class.jsonl" }]);
        Assert.Equal((3, 1), (both.MarkOf(fay)?.Mark, both.MarkOf(ben)?.Mark));
    }

    [Fact]
    public void A_note_follows_its_text_to_another_file_and_its_place_through_an_edit()
    {
        var written = Solution("a.md", "1 + 1 = 2", "2 + 2 = 4");
        var log = new DecisionLog([Saying.Note(written, 1, "units", null, Noon, "Ada") with { File = "old/a.md" }]);
        Assert.Equal((1, false), Note(log, written));
        Assert.Equal((1, false), Note(log, Solution("moved.md", "1 + 1 = 2", "2 + 2 = 4")));
        Assert.Equal((2, false), Note(log, Solution("a.md", "0 + 1 = 1", "1 + 1 = 2", "2 + 2 = 4")));
        Assert.Equal((1, true), Note(log, Solution("a.md", "1 + 1 = 2", "2 + 2 = 4 apples")));
        // The same step of somebody else's.
        Assert.Null(Note(log, Solution("b.md", "7 + 1 = 8", "2 + 2 = 4")));
    }

    [Fact]
    public void A_mark_is_of_a_text_and_says_when_that_has_changed()
    {
        var written = Solution("a.md", "1 + 1 = 2");
        var log = new DecisionLog([
            Saying.Mark(written, 2, "", Noon, "Ada") with { File = "a.md" },
            Saying.Mark(written, 3, "", Noon, "Ada") with { File = "a.md" }]);
        Assert.Equal((3, false), Mark(log, written));
        Assert.Equal((3, false), Mark(log, Solution("b.md", "1 + 1 = 2")));
        Assert.Equal((3, true), Mark(log, Solution("a.md", "1 + 1 = 3")));
        Assert.Null(Mark(log, Solution("b.md", "1 + 1 = 3")));
        var undone = new DecisionLog([.. log.Decisions, log.Decisions[1].Undo(Noon, null)]);
        Assert.Null(Mark(undone, written));
    }

    [Fact]
    public void A_note_stays_with_its_step_when_steps_come_before_it_and_it_is_written_anew()
    {
        var written = Solution("a.md", "So 24 * 12 = 288", "Then 288 - 35 = 243");
        var log = new DecisionLog([Saying.Note(written, 0, "units?", "So 24 * 12 = 288", Noon, "Ada") with { File = "a.md" }]);
        Assert.Equal((0, false), Note(log, written));
        Assert.Equal((1, true), Note(log, Solution("a.md", "A baker sells rolls.", "So 24 * 12 = 288 rolls", "Then 288 - 35 = 243")));
        Assert.Equal((0, true), Note(log, Solution("a.md", "Another solution.", "Of other words.")));
        Assert.Equal((null, true), Note(log, Solution("a.md")));
    }

    [Fact]
    public void Who_handed_in_the_same_text_has_marks_and_notes_of_his_own()
    {
        using var folder = new TestFolder();
        folder.Write("A/Ben.md", "x");
        folder.Write("A/Cem.md", "x");
        folder.Write("B/Ben.md", "x");
        Decision At(Decision said, string file) => said with { File = file, Path = folder.At(file) };
        var (ben, cem) = (Solution("hw/A/Ben.md", "1 + 1 = 2"), Solution("hw/A/Cem.md", "1 + 1 = 2"));
        var mark = At(Saying.Mark(ben, 3, "", Noon, "Ada"), "A/Ben.md");
        DecisionLog log = new([mark, At(Saying.Note(ben, null, "why?", null, Noon, "Ada"), "A/Ben.md"),
            At(Saying.Note(ben, 0, "units", null, Noon, "Ada"), "A/Ben.md")]);
        Assert.Equal((3, 2), Said(log, ben));
        Assert.Equal((3, 2), Said(log, Solution("/anywhere/hw/A/Ben.md", "1 + 1 = 2")));
        Assert.Equal((null, 0), Said(log, cem));
        Assert.Equal((null, 0), Said(log, Solution("hw/B/Ben.md", "1 + 1 = 2")));
        Assert.Equal((null, 0), Said(log, Solution("hw/B/Ben.md", "1 + 1 = 3")));
        Assert.Equal((0, 2), (log.NotesIn(cem), log.NotesIn(ben)));
        // Each has a mark of its own, and loses only that.
        var own = At(Saying.Mark(cem, 1, "", Noon.AddDays(1), "Ada"), "A/Cem.md");
        log = new([.. log.Decisions, own]);
        Assert.Equal((3, 1), (log.MarkOf(ben)!.Mark, log.MarkOf(cem)!.Mark));
        log = new([.. log.Decisions, mark.Undo(Noon.AddDays(2), null)]);
        Assert.Equal((null, 1), (log.MarkOf(ben)?.Mark, log.MarkOf(cem)!.Mark));
        // A file that is gone was moved, whatever it is called now.
        File.Delete(folder.At("A/Ben.md"));
        log = new([mark]);
        Assert.Equal(3, log.MarkOf(Solution("hw/B/Ben.md", "1 + 1 = 2"))!.Mark);
        // With another text it is no move: a file of that name in another folder is somebody else's.
        Assert.Null(log.MarkOf(Solution("hw/B/Ben.md", "1 + 1 = 3")));
        // Moved, and marked again: the mark of the place where it is counts, and what is taken back takes back both.
        Assert.Equal(1, new DecisionLog([own, mark with { When = Noon.AddDays(3) }]).MarkOf(cem)!.Mark);
        Assert.Equal([3, 1], new DecisionLog([mark, own]).MarksOf(cem).Select(each => each.Mark!.Value));
    }

    private static (int?, int) Said(DecisionLog log, SolutionName solution) =>
        log.Of(() => solution, []) is var said ? (said.Mark?.Mark, said.Notes.Length) : default;

    private static SolutionName Solution(string file, params ImmutableArray<string> steps) => SolutionName.Of("Add.", steps, null, 0, file);

    private static (int?, bool)? Note(DecisionLog log, SolutionName solution) =>
        log.Of(() => solution, []).Notes is [var note] ? (note.Step, note.IsOutdated) : null;

    private static (int, bool)? Mark(DecisionLog log, SolutionName solution) =>
        log.Of(() => solution, []).Mark is { } mark ? (mark.Mark, mark.IsOutdated) : null;
}
