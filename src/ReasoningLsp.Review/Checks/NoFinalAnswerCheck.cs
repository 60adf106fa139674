using System.Buffers;
using ReasoningLsp.Review.Analysis;
using ReasoningLsp.Review.Checking;
using ReasoningLsp.Review.Findings;
using ReasoningLsp.Review.Languages;

namespace ReasoningLsp.Review.Checks;

/// <summary>RR201: the trace states no final answer.</summary>
internal sealed class NoFinalAnswerCheck : ITraceCheck
{
    private static readonly SearchValues<char> s_mathematics = SearchValues.Create("0123456789=$\\<>");
    private static readonly PhraseSet s_answered = new([.. LanguagePhrases.InAll(PhraseRole.Answered)]);
    private static readonly PhraseSet s_ended = new(
        "therefore", "thus", "hence", "so", "proved", "proven", "proof", "q.e.d", "qed", "done", "as desired", "as required", "finally",
        "must", "yes", "no", "none", "zero", "one", "two", "three", "four", "five", "six", "seven", "eight", "nine", "ten");

    private static readonly PhraseSet s_needsNone = new("prove", "show that", "proof", "explain", "describe", "discuss");

    public Rule Rule => RuleCatalog.NoFinalAnswer;

    public IEnumerable<TraceDraft> Check(TraceContext context)
    {
        var steps = context.Trace.Steps;
        if (steps.Length < 2 || context.Trace.FinalAnswer is not null || s_needsNone.OccursIn(context.Problem))
            yield break;
        var last = context.Text(steps.Length - 1);

        // Words of other languages are not known well enough to miss an answer in them.
        if (last.AsSpan().ContainsAny(s_mathematics) || last.Any(c => c > 'ɏ' && char.IsLetter(c)) || HasSingleCapital(last)
            || s_ended.OccursIn(last.ToLowerInvariant()))
            yield break;
        for (var i = 0; i < steps.Length; i++)
        {
            if (s_answered.OccursIn(context.Text(i).ToLowerInvariant()))
                yield break;
        }

        var draft = TraceContext.On(Rule, steps.Length - 1, context.FirstLine(steps.Length - 1), "The trace ends without a final answer.",
            Evidence.Of(("lastStep", "no value, no equation and no boxed result")));
        yield return draft with { IsWhole = true };
    }

    // The letter of an option, or a name.
    private static bool HasSingleCapital(string text)
    {
        for (var i = 1; i < text.Length; i++)
        {
            if (char.IsUpper(text[i]) && !char.IsLetter(text[i - 1]) && (i + 1 == text.Length || !char.IsLetter(text[i + 1]))
                && text[i] != 'I')
                return true;
        }

        return false;
    }
}
