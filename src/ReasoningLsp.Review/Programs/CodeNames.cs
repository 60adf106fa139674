using System.Collections.Frozen;

namespace ReasoningLsp.Review.Programs;

/// <summary>What code calls itself: languages of fences, elements of the formats in which models call an interpreter.</summary>
internal static class CodeNames
{
    private static readonly FrozenSet<string> s_programs = new[]
    {
        "python", "py", "python3", "py3", "ipython", "ipython3", "pycon", "<code>", "<llm-code>", "<tool_call>",
    }.ToFrozenSet(StringComparer.Ordinal);

    private static readonly FrozenSet<string> s_outputs = new[]
    {
        "output", "out", "stdout", "<llm-code-output>", "<output>", "<interpreter>", "<tool_response>",
    }.ToFrozenSet(StringComparer.Ordinal);

    private static readonly FrozenSet<string> s_texts = new[]
    {
        string.Empty, "text", "txt", "plaintext", "plain", "console",
    }.ToFrozenSet(StringComparer.Ordinal);

    /// <summary>Whether it is a program that can be run.</summary>
    public static bool IsProgram(string name) => s_programs.Contains(name);

    /// <summary>Whether it is what a program printed.</summary>
    public static bool IsOutput(string name) => s_outputs.Contains(name);

    /// <summary>Whether it may be, where a word before it says so.</summary>
    public static bool IsText(string name) => s_texts.Contains(name);
}
