using System.Collections.Immutable;

namespace ReasoningLsp.Review.Analysis;

/// <summary>Finds the letters a text uses for functions: <c>p(x) = …</c>.</summary>
internal static class FunctionNames
{
    /// <summary>Function letters of one text.</summary>
    public static ImmutableArray<string> In(string text)
    {
        // A letter, one letter in brackets, then an equals sign defines a function: a(b) = … seldom is a product.
        var names = ImmutableArray<string>.Empty;
        for (var i = 0; i + 3 < text.Length; i++)
        {
            if (text[i + 1] != '(' || !char.IsAsciiLetter(text[i]) || (i > 0 && char.IsAsciiLetter(text[i - 1])) || text[i + 3] != ')'
                || !char.IsAsciiLetter(text[i + 2]))
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
