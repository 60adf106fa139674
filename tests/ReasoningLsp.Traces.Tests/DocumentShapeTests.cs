using ReasoningLsp.Traces.Reading;
using Xunit;

namespace ReasoningLsp.Traces.Tests;

/// <summary>Shapes in which solutions stand in the world: each is read as steps, and what is no text of a step is left out.</summary>
public sealed class DocumentShapeTests
{
    [Theory]
    [InlineData("Problem: 6000 is invested.\n\n1. 6000 + 60 = 6060.\n\n2. 6060 + 60 = 6120.\n\nAnswer: 6120",
        "6000 + 60 = 6060.|6060 + 60 = 6120.")]
    [InlineData("Aufgabe: 6000 werden angelegt.\n\n1. Jahr: 6000 + 60 = 6060.\n\n2. Jahr: 6060 + 60 = 6120.\n\nAntwort: 6120",
        "Jahr: 6000 + 60 = 6060.|Jahr: 6060 + 60 = 6120.")]
    [InlineData("Problem: How much is it?\n\n1. 6000 + 60 = 6060.\n2. 6060 + 60 = 6120.", "6000 + 60 = 6060.|6060 + 60 = 6120.")]
    [InlineData("Problem: Two things are known:\n\n1. Ann is older.\n2. Bob is 5.\n\nSo Ann is 6.\n\nShe is older.",
        "So Ann is 6.|She is older.")]
    [InlineData("Question: How many?\n\nAnswer: First, 17 * 23 = 391.\n\nThen 391 - 41 = 350.\n\n#### 350",
        "First, 17 * 23 = 391.|Then 391 - 41 = 350.")]
    [InlineData("Question: How many?\nAnswer: 17 * 23 = 391 are there. Then 391 - 41 = 350 are left.",
        "17 * 23 = 391 are there. Then 391 - 41 = 350 are left.")]
    [InlineData("6000 + 60 = 6060.", "6000 + 60 = 6060.")]
    [InlineData("$$6000 + 60 = 6060$$\n\n$$6060 + 60 = 6120$$", "$$6000 + 60 = 6060$$|$$6060 + 60 = 6120$$")]
    [InlineData("[Step 1] 6000 + 60 = 6060.\n[Step 2] 6060 + 60 = 6120.", "6000 + 60 = 6060.|6060 + 60 = 6120.")]
    [InlineData("【解答】6000 + 60 = 6060。\n\n6060 + 60 = 6120。", "6000 + 60 = 6060。|6060 + 60 = 6120。")]
    [InlineData("<step>6000 + 60 = 6060.</step>\n<step>6060 + 60 = 6120.</step>", "6000 + 60 = 6060.|6060 + 60 = 6120.")]
    [InlineData("<step 1>\n6000 + 60 = 6060.\n</step>\n\n<step 2>\n6060 + 60 = 6120.\n</step>", "6000 + 60 = 6060.|6060 + 60 = 6120.")]
    [InlineData("<reasoning>\n6000 + 60 = 6060.\n</reasoning>\n<answer>6060</answer>", "6000 + 60 = 6060.")]
    [InlineData("Okay, 17 * 23 = 391.\n</think>\n\nThe answer is 391.", "Okay, 17 * 23 = 391.|The answer is 391.")]
    [InlineData("<|channel|>analysis<|message|>6000 + 60 = 6060.<|end|><|start|>assistant<|channel|>final<|message|>6060<|return|>",
        "6000 + 60 = 6060.|6060")]
    [InlineData("<|begin_of_thought|>\n\n6000 + 60 = 6060.\n\n<|end_of_thought|>\n\n<|begin_of_solution|>\n\nIt is "
        + "6060.\n\n<|end_of_solution|>", "6000 + 60 = 6060.|It is 6060.")]
    [InlineData("The sum is $`6000 + 60 = 6060`$.\n\n```math\n6060 + 60 = 6120\n```",
        "The sum is $`6000 + 60 = 6060`$.|```math\n6060 + 60 = 6120\n```")]
    [InlineData("## Exercise 1\n\nCompute the variance.\n\n::: {.callout-tip collapse=\"true\"}\n## Solution\n\nThe variance is 14/2 = "
        + "7.\n:::", "The variance is 14/2 = 7.")]
    [InlineData("**Step 1.** The area is $6 \\times 7 = 42$[^1] square metres.\n\n**Step 2.** That costs 42 × 12 = 504[^2].\n\n[^1]: "
        + "Because 7 × 6 = 42.\n[^2]: Not 3 + 4 = 12.", "The area is $6 \\times 7 = 42$ square metres.|That costs 42 × 12 = 504.")]
    [InlineData("| Year | Interest | Balance |\n| --- | --- | --- |\n| 1 | 1000 × 0.05 = 50 | 1000 + 50 = 1050 |\n| 2 | $|-5| = 5$ |  |",
        "1\n1000 × 0.05 = 50\n1000 + 50 = 1050|2\n$|-5| = 5$")]
    [InlineData("# Solution\n<ol>\n<li>6000 + 60 = 6060.</li>\n<li>6060 + 60 = 6120.</li>\n</ol>",
        "6000 + 60 = 6060.|6060 + 60 = 6120.")]
    [InlineData("# Solution\n<ol start=\"1\"><li>6000 + 60 = 6060.</li><li class=\"x\">6060 + 60 = 6120.</li></ol>",
        "6000 + 60 = 6060.|6060 + 60 = 6120.")]
    [InlineData("A &`&times;` stays as it is written.", "A &`&times;` stays as it is written.")]
    [InlineData("5 &times; 2 = 10 &lt; 12, 10<sup>-3</sup> and x<sub>1</sub>.", "5 × 2 = 10 < 12, 10^{-3} and x_{1}.")]
    [InlineData("`a &lt; b` &le; 5", "`a &lt; b` ≤ 5")]
    public void Markdown_in_any_shape_is_read_as_steps(string text, string steps) => Assert.Equal(steps, Steps(text, TraceFormat.Markdown));

