using ReasoningLsp.Mathematics.Answers;
using ReasoningLsp.Review.Findings;
using ReasoningLsp.Review.Rules;

namespace ReasoningLsp.Review.Checks;

/// <summary>RR390: the final answer differs from the reference answer.</summary>
internal sealed class ReferenceAnswerCheck : ITraceCheck
{
    private readonly AnswerComparer _comparer = new();

    public Rule Rule { get; } = RuleCatalog.Find("RR390")!;

    public IEnumerable<TraceDraft> Check(TraceContext context)
    {
        var trace = context.Trace;
        if (trace.Settings.Answer is not { } reference || string.IsNullOrWhiteSpace(reference) || trace.Steps.IsEmpty)
            yield break;
        var last = trace.Steps.Length - 1;
        var stated = trace.FinalAnswer?.Text ?? context.Text(last);
        if (_comparer.Compare(reference, stated, AnswerOptions.Default) != false || AnswerExtractor.FromText(stated) is not { } answer)
            yield break;
        var wanted = (AnswerExtractor.FromText(reference) ?? reference).Trim();
        var draft = TraceContext.On(Rule, last, context.FirstLine(last), $"The final answer is {answer.Trim()}, the reference answer {wanted}.", Evidence.Of(("answer", answer.Trim()), ("reference", wanted)));
        yield return draft with { IsWhole = true };
    }
}
