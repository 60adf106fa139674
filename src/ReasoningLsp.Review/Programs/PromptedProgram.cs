using ReasoningLsp.Traces;

namespace ReasoningLsp.Review.Programs;

/// <summary>A session with an interpreter: <c>&gt;&gt;&gt; 6 * 7</c> and below it what was answered.</summary>
internal static class PromptedProgram
{
    private const string Prompt = ">>> ", Continued = "...";

    /// <summary>Whether it is one.</summary>
    public static bool Is(string source) => source.AsSpan().TrimStart().StartsWith(Prompt, StringComparison.Ordinal);

    /// <summary>A program for each prompt.</summary>
    public static IEnumerable<WrittenProgram> Of(Step step, TextSpan span, TextSpan content)
    {
        var text = step.Text.Text;
        var source = new List<string>();
        var (from, to) = (0, 0);
        for (var at = content.Start; at < content.End;)
        {
            var end = text.IndexOf('\n', at, content.End - at) is >= 0 and var found ? found : content.End;
            var line = text[at..end].TrimEnd('\r');
            var bare = line.TrimStart(' ');
            if (bare.StartsWith(Prompt, StringComparison.Ordinal))
            {
                if (source.Count > 0)
                    yield return Program();
                source = [bare[Prompt.Length..]];
                (from, to) = (0, 0);
            }
            else if (to == 0 && source.Count > 0 && bare.StartsWith(Continued, StringComparison.Ordinal))
            {
                source.Add(bare.Length > Continued.Length ? bare[(Continued.Length + 1)..] : string.Empty);
            }
            else if (source.Count > 0 && bare.Length > 0)
            {
                from = to == 0 ? at + line.Length - bare.Length : from;
                to = at + line.TrimEnd().Length;
            }

            at = end + 1;
        }

        if (source.Count > 0)
            yield return Program();

        WrittenProgram Program() => new(step.Index, step.Text.ToOriginal(span), span, string.Join('\n', source),
            to == 0 ? null : StatedOutput.Of(step.Index, step.Text, TextSpan.FromBounds(from, to), isCopied: true));
    }
}