    [Theory]
    [InlineData("**Задача:** Сколько?\n\n1) 450 : 6 = 75 (км/ч) — скорость поезда.\n2) 600 : 75 = 8 (ч) — время.\n\nОтвет: 8 ч.",
        "450 : 6 = 75 (км/ч) — скорость поезда.|600 : 75 = 8 (ч) — время.")]
    [InlineData("**Aufgabe:** Wie viele?\n\n1. 12 : 4 + 3 = 6\n2. 6 · 2 = 12", "12 : 4 + 3 = 6|6 · 2 = 12")]
    public void A_list_of_quotients_written_with_a_colon_is_the_steps(string text, string steps) =>
        Assert.Equal(steps, Steps(text, TraceFormat.Markdown));

    [Theory]
    [InlineData("# Homework\n\nName: Lena Brandt, class 8b\n\n12 * 50 = 600\n\n600 - 23 = 577", "12 * 50 = 600|600 - 23 = 577")]
    [InlineData("**Name:** Lena  \n**Date:** 3 May\n\n12 * 50 = 600\n\n600 - 23 = 577", "12 * 50 = 600|600 - 23 = 577")]
    [InlineData("# Hausaufgabe\n\nKlasse: 8b\n\n12 * 50 = 600\n\n600 - 23 = 577", "12 * 50 = 600|600 - 23 = 577")]
    [InlineData("Name: x = 3\n\n12 * 50 = 600", "Name: x = 3|12 * 50 = 600")]
    public void Whose_homework_it_is_is_no_step(string text, string steps) => Assert.Equal(steps, Steps(text, TraceFormat.Markdown));

    [Fact]
    public void A_solution_begins_at_its_problem_and_not_at_the_title_above()
    {
        const string Text = "# Homework\n\nName: Lena Brandt, class 8b\n\n**Problem 1:** How many?\n\n12 * 50 = 600\n\n600 - 23 = 577\n";
        var trace = Assert.Single(TraceReader.Read(Text, TraceFormat.Markdown).Traces);
        Assert.Equal(Text.IndexOf("**Problem", StringComparison.Ordinal), trace.Span.Start);
        Assert.Equal(2, trace.Steps.Length);
    }

    [Fact]
    public void What_is_worked_out_above_the_first_problem_is_a_solution_of_its_own() =>
        Assert.Equal(2, TraceReader.Read("12 * 50 = 600\n\n600 - 23 = 577\n\n## Problem 2\n\nHow many?\n\n## Solution\n\n3 + 4 = 7\n",
            TraceFormat.Markdown).Traces.Length);

    [Theory]
    [InlineData("**Problem:** Solve.\n\n$$3x - 12 = 2x + 7$$\n\n$$3x - 2x = 7 - 12$$\n\n$$x = -5$$", "$$3x - 2x = 7 - 12$$|$$x = -5$$")]
    [InlineData("**Problem:**\n\n$$3x = 19$$\n\n$$x = 19/3$$\n\n$$x = \\frac{19}{3}$$", "$$x = 19/3$$|$$x = \\frac{19}{3}$$")]
    [InlineData("**Problem:** Solve the system.\n\n$$x + y = 3$$\n\n$$x - y = 1$$", "")]
    [InlineData("**Problem:** Solve the system.\n\n$$x + y = 3$$\n\n$$x - y = 1$$\n\n$$z = x + y$$", "")]
    public void Displays_behind_a_problem_that_end_with_a_value_solve_it(string text, string steps) =>
        Assert.Equal(steps, Steps(text, TraceFormat.Markdown));

