using ReasoningLsp.Mathematics.Answers;
using ReasoningLsp.Review.Answers;
using ReasoningLsp.Review.Checking;
using ReasoningLsp.Review.Findings;

namespace ReasoningLsp.Review.Checks;

/// <summary>RR390: the final answer differs from the reference answer.</summary>
internal sealed class AnswerDiffersFromReferenceCheck : ITraceCheck
{
    private readonly AnswerComparer _comparer = new();

    public Rule Rule => RuleCatalog.AnswerDiffersFromReference;

    public IEnumerable<TraceDraft> Check(TraceContext context)
    {
        var trace = context.Trace;
        if (trace.Settings.Answer is not { } reference || string.IsNullOrWhiteSpace(reference) || trace.Steps.IsEmpty)
            yield break;
        // Any statement that may be the reference answer settles it: solutions box several results, and intermediate ones.
        var stated = Stated(context);
        var options = ChoiceOptions.In(trace.Problem?.Text ?? string.Empty);
        if (stated.Count == 0 || stated.Any(answer => Agrees(reference, answer, options) != false))
            yield break;
        var (answer, wanted) = (stated[^1].Trim(), (AnswerExtractor.FromText(reference) ?? reference).Trim());
        var at = Enumerable.Range(0, trace.Steps.Length).LastOrDefault(
            step => context.Results[step].Analysis.Marks.Answers.Count > 0, trace.Steps.Length - 1);
        var draft = TraceContext.On(Rule, at, AnswerPlace.In(context.Text(at), stated[^1]) ?? context.FirstLine(at),
            $"The final answer is {answer}, the reference answer {wanted}.",
            Evidence.Of(("answer", answer), ("reference", wanted)));
        yield return draft with { IsWhole = true, Place = AnswerPlace.OfSection(trace, stated[^1]) };
    }

    // A letter stands for an option: two letters are compared as such, a letter and a value through the option's text.
    private bool? Agrees(string reference, string answer, ChoiceOptions options)
    {
        var (wanted, given) = (ChoiceOptions.LetterOf(reference), ChoiceOptions.LetterOf(answer));
        if (wanted is not null && given is not null)
            return wanted == given;
        if (wanted is null && given is null)
            return IsSentence(answer) ? null : _comparer.Compare(reference, answer, AnswerOptions.Default);
        var (letter, value) = wanted is { } one ? (one, answer) : (given!.Value, reference);
        if (options.TextOf(letter) is { } text && _comparer.Compare(text, value, AnswerOptions.Default) == true)
            return true;
        // What is no option at all may be one in other words.
        return options.Only(option => _comparer.Compare(option, value, AnswerOptions.Default) == true) is { } other ? other == letter
            : null;
    }

    // "required in kilowatts": words that lead up to an answer, or explain one.
    private static bool IsSentence(string answer) =>
        !answer.Any(char.IsAsciiDigit) && answer.Count(char.IsWhiteSpace) >= 2 && !answer.Contains('\\', StringComparison.Ordinal);

    // An answer section, else what is boxed or announced; the last number of a sentence is no answer that is certain.
    private static IReadOnlyList<string> Stated(TraceContext context)
    {
        if (context.Trace.FinalAnswer is { Text: var section })
            return AnswerExtractor.Stated(section) is { Count: > 0 } stated ? stated
                : AnswerExtractor.FromText(section) is { } whole ? [whole] : [];
        var boxes = new List<string>();
        for (var step = 0; step < context.Trace.Steps.Length; step++)
            boxes.AddRange(context.Results[step].Analysis.Marks.Answers);
        return boxes;
    }
}
