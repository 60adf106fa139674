using System.Collections.Immutable;
using ReasoningLsp.Traces;

namespace ReasoningLsp.Review.Analysis;

/// <summary>Finds the letters a text uses for functions: <c>p(x) = …</c>.</summary>
internal static class FunctionNames
{
    private static readonly ImmutableHashSet<string> s_usual = ["f", "g", "h"];

    /// <summary>Function letters of a problem and of each step of its trace, with the usual ones; texts that <paramref name="previous"/> read are not read again.</summary>
    public static ImmutableHashSet<string> Of(Trace trace, ReviewSnapshot? previous)
    {
        var names = s_usual.ToBuilder();
        if (trace.Problem is { } problem)
            names.UnionWith(previous?.ProblemFor(problem.Text)?.Functions ?? In(problem.Text));
        for (var i = 0; i < trace.Steps.Length; i++)
            names.UnionWith(previous?.ResultFor(trace.Steps[i], i)?.Analysis.Functions ?? In(trace.Steps[i].Text.Text));
        return names.ToImmutable();
    }

    /// <summary>Function letters of one text.</summary>
    public static ImmutableArray<string> In(string text)
    {
        // A letter, one letter in brackets, then an equals sign defines a function: a(b) = … seldom is a product.
        var names = ImmutableArray<string>.Empty;
        for (var i = 0; i + 3 < text.Length; i++)
        {
            if (text[i + 1] != '(' || !char.IsAsciiLetter(text[i]) || (i > 0 && char.IsAsciiLetter(text[i - 1])) || text[i + 3] != ')' || !char.IsAsciiLetter(text[i + 2]))
                continue;
            var after = i + 4;
            while (after < text.Length && text[after] is ' ' or '&')
                after++;
            if (after < text.Length && text[after] == '=')
                names = names.Add(text[i].ToString());
        }

        return names;
    }
}
