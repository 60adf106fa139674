using System.Collections.Frozen;
using System.Text;
using ReasoningLsp.Review.Checking;
using ReasoningLsp.Review.Findings;

namespace ReasoningLsp.Review.Checks;

/// <summary>RR203: a step consists of phrases that say nothing about the problem.</summary>
internal sealed class PaddingCheck : ITraceCheck
{
    private const int Longest = 300;

    // Whole sentences, in lower case and without signs; a list that is closed, for what is not in it may say something.
    private static readonly FrozenSet<string> s_phrases = FrozenSet.Create(
        StringComparer.Ordinal,
        "let me think", "let me think about this", "let me think about this carefully", "let me think carefully",
        "let me think step by step", "let me think about this step by step",
        "lets think", "lets think about this", "lets think about this carefully", "lets think step by step",
        "lets think about this step by step", "lets think about it",
        "let us think", "let us think step by step", "lets think carefully", "let me think about this problem",
        "let me think about this problem carefully",
        "let me read the problem carefully", "lets read the problem carefully", "this is an interesting problem",
        "this is an interesting question", "this is a good question", "this is a great question",
        "great question", "good question", "sure", "of course", "certainly", "okay", "ok", "hmm", "alright", "interesting", "lets begin",
        "lets get started", "lets start", "let me start",
        "i will solve this step by step", "lets solve this step by step", "let me solve this step by step", "lets break this down",
        "lets break it down", "lets break this down step by step", "let me break this down",
        "i need to think about this", "i need to be careful here", "i need to be careful", "lets continue", "let me continue", "moving on",
        "i hope this helps");

    public Rule Rule => RuleCatalog.Padding;

    public IEnumerable<TraceDraft> Check(TraceContext context)
    {
        for (var i = 0; i < context.Trace.Steps.Length; i++)
        {
            var text = context.Text(i);
            if (text.Length <= Longest && IsPadding(text))
                yield return TraceContext.On(Rule, i, context.FirstLine(i), "The step says nothing about the problem.",
                    Evidence.Of(("step", text.Trim())));
        }
    }

    private static bool IsPadding(string text)
    {
        var sentence = new StringBuilder();
        var found = false;
        foreach (var c in text + ".")
        {
            if (c is '.' or '!' or '?' or '…' or ':' or ',' or '\n')
            {
                var phrase = sentence.ToString().Trim();
                sentence.Clear();
                if (phrase.Length == 0)
                    continue;
                if (!s_phrases.Contains(phrase))
                    return false;
                found = true;
            }
            else if (char.IsLetterOrDigit(c) || c == ' ')
            {
                sentence.Append(char.ToLowerInvariant(c));
            }
            else if (c is not ('\'' or '’' or '*' or '_'))
            {
                return false;
            }
        }

        return found;
    }
}
