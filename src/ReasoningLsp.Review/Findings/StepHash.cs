using System.Security.Cryptography;
using System.Text;
using ReasoningLsp.Traces;

namespace ReasoningLsp.Review.Findings;

/// <summary>Names a step by its text, so that baselines and decisions survive moves, re-numbering and re-wrapping.</summary>
public static class StepHash
{
    private const int Bytes = 8;

    /// <summary>16 lower-case hexadecimal digits that depend on <paramref name="text"/>, but not on its white space.</summary>
    public static string Of(string text)
    {
        ArgumentNullException.ThrowIfNull(text);
        var normal = new StringBuilder(text.Length);
        foreach (var character in text)
        {
            if (!char.IsWhiteSpace(character))
                normal.Append(character);
            else if (normal.Length > 0 && normal[^1] != ' ')
                normal.Append(' ');
        }

        if (normal.Length > 0 && normal[^1] == ' ')
            normal.Length--;
        return Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(normal.ToString())).AsSpan(0, Bytes));
    }

    /// <summary>The hash of what <paramref name="finding"/> speaks of: its step, or for a finding of the whole trace problem and steps. The
    /// problem alone is that of all who solved it, and a word on one solution is none on another.</summary>
    public static string Of(Trace trace, Finding finding)
    {
        ArgumentNullException.ThrowIfNull(trace);
        ArgumentNullException.ThrowIfNull(finding);
        if (finding.Step is { } step && step >= 0 && step < trace.Steps.Length)
            return Of(trace.Steps[step].Text.Text);
        return OfSolution(trace.Problem?.Text, trace.Steps.Select(each => each.Text.Text));
    }

    /// <summary>The hash of a solution: the same text is the same solution, wherever it stands.</summary>
    public static string OfSolution(string? problem, IEnumerable<string> steps) => Of($"{problem}\n{string.Join('\n', steps)}");
}
