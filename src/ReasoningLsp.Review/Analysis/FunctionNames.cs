using System.Collections.Immutable;
using ReasoningLsp.Traces;

namespace ReasoningLsp.Review.Analysis;

/// <summary>Finds the letters a text uses for functions: <c>p(x) = …</c>.</summary>
internal static class FunctionNames
{
    private static readonly ImmutableHashSet<string> s_usual = ["f", "g", "h"];

    /// <summary>Function letters of a problem and of each step of its trace, with the usual ones.</summary>
    public static ImmutableHashSet<string> Of(Trace trace)
    {
        var names = s_usual.ToBuilder();
        Collect(trace.Problem?.Text ?? string.Empty, names);
        foreach (var step in trace.Steps)
            Collect(step.Text.Text, names);
        return names.ToImmutable();
    }

    // A letter, one letter in brackets, then an equals sign defines a function: a(b) = … seldom is a product.
    private static void Collect(string text, ImmutableHashSet<string>.Builder names)
    {
        for (var i = 0; i + 3 < text.Length; i++)
        {
            if (text[i + 1] != '(' || !char.IsAsciiLetter(text[i]) || (i > 0 && char.IsAsciiLetter(text[i - 1])) || text[i + 3] != ')' || !char.IsAsciiLetter(text[i + 2]))
                continue;
            var after = i + 4;
            while (after < text.Length && text[after] is ' ' or '&')
                after++;
            if (after < text.Length && text[after] == '=')
                names.Add(text[i].ToString());
        }
    }
}