    [Theory]
    [InlineData("## Exercise 1\n\nCompute the sum.\n\n$$2 + 3 = 5$$\n\n$$5 + 1 = 6$$", "$$2 + 3 = 5$$|$$5 + 1 = 6$$")]
    [InlineData("## Exercise 1\n\nSolve the system.\n\n$$2x + y = 5$$\n\n$$x - y = 1$$", "")]
    [InlineData("## Exercise 1\n\nFind the value of\n\n$$2 + 3 = 5$$", "")]
    [InlineData("## Exercise 1\n\nIs this true?\n\n$$2 + 3 = 5?$$", "")]
    public void Displays_behind_a_whole_sentence_are_its_working_where_they_work_something_out(string text, string steps) =>
        Assert.Equal(steps, Steps(text, TraceFormat.Markdown));

    [Theory]
    [InlineData("**Problem:** Compute.\n\n- 3 + 4 = 7\n- 7 + 1 = 8", "3 + 4 = 7|7 + 1 = 8")]
    [InlineData("**Problem:** Compute.\n\n* 3 + 4 = 7\n* 7 + 1 = 8", "3 + 4 = 7|7 + 1 = 8")]
    [InlineData("**Problem:** How many are left?\n\n- He has 3 + 4 = 7.\n- So 7 - 1 = 6 are left.",
        "He has 3 + 4 = 7.|So 7 - 1 = 6 are left.")]
    [InlineData("**Problem:** Two things are known:\n\n- Ann is older.\n- Bob is 5.\n\nSo Ann is 6.", "So Ann is 6.")]
    public void Bullets_that_calculate_behind_a_problem_are_its_steps(string text, string steps) =>
        Assert.Equal(steps, Steps(text, TraceFormat.Markdown));

    [Theory]
    [InlineData("\\begin{solution}\nAt the top,\n\\begin{align*}\n0 &= v - u \\\\\n\\intertext{Solving for $h$ we find}\nh &= "
        + "\\frac{12}{4} \\\\\n &= 3\n\\end{align*}\n\\end{solution}",
        "At the top,\n\\begin{align*}\n0 &= v - u \\\\\n\\intertext{Solving for $h$ we find}\nh &= \\frac{12}{4} \\\\\n &= "
            + "3\n\\end{align*}")]
    [InlineData("\\begin{align*}\n0 &= v - u \\\\\n\\intertext{Solving for $h$ we find}\nh &= 3\n\\end{align*}",
        "\\[0 &= v - u\\]|\\[h &= 3\\]")]
    [InlineData("\\section*{Problem 1}\nSimplify $(x+2)^2 - x^2$.\n\n\\begin{align*}\n(x+2)^2 - x^2 &= x^2 + 4x + 4 - x^2 \\\\"
        + "\n &= 4x\n\\end{align*}",
        "\\begin{align*}\n(x+2)^2 - x^2 &= x^2 + 4x + 4 - x^2 \\\\\n &= 4x\n\\end{align*}")]
    public void LaTeX_in_any_shape_is_read_as_steps(string text, string steps) => Assert.Equal(steps, Steps(text, TraceFormat.Latex));

    [Theory]
    [InlineData("# Exercise 1\n\n6000 + 60 = 6060.\n\n# Exercise 2\n\n6000 + 60 = 6060.", "Exercise 1: 1|Exercise 2: 1")]
    [InlineData("# Exercise 1\n\nCompute it.\n\n6000 + 60 = 6060.\n\n# Exercise 2\n\nWhat is 2 + 3?\n\n2 + 3 = 5.\n\nSo 5.",
        "Exercise 1: 1|Exercise 2: 2")]
    [InlineData("## Aufgabe 1\n\n6000 + 60 = 6060.\n\n6060 + 60 = 6120.\n\n## Aufgabe 2\n\n2 + 3 = 5.", "Aufgabe 1: 2|Aufgabe 2: 1")]
    public void Headings_of_exercises_part_a_file_into_problems(string text, string traces) =>
        Assert.Equal(traces, string.Join('|',
        TraceReader.Read(text, TraceFormat.Markdown).Traces.Select(trace => $"{trace.Id}: {trace.Steps.Length}")));

    [Theory]
    [InlineData("Problem: Find x.\n\nAnswer: 42", "42")]
    [InlineData("2x = 84.\n\nx = 42.\n\n<answer>42</answer>", "42")]
    [InlineData("2x = 84.\n\nAnswer: x = 42", "x = 42")]
    [InlineData("2x = 84.\n#### 42", "42")]
    [InlineData("2x = 84.\n\n#### 42 eggs", "42 eggs")]
    [InlineData("Q: Find x.\n\nAnswer: $x = 42$", "$x = 42$")]
    public void A_bare_answer_stays_the_answer(string text, string answer) =>
        Assert.Equal(answer, Assert.Single(TraceReader.Read(text, TraceFormat.Markdown).Traces).FinalAnswer?.Text);

    private static string Steps(string text, TraceFormat format)
    {
        var document = TraceReader.Read(text, format);
        Invariants.Check(document);
        return string.Join('|', document.Traces.SelectMany(trace => trace.Steps).Select(step => step.Text.Text));
    }
}
