using CsCheck;

namespace ReasoningLsp.Traces.Tests;

/// <summary>Texts and edits that look like documents of each format, and their fragments.</summary>
internal static class Generators
{
    private static readonly string[] Prose =
    [
        "\n\n", "\n", "\n\n", "\r\n", "\r\n\r\n", "\r", " ", "word ", "Then $x = 3$. ", "$", "$$", "\\[", "\\]", "\\(", "\\)", "costs $5 ",
        "= 5 ", "3 + 4 = 7. ", "😀", "\ud800", "解：", "‏مرحبا ",
        "Step 1: ", "Step 2. ", "**Step 3**", "\n### Step 4: go\n", "1. ", "\n2) ", "\n3. ", "- ", "> ", "Problem: ", "\n## Problem 2\n",
        "Solution: ", "\n## Solution\n", "**Answer:** 4", "\nAnswer: 5\n", "Q: ", "\nA: ", "Reference answer: 7",
        "<!-- reasoning-disable-next-step RR101 -->", "<!-- reasoning-disable-step RR102 RR103 -->",
        "<!-- reasoning-disable-file RR104 -->", "<!-- reasoning-disable-step -->", "<!--", "-->", "<think>", "</think>",
        "```\n", "```", "`", "~~~\n", "    ", "  ", "\t", "---\n", "\n---\n", "problem: x\n", "answer: 3\n", "hints: [a, b]\n",
        "problem: |\n  two\n  lines\n", ": [", "\n===\n", "**bold**", "**", "[", "]: x", "# ", "#",
        "\\begin{align}", "\\end{align}", "a &= 1 \\\\ b &= 2", "\\begin{cases}", "\uFEFF",
        "[Step 5] ", "[", "】", "【解答】", "<step>", "<step 2>", "</step>", "<answer>", "</answer>", "\n::: {.callout-tip}\n", "\n:::\n",
        "[^1]", "\n[^1]: note\n",
        "| a | b |\n| --- | --- |\n| 1 | 2 + 3 = 5 |\n", "|", "| - |", "$`x = 3`$", "$`", "`$", "\n```math\n3 + 4 = 7\n```\n", "```math\n",
        "&times;", "&", ";", "10<sup>-3</sup>", "<sup>", "</sup>", "<br>",
        "<|channel|>analysis<|message|>", "<|end|><|start|>assistant<|channel|>final<|message|>", "<|return|>", "<|im_end|>",
        "\n# Exercise 1\n", "\nAufgabe: ", "\n1. Jahr: ", "Question: ", "3. Schritt: ", "第二步：",
    ];

    private static readonly string[] Tex =
    [
        "\n\n", "\n", "\n\n", "\r\n", " ", "word ", "$x$ ", "\\[", "\\]", "%", "% reasoning-disable-next-step RR101\n",
        "% reasoning-disable-step RR102\n", "\\begin{problem}", "\\end{problem}", "\\begin{solution}", "\\end{solution}", "\\begin{proof}",
        "\\end{proof}",
        "\\begin{enumerate}", "\\end{enumerate}", "\\begin{itemize}", "\\end{itemize}", "\\item ", "\\item[3.] ", "\\section*{Problem}",
        "\\paragraph{Step 3}", "\\textbf{Step 1.} ", "\\textbf{Answer:} 5", "\\begin{document}", "\\end{document}", "\\begin{verbatim}",
        "\\end{verbatim}",
        "\\begin{comment}", "\\end{comment}", "\\begin{align*}", "\\end{align*}", "a &= 1 \\\\ b &= 2", "\\", "{", "}", "\\noindent ",
        "\\begin{theorem}", "\\label{x}", "5 + 5 = 10.",
        "\\intertext{words}", "\\begin{question}", "&times;", "10<sup>2</sup>",
    ];

    private static readonly string[] Records =
    [
        "\n", "\r\n", "{\"problem\":\"p\",\"steps\":[\"Step 1: a\",\"b\\nc \\\\frac12\"]}\n",
        "{\"id\":3,\"question\":\"q\",\"response\":\"1. a\\n2. b\\n\\nSo $x$.\",\"answer\":5}\n",
        "{\"messages\":[{\"role\":\"user\",\"content\":\"w\\u00e9\"},{\"role\":\"assistant\",\"content\":\"<think>a\\n\\nb</think>\\n\\"
            + "nSo \\ud83d\\ude00 5.\"}]}\n",
        "{\"question\":\"q\",\"answer\":\"1+1=<<1+1=2>>2\\n#### 2\"}\n", "{\"prompt\":\"q\",\"chosen\":\"a\\n\\nb\",\"rejected\":\"c\"}\n",
        "{\"prompt\":\"q\",\"responses\":[\"a\",\"b &times; c\",\"d\"]}\n",
        "{\"input\":\"q Step 1: a ки\\nStep 2: b ки\"}\n", "{\"steps\":[{\"explanation\":\"e\",\"output\":\"\\\\frac12\"}]}\n",
        "{\"question\":{\"problem\":\"p\"},\"label\":{\"steps\":[{\"completions\":[{\"text\":\"t\"}]}]}}\n",
        "{\"choices\":[{\"message\":{\"content\":\"<|im_start|>assistant\\na<|im_end|>\"}}]}\n",
        "{", "}", "[", "]", "\"", ",", ":", "\\", "\\n", "\\u00e9", "\"steps\":[\"x\"]", "\"reasoning-disable\":[\"RR101\"]", "null", "5",
        " ", "word", "\"a\":", "😀",
    ];

    private static readonly string[] Cells =
    [
        "{\"cells\":[", "{\"cell_type\":\"markdown\",\"source\":[\"Step 1: $x = 3$\\n\",\"and \\\\frac12\"]},",
        "{\"cell_type\":\"code\",\"source\":\"x = 1\"},",
        "{\"cell_type\":\"markdown\",\"source\":\"Problem: p\\n\\n1. a\\n2. b\"},", "{}]}", "]}", "word ", "\\n", "\"", ",", "[", "{", "\n",
        "😀",
    ];

    public static Gen<string> Piece(TraceFormat format)
    {
        var pool = format switch
        {
            TraceFormat.Latex => Tex,
            TraceFormat.Json or TraceFormat.JsonLines => Records,
            TraceFormat.Notebook =>
            Cells,
            _ => Prose
        };
        return Gen.Int[0, pool.Length - 1].Select(index => pool[index]);
    }

    public static Gen<string> Text(TraceFormat format, int longest) =>
        Gen.Select(Gen.Int[0, 3], Piece(format).Array[0, longest]).Select((start, pieces) => Start(format, start) + string.Concat(pieces));

    /// <summary>An edit as fractions of the text it will be applied to, so that a sequence can be made beforehand.</summary>
    public static Gen<(double At, int Length, string NewText)> Edit(TraceFormat format) =>
        Gen.Select(Gen.Frequency((8, Gen.Double[0, 1]), (1, Gen.Const(0.0))), Gen.Frequency((4, Gen.Int[0, 3]), (1, Gen.Int[0, 40])),
        Gen.Frequency((1, Gen.Const(string.Empty)), (4, Piece(format)), (1, Piece(format).Array[0, 5].Select(string.Concat))));

    private static string Start(TraceFormat format, int start) => (format, start) switch
    {
        (TraceFormat.Json, _) => "[",
        (TraceFormat.Notebook, _) => "{\"cells\":[",
        (TraceFormat.Markdown or TraceFormat.PlainText, 0) => "---\nanswer: 3\nproblem: What?\n---\n",
        _ => string.Empty,
    };
}
