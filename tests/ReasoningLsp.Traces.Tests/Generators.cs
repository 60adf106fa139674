using CsCheck;

namespace ReasoningLsp.Traces.Tests;

/// <summary>Texts and edits that look like documents of each format, and their fragments.</summary>
internal static class Generators
{
    private static readonly string[] Prose =
    [
        "\n\n", "\n", "\n\n", "\r\n", "\r\n\r\n", "\r", " ", "word ", "Then $x = 3$. ", "$", "$$", "\\[", "\\]", "\\(", "\\)", "costs $5 ", "= 5 ", "3 + 4 = 7. ", "😀", "\ud800", "解：", "‏مرحبا ",
        "Step 1: ", "Step 2. ", "**Step 3**", "\n### Step 4: go\n", "1. ", "\n2) ", "\n3. ", "- ", "> ", "Problem: ", "\n## Problem 2\n", "Solution: ", "\n## Solution\n", "**Answer:** 4", "\nAnswer: 5\n", "Q: ", "\nA: ", "Reference answer: 7",
        "<!-- reasoning-disable-next-step RR101 -->", "<!-- reasoning-disable-step RR102 RR103 -->", "<!-- reasoning-disable-file RR104 -->", "<!-- reasoning-disable-step -->", "<!--", "-->", "<think>", "</think>",
        "```\n", "```", "`", "~~~\n", "    ", "  ", "\t", "---\n", "\n---\n", "problem: x\n", "answer: 3\n", "hints: [a, b]\n", "problem: |\n  two\n  lines\n", ": [", "\n===\n", "**bold**", "**", "[", "]: x", "# ", "#",
        "\\begin{align}", "\\end{align}", "a &= 1 \\\\ b &= 2", "\\begin{cases}", "\uFEFF",
    ];

    private static readonly string[] Tex =
    [
        "\n\n", "\n", "\n\n", "\r\n", " ", "word ", "$x$ ", "\\[", "\\]", "%", "% reasoning-disable-next-step RR101\n", "% reasoning-disable-step RR102\n", "\\begin{problem}", "\\end{problem}", "\\begin{solution}", "\\end{solution}", "\\begin{proof}", "\\end{proof}",
        "\\begin{enumerate}", "\\end{enumerate}", "\\begin{itemize}", "\\end{itemize}", "\\item ", "\\item[3.] ", "\\section*{Problem}", "\\paragraph{Step 3}", "\\textbf{Step 1.} ", "\\textbf{Answer:} 5", "\\begin{document}", "\\end{document}", "\\begin{verbatim}", "\\end{verbatim}",
        "\\begin{comment}", "\\end{comment}", "\\begin{align*}", "\\end{align*}", "a &= 1 \\\\ b &= 2", "\\", "{", "}", "\\noindent ", "\\begin{theorem}", "\\label{x}", "5 + 5 = 10.",
    ];

    private static readonly string[] Records =
    [
        "\n", "\r\n", "{\"problem\":\"p\",\"steps\":[\"Step 1: a\",\"b\\nc \\\\frac12\"]}\n", "{\"id\":3,\"question\":\"q\",\"response\":\"1. a\\n2. b\\n\\nSo $x$.\",\"answer\":5}\n",
        "{\"messages\":[{\"role\":\"user\",\"content\":\"w\\u00e9\"},{\"role\":\"assistant\",\"content\":\"<think>a\\n\\nb</think>\\n\\nSo \\ud83d\\ude00 5.\"}]}\n",
        "{", "}", "[", "]", "\"", ",", ":", "\\", "\\n", "\\u00e9", "\"steps\":[\"x\"]", "\"reasoning-disable\":[\"RR101\"]", "null", "5", " ", "word", "\"a\":", "😀",
    ];

    public static Gen<string> Piece(TraceFormat format)
    {
        var pool = format switch { TraceFormat.Latex => Tex, TraceFormat.Json or TraceFormat.JsonLines => Records, _ => Prose };
        return Gen.Int[0, pool.Length - 1].Select(index => pool[index]);
    }

    public static Gen<string> Text(TraceFormat format, int longest) =>
        Gen.Select(Gen.Int[0, 3], Piece(format).Array[0, longest]).Select((start, pieces) => Start(format, start) + string.Concat(pieces));

    /// <summary>An edit as fractions of the text it will be applied to, so that a sequence can be made beforehand.</summary>
    public static Gen<(double At, int Length, string NewText)> Edit(TraceFormat format) =>
        Gen.Select(Gen.Frequency((8, Gen.Double[0, 1]), (1, Gen.Const(0.0))), Gen.Frequency((4, Gen.Int[0, 3]), (1, Gen.Int[0, 40])), Gen.Frequency((1, Gen.Const(string.Empty)), (4, Piece(format)), (1, Piece(format).Array[0, 5].Select(string.Concat))));

    private static string Start(TraceFormat format, int start) => (format, start) switch
    {
        (TraceFormat.Json, _) => "[",
        (TraceFormat.Markdown or TraceFormat.PlainText, 0) => "---\nanswer: 3\nproblem: What?\n---\n",
        _ => string.Empty,
    };
}
