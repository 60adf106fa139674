using ReasoningLsp.Cli.Tests.Support;
using ReasoningLsp.TestSupport;
using Xunit;

namespace ReasoningLsp.Cli.Tests.Reviewing;

public sealed class HtmlFormatTests
{
    [Fact]
    public async Task The_page_shows_each_step_with_its_state_in_words_and_the_evidence()
    {
        using var folder = new TestFolder();
        folder.Write("a.md", "Problem: Add.\n\nStep 1: 2 + 2 = 5.\n\nStep 2: Trivial.\n\nStep 3: 1 + 1 = 2.\n");
        await TestProgram.RunAsync(folder, "review", "a.md", "--format", "html", "-o", "r.html");
        var page = folder.Read("r.html");
        Assert.Contains("1 of 1 solution needs a look: 1 error, 0 warnings.", page, StringComparison.Ordinal);
        Assert.Contains("<mark>2 + 2 = 5</mark>", page, StringComparison.Ordinal);
        foreach (var word in (string[])["</span> checked</span>", "</span> nothing checkable</span>", "</span> flagged</span>"])
            Assert.Equal(3, page.Split(word).Length);
        Assert.Contains("<dt>left</dt><dd>2 + 2 = 4</dd>", page, StringComparison.Ordinal);
        Assert.Contains("✓ holds:</span> 1 + 1 = 2", page, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Reviewed_text_cannot_become_markup_and_the_page_fetches_nothing()
    {
        using var folder = new TestFolder();
        folder.Write("a.jsonl",
            """{"id": "<script>alert(1)</script>", "problem": "<img src=x onerror=alert(1)>", "steps": """
                + """["</div><script>alert(2)</script> 2 + 2 = 5"]}""");
        var page = (await TestProgram.RunAsync(folder, "review", "a.jsonl", "--format", "html")).Output;
        Assert.DoesNotContain("<script", page, StringComparison.OrdinalIgnoreCase);
        Assert.DoesNotContain("<img", page, StringComparison.OrdinalIgnoreCase);
        Assert.DoesNotContain("http:", page, StringComparison.Ordinal);
        Assert.DoesNotContain("https:", page, StringComparison.Ordinal);
        Assert.Contains("&lt;script&gt;alert(1)", page, StringComparison.Ordinal);
    }

    [Fact]
    public async Task The_page_is_well_formed()
    {
        using var folder = new TestFolder();
        folder.Write("a.md", "Problem: Add <b>.\n\nStep 1: 2 + 2 = 5 & more.\n\nAnswer: 5\n");
        var page = (await TestProgram.RunAsync(folder, "review", "a.md", "gone.md", "--format", "html")).Output;
        // As XML, but for the elements that HTML does not close.
        var xml = System.Text.RegularExpressions.Regex.Replace(page["<!doctype html>".Length..], "<meta ([^>]*)>", "<meta $1/>");
        Assert.Equal("html", System.Xml.Linq.XDocument.Parse(xml).Root!.Name.LocalName);
    }
}
