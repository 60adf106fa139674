using ReasoningLsp.Cli.Tests.Support;
using ReasoningLsp.Runs.Classes;
using ReasoningLsp.TestSupport;
using Xunit;

namespace ReasoningLsp.Cli.Tests.Runs;

/// <summary>What a class gets back: a page for each student and nobody else's work on it.</summary>
public sealed class ClassTests
{
    [Fact]
    public async Task Names_with_points_and_a_folder_for_each_student_make_a_page_for_each()
    {
        using var folder = new TestFolder();
        folder.Write("hw/Anna.Schmidt.solution.md", Solution("2 + 2 = 4"));
        folder.Write("hw/Anna.Weber.solution.md", Solution("2 + 3 = 5"));
        folder.Write("hw/Cem/homework.solution.md", Solution("2 + 4 = 6"));
        folder.Write("hw/Dan/homework.solution.md", Solution("2 + 2 = 4"));
        await TestProgram.RunAsync(folder, "review", "hw", "--run", "r");
        var run = await TestProgram.RunAsync(folder, "class", "r");
        Assert.Equal(["Anna.Schmidt.html", "Anna.Weber.html", "Cem_homework.html", "Dan_homework.html"],
            Directory.GetFiles(folder.At("class"), "*.html").Select(Path.GetFileName).Order(StringComparer.Ordinal));
        Assert.DoesNotContain("2 + 2", folder.Read("class/Anna.Weber.html"), StringComparison.Ordinal);
        Assert.Contains("hw/Anna.Schmidt.solution.md: the same text as hw/Dan/homework.solution.md", run.Error, StringComparison.Ordinal);
        Assert.DoesNotContain("Dan", folder.Read("class/Anna.Schmidt.html"), StringComparison.Ordinal);
        Assert.Equal("hw/Anna.Schmidt.solution.md: the same text as hw/Dan/homework.solution.md",
            (await TestProgram.RunAsync(folder, "triage", "r")).Error.Trim());
        Assert.EndsWith(",hw/Anna.Schmidt.solution.md\r\n", folder.Read("class/class.csv"), StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_mark_is_of_one_file_also_where_another_says_the_same()
    {
        using var folder = new TestFolder();
        foreach (var name in (string[])["Ben", "Cem"])
            folder.Write($"hw/{name}.solution.md", Solution("2 + 2 = 4"));
        await TestProgram.RunAsync(folder, "review", "hw", "--run", "r");
        Assert.Equal(0, (await TestProgram.RunAsync(folder, "note", "hw/Ben.solution.md", "--mark", "3", "--text", "almost")).ExitCode);
        await TestProgram.RunAsync(folder, "class", "r");
        Assert.Contains("Mark: 3 of 4", folder.Read("class/Ben.html"), StringComparison.Ordinal);
        Assert.Contains("Proposed mark: 4 of 4", folder.Read("class/Cem.html"), StringComparison.Ordinal);
        // A file that was renamed keeps it, and loses it where it is taken back there.
        File.Move(folder.At("hw/Ben.solution.md"), folder.At("hw/Benjamin.solution.md"));
        await TestProgram.RunAsync(folder, "review", "hw", "--run", "s");
        await TestProgram.RunAsync(folder, "class", "s");
        Assert.Contains("Mark: 3 of 4", folder.Read("class/Benjamin.html"), StringComparison.Ordinal);
        Assert.Equal(0, (await TestProgram.RunAsync(folder, "note", "hw/Benjamin.solution.md", "--remove")).ExitCode);
        await TestProgram.RunAsync(folder, "class", "s");
        Assert.Contains("Proposed mark: 4 of 4", folder.Read("class/Benjamin.html"), StringComparison.Ordinal);
    }

    // Solutions of MGSM, with a slip each.
    [Theory]
    [InlineData("de",
        "Leah hat 32 Pralinen. Das bedeutet, dass es ursprünglich 32 + 42 = 75 Pralinen waren. Also haben sie noch welche übrig.",
        "Diese Rechnung stimmt nicht: Es ist", "ursprünglich 32 + 42 = 74 Pralinen waren", "kann trotzdem falsch sein")]
    [InlineData("es", "Recibió 2 de la mamá, por lo que después de eso tiene 5 + 2 = 8 juguetes. Luego, recibió 2 más del papá.",
        "Este cálculo no es correcto:",
        "Corregido: <bdi>Recibió 2 de la mamá, por lo que después de eso tiene 5 + 2 = 7", "puede estar mal")]
    [InlineData("en", "He got 2 from mom, so after that he has 5 + 2 = 8 toys. Then he got 2 more from dad.",
        "Look again at step 1.", "Corrected: <bdi>He got 2 from mom, so after that he has 5 + 2 = 7 toys", "may still be wrong")]
    public async Task A_page_speaks_the_language_of_the_solutions(string code, string step, params string[] says)
    {
        using var folder = new TestFolder();
        folder.Write("hw/Ann.solution.md", $"Solution:\n\nStep 1: {step}\n");
        await TestProgram.RunAsync(folder, "review", "hw", "--run", "r");
        await TestProgram.RunAsync(folder, "class", "r");
        var page = folder.Read("class/Ann.html");
        Assert.Contains($"<html lang=\"{code}\">", page, StringComparison.Ordinal);
        Assert.All(says, said => Assert.Contains(said, page, StringComparison.Ordinal));
        Assert.DoesNotContain("<p dir=\"auto\" class=\"remark\" lang=", page, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_short_solution_has_a_page_in_the_language_of_its_problem_or_of_most_of_the_class()
    {
        using var folder = new TestFolder();
        folder.Write("hw/Ann.solution.md", "Aufgabe: Wie viele Eier sind es, wenn es 3 Kisten mit je 4 sind?\n\nLösung: 3 * 4 = 12\n");
        folder.Write("hw/Ben.solution.md", Solution("Es sind 3 * 4 = 12 Eier, das ist alles und nicht mehr."));
        folder.Write("hw/Cem.solution.md", Solution("3 * 4 = 12"));
        folder.Write("hw/Dan.solution.md", Solution("That means in total 3 * 4 = 12 eggs were in the boxes and that is all."));
        await TestProgram.RunAsync(folder, "review", "hw", "--run", "r");
        await TestProgram.RunAsync(folder, "class", "r");
        foreach (var (name, code) in (ReadOnlySpan<(string, string)>)[("Ann", "de"), ("Ben", "de"), ("Cem", "de"), ("Dan", "en")])
            Assert.True(folder.Read($"class/{name}.html").Contains($"<html lang=\"{code}\">", StringComparison.Ordinal), name);
    }

    [Theory]
    [InlineData("de", "de", "de", null, "en")]
    [InlineData(null, "de", null)] // one alone is no class
    [InlineData(null, "de", "de", "en", "en")]
    [InlineData(null)]
    public void Most_of_a_class_are_more_than_half_of_those_that_are_certain(string? most, params string?[] certain) =>
        Assert.Equal(most, ClassLanguage.OfMost(certain));

    [Fact]
    public async Task A_teacher_says_the_language_of_the_pages()
    {
        using var folder = new TestFolder();
        folder.Write("hw/Ann.solution.md", Solution("That means in total 4 * 5 = 25 computers were added."));
        await TestProgram.RunAsync(folder, "review", "hw", "--run", "r");
        Assert.Equal(0, (await TestProgram.RunAsync(folder, "class", "r", "--language", "ar")).ExitCode);
        var page = folder.Read("class/Ann.html");
        Assert.Contains("<html lang=\"ar\" dir=\"rtl\">", page, StringComparison.Ordinal);
        Assert.Contains("<span class=\"text\" dir=\"auto\" lang=\"en\">That means", page, StringComparison.Ordinal);
        var unknown = await TestProgram.RunAsync(folder, "class", "r", "--language", "xx");
        Assert.Equal(2, unknown.ExitCode);
        Assert.Contains("--language xx is none of the languages that a page can be written in: ar, de, en", unknown.Error,
            StringComparison.Ordinal);
    }

    [Fact]
    public async Task What_was_edited_or_is_gone_since_the_run_is_told_and_so_are_pages_that_nobody_has_any_more()
    {
        using var folder = new TestFolder();
        foreach (var name in (string[])["Ann", "Ben", "Cem"])
            folder.Write($"hw/{name}.solution.md", Solution("2 + 2 = 4"));
        await TestProgram.RunAsync(folder, "review", "hw", "--run", "r");
        var first = await TestProgram.RunAsync(folder, "class", "r");
        Assert.DoesNotContain("since", first.Error, StringComparison.Ordinal);
        folder.Write("hw/Ann.solution.md", Solution("2 + 2 = 5"));
        File.Delete(folder.At("hw/Ben.solution.md"));
        var second = await TestProgram.RunAsync(folder, "class", "r");
        Assert.Contains("hw/Ann.solution.md was changed since; the page shows what was reviewed.", second.Error, StringComparison.Ordinal);
        Assert.Contains("hw/Ben.solution.md is gone since", second.Error, StringComparison.Ordinal);
        Assert.Contains("`reasoning-lsp run remove r`, then `reasoning-lsp review … --run r`", second.Error, StringComparison.Ordinal);
        Assert.Contains("hw/Ann.solution.md was changed since.", folder.Read("class/Ann.html"), StringComparison.Ordinal);
        Assert.DoesNotContain("since", folder.Read("class/Cem.html"), StringComparison.Ordinal);
        // Reviewed anew, Ben's page is of an earlier time; what somebody else put there is nobody's business.
        folder.Write("class/index.html", "<html>");
        await TestProgram.RunAsync(folder, "run", "remove", "r");
        await TestProgram.RunAsync(folder, "review", "hw", "--run", "r");
        var third = await TestProgram.RunAsync(folder, "class", "r");
        Assert.Contains("class/Ben.html is of an earlier time", third.Error, StringComparison.Ordinal);
        Assert.DoesNotContain("index.html", third.Error, StringComparison.Ordinal);
        Assert.True(File.Exists(folder.At("class/Ben.html")));
    }

    [Fact]
    public async Task Who_handed_in_the_same_is_told_once()
    {
        using var folder = new TestFolder();
        foreach (var name in (string[])["Ann", "Ben", "Cem"])
            folder.Write($"class/{name}.solution.md", "Problem: How many?\n\nSolution:\n\n2 + 2 = 5\n");
        await TestProgram.RunAsync(folder, "review", "class", "--run", "r");
        var written = await TestProgram.RunAsync(folder, "class", "r");
        Assert.Equal(2, written.Error.Split("the same text as").Length);
        Assert.Contains("class/Ann.solution.md: the same text as class/Ben.solution.md, class/Cem.solution.md", written.Error,
            StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_homework_in_which_nothing_stands_is_named()
    {
        using var folder = new TestFolder();
        folder.Write("hw/Ann.solution.md", Solution("2 + 2 = 4"));
        folder.Write("hw/Ben.solution.md", "");
        var run = await TestProgram.RunAsync(folder, "review", "hw", "--run", "r");
        Assert.Equal(2, run.ExitCode);
        Assert.Contains("hw/Ben.solution.md", run.Error, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("--output", "class", "r", "-o", "")]
    [InlineData("--dismiss", "triage", "r", "--group", "1", "--dismiss", " ")]
    [InlineData("--plant", "bench", "a.jsonl", "--plant", "")]
    public async Task An_empty_text_is_no_value(string option, params string[] arguments)
    {
        using var folder = new TestFolder();
        var run = await TestProgram.RunAsync(folder, arguments);
        Assert.Equal(2, run.ExitCode);
        Assert.Contains($"{option} is given an empty text.", run.Error, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("--failures", "f.jsonl")]
    [InlineData("--plant", "all")]
    [InlineData("--level", "carried")]
    [InlineData("--accepted", "a.jsonl")]
    [InlineData("--fix=exact")]
    [InlineData("--alarms")]
    [InlineData("--vary")]
    [InlineData("--attack")]
    public async Task What_measures_files_is_refused_of_a_run(params string[] option)
    {
        using var folder = new TestFolder();
        folder.Write("a.solution.md", Solution("2 + 2 = 4"));
        await TestProgram.RunAsync(folder, "review", "a.solution.md", "--run", "r");
        var run = await TestProgram.RunAsync(folder, ["bench", "r", .. option]);
        Assert.Equal(2, run.ExitCode);
        Assert.Contains($"{option[0].Split('=')[0]} measures files of labelled traces, and r is a run", run.Error,
            StringComparison.Ordinal);
        var labels = await TestProgram.RunAsync(folder, "bench", "r", "--format", "jsonl", "--labels", "decisions");
        Assert.DoesNotContain("measures files", labels.Error, StringComparison.Ordinal);
    }

    private static string Solution(string step) => $"Problem: How many?\n\nSolution:\n\nStep 1: {step}\n";
}
