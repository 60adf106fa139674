using System.Collections.Immutable;
using System.Globalization;
using ReasoningLsp.Inference;
using ReasoningLsp.Review.Checklists;
using ReasoningLsp.Review.Checklists.Lists;
using ReasoningLsp.Review.Findings;
using ReasoningLsp.Review.Guarding;
using ReasoningLsp.Traces;

namespace ReasoningLsp.Review.Judges;

/// <summary>Answers the items of a checklist that no exact check answers. Text aimed at the judge never reaches it. Thread-safe.</summary>
/// <param name="judge">Asks.</param>
/// <param name="model">The model asked.</param>
/// <param name="options">How.</param>
public sealed class ChecklistJudge(Judge judge, JudgeModel model, JudgeOptions options)
{
    private const string Applies = "Does the following hold for this problem and solution: ";

    /// <summary>The review with the open items answered.</summary>
    /// <exception cref="InferenceException">The engine cannot compute it, for another reason than the trace's length.</exception>
    public async Task<ChecklistReview> AnswerAsync(ChecklistReview review, Trace trace, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(review);
        ArgumentNullException.ThrowIfNull(trace);
        // Where a check is unsure only a judge that passed its probes may go further than it.
        ImmutableArray<int> open = [.. Enumerable.Range(0, review.Verdicts.Length)
            .Where(index => review.Verdicts[index] is { Answer: ItemAnswer.Unsure } verdict
            && (verdict.Source == VerdictSource.Nobody || (verdict.Source == VerdictSource.Check && model.Caution is null)))];
        if (open.IsEmpty)
            return review;
        if (trace.Steps.IsEmpty)
            return Unanswered(review, open, VerdictSource.Nobody, "there are no steps", string.Empty);
        if (JudgeGuard.Inspect(trace) is [var attack, ..])
            return Unanswered(review, open, VerdictSource.Guard, attack.Rule.Id,
                $"not judged: {attack.Message} ({attack.Rule.Id}, {attack.Name})");
        ImmutableArray<int> readable = [.. open.Where(index => !IsAttack(review.Verdicts[index].Item))];
        var verdicts = Unanswered(review, [.. open.Except(readable)], VerdictSource.Guard, RuleCatalog.InstructionToJudge.Id,
            "not judged: the item is too long, or gives instructions to the judge").Verdicts;
        try
        {
            return review with { Verdicts = await AskAsync(verdicts, readable, trace, cancellationToken).ConfigureAwait(false) };
        }
        catch (InferenceException error) when (error.Kind == InferenceError.TooLong)
        {
            return Unanswered(review with { Verdicts = verdicts }, readable, VerdictSource.Nobody,
                "the solution is too long for this judge",
                string.Create(CultureInfo.InvariantCulture,
                $"not judged: {error.Tokens} tokens with the questions, and {model.Name} reads {error.Limit}"));
        }
    }

    private static ChecklistReview Unanswered(ChecklistReview review, ImmutableArray<int> open, VerdictSource source, string by,
        string evidence)
    {
        var verdicts = review.Verdicts.ToBuilder();
        foreach (var index in open)
            verdicts[index] = verdicts[index] with { Answer = ItemAnswer.Unsure, Source = source, By = by, Evidence = evidence };
        return review with { Verdicts = verdicts.ToImmutable() };
    }

    // A team's file is trusted to ask, not to answer.
    private static bool IsAttack(ChecklistItem item) =>
        item.Question.Length > ChecklistReader.LongestQuestion || InjectedInstructions.Find(item.Question).Any()
        || HiddenText.Find(item.Question).Any() || ContentFreeText.Is(item.Question);

