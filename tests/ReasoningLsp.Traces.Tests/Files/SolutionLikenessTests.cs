using ReasoningLsp.Traces.Files;
using ReasoningLsp.Traces.Reading;
using Xunit;

namespace ReasoningLsp.Traces.Tests.Files;

/// <summary>Only what is a worked solution beyond doubt is offered for review.</summary>
public sealed class SolutionLikenessTests
{
    [Theory]
    [InlineData("homework.md", "**Problem:** 12 boxes of 50?\n\nStep 1: 12 * 50 = 600\n")]
    [InlineData("test.markdown", "**Problem:** Solve 3x - 12 = 2x + 7.\n\nStep 1: 3x - 2x = 7 - 12\n\nStep 2: x = -5\n")]
    [InlineData("roots.md", "Problem: Solve x² - 4 = 0.\n\nStep 1: x² = 4\n\nStep 2: x = 2\n")]
    [InlineData("order.md", "## Exercise 1\n\n672 pencils?\n\n**Solution**\n\n1. They cost 672 × $0.35 = $235.20.\n\nAnswer: $235.20\n")]
    [InlineData("garden.md", "**Task 2.** How large?\n\nStep 1: Its area is 14 m * 6 m = 84 m².\n")]
    [InlineData("sale.tex", "\\section*{Problem 1}\nHow?\n\\section*{Solution}\nIt is so: 25\\% of \\$360 = \\$90.\n")]
    [InlineData("", "Question: How many?\n\nStep 1: 3 * 4 = 12\n\nAnswer: 12\n")]
    public void A_solution_looks_like_one(string name, string text) =>
        Assert.True(SolutionLikeness.Of(name, text, name.Length == 0 ? null : TraceFormats.FromPath(name)));

    [Theory]
    [InlineData("README.md", "**Problem:** Solve 3x - 12 = 2x + 7.\n\nStep 1: 3x - 2x = 7 - 12\n")]
    [InlineData("install.md", "# Install\n\nProblem: the build fails.\n\nStep 1: set `x = 4*y` in the file.\n\nStep 2: run make -j 4\n")]
    [InlineData("notes.md", "Problem: our x = 5 release.\n\nStep 1: write it.\n\nStep 2: ship it in 2 weeks.\n")]
    [InlineData("code.md", "# Code\n\n```js\nlet a = 3 * x + 4;\nconst b = 2*a;\n```\n\nThe value is 12.\n")]
    [InlineData("dates.md", "Problem: too late.\n\nStep 1: from 3 May - 5 May we ship.\n\nStep 2: version = 2.\n")]
    [InlineData("plan.md", "Problem: too slow.\n\nStep 1: set n = 10.\n\nStep 2: measure p50 and p95.\n")]
    public void What_may_be_another_thing_does_not(string name, string text) =>
        Assert.False(SolutionLikeness.Of(name, text, TraceFormats.FromPath(name)));
}