    private async Task<ImmutableArray<ItemVerdict>> AskAsync(ImmutableArray<ItemVerdict> before, ImmutableArray<int> open, Trace trace,
        CancellationToken cancellationToken)
    {
        var verdicts = before.ToBuilder();
        ImmutableArray<int> conditional = [.. open.Where(
            index => verdicts[index].Item.AppliesWhen is { } condition && !condition.Equals("always", StringComparison.OrdinalIgnoreCase))];
        ImmutableArray<string> questions = [.. open.Select(index => verdicts[index].Item.Question),
            .. conditional.Select(index => $"{Applies}{verdicts[index].Item.AppliesWhen}?")];
        var forms = options.Vary ? QuestionForm.Variations : [QuestionForm.Default];
        var answers = await judge.AskAsync(model, trace, questions, forms, options.Priority, cancellationToken).ConfigureAwait(false);
        var reasoned = new Queue<int>();
        for (var at = 0; at < open.Length; at++)
        {
            var item = verdicts[open[at]].Item;
            var condition = conditional.IndexOf(open[at]);
            var applies = condition < 0 ? ItemAnswer.Yes : Mean(answers, open.Length + condition).Verdict;
            var verdict = Judged(item, answers, at, applies);
            // What a check saw without being sure stays readable beside the opinion.
            if (before[open[at]] is { Source: VerdictSource.Check, Evidence: { Length: > 0 } seen })
                verdict = verdict with { Evidence = $"{seen}; {verdict.Evidence}" };
            verdicts[open[at]] = verdict;
            if (options.Reason && applies == ItemAnswer.Yes)
                reasoned.Enqueue(open[at]);
        }

        // All at once: the solution before the questions is read once.
        var writing = ManyTexts.WriteAsync(stop => reasoned.TryDequeue(out var index)
            ? ReasonedAsync(index, verdicts[index], trace, stop) : null, ManyTexts.AtOnce, cancellationToken);
        await foreach (var (index, verdict) in writing.ConfigureAwait(false))
            verdicts[index] = verdict;
        return verdicts.ToImmutable();
    }

    private async Task<(int Index, ItemVerdict Verdict)> ReasonedAsync(int index, ItemVerdict verdict, Trace trace,
        CancellationToken cancellationToken) =>
        (index, await ReasonedAsync(verdict, trace, cancellationToken).ConfigureAwait(false));

    private ItemVerdict Judged(ChecklistItem item, ImmutableArray<ImmutableArray<JudgeAnswer>> answers, int at, ItemAnswer applies)
    {
        var mean = Mean(answers, at);
        var low = answers.Min(form => form[at].PYes);
        var high = answers.Max(form => form[at].PYes);
        // Answers that turn with the wording are no answer.
        var turns = answers.Length > 1 && low <= JudgeAnswer.No && high >= JudgeAnswer.Yes;
        var answer = applies switch
        {
            ItemAnswer.No => ItemAnswer.NotApplicable,
            ItemAnswer.Yes => turns ? ItemAnswer.Unsure : mean.Verdict,
            _ => ItemAnswer.Unsure,
        };
        // One that does no better than a coin decides nothing.
        var isCoin = answer is ItemAnswer.Yes or ItemAnswer.No && model.Measure is { TellsApart: false };
        if (isCoin)
            answer = ItemAnswer.Unsure;
        var evidence = isCoin ? $"this judge {model.Measure!.Sentence}"
            : applies == ItemAnswer.No ? $"the judge finds that it does not apply: {item.AppliesWhen}"
            : applies == ItemAnswer.Unsure ? $"whether it applies is unsure: {item.AppliesWhen}"
            : turns ? "the judge's answer turns with the wording"
            : mean.Mass < JudgeAnswer.LeastMass ? "the judge answered with neither yes nor no"
            : "the judge's opinion";
        return new ItemVerdict(item, answer, VerdictSource.Judge, model.Name, evidence)
        {
            PYes = mean.PYes,
            Residual = Math.Clamp(1 - mean.Mass, 0, 1),
            Spread = answers.Length > 1 ? (low, high) : null,
            Caution = model.Caution,
        };
    }

    private async Task<ItemVerdict> ReasonedAsync(ItemVerdict verdict, Trace trace, CancellationToken cancellationToken)
    {
        if (await judge.ReasonAsync(model, trace, verdict.Item.Question, options.Priority, cancellationToken)
            .ConfigureAwait(false) is not { } reasoned)
            return verdict with { Answer = ItemAnswer.Unsure, Evidence = "the judge gave no reason that could be read" };
        if (model.Measure is { TellsApart: false })
            return verdict with { Evidence = $"{reasoned.Reason}; {verdict.Evidence}" };
        var step = reasoned.Step is { } index && index < trace.Steps.Length ? trace.Steps[index] : null;
        return verdict with
        {
            // The written answer and the probability must agree.
            Answer = reasoned.Answer == verdict.Answer ? verdict.Answer : ItemAnswer.Unsure,
            Evidence = reasoned.Answer == verdict.Answer ? reasoned.Reason
            : $"the judge writes {VerdictText.Of(reasoned.Answer)} and its probability says {VerdictText.Of(verdict.Answer)}: "
                + $"{reasoned.Reason}",
            Step = step?.Index,
            Span = step?.Text.Whole,
        };
    }

    private static JudgeAnswer Mean(ImmutableArray<ImmutableArray<JudgeAnswer>> answers, int at) =>
        new(answers.Average(form => form[at].PYes), answers.Average(form => form[at].Mass));
}
