using System.Collections.Immutable;
using ReasoningLsp.Inference.Requests;
using ReasoningLsp.Review.Checklists;
using ReasoningLsp.Review.Judges;
using ReasoningLsp.Runs.Statistics;

namespace ReasoningLsp.Runs.Criteria;

/// <summary>Learns a checklist from people's decisions: a model says what tells right from wrong solutions (CritiQ), the judge answers
/// each question on decided solutions, those stay that tell them apart, and of each the wording that agrees with people in duels
/// (POHF).</summary>
/// <param name="judge">Asks.</param>
/// <param name="model">The model asked.</param>
/// <param name="author">Has questions written.</param>
public sealed class CriteriaLearner(Judge judge, JudgeModel model, CriterionAuthor author)
{
    /// <summary>Fewest decided solutions of each kind on either side.</summary>
    public const int Fewest = 4;

    private const int FewestProblems = 10;
    private const int MostPairs = 8;
    private const int MostCriteria = 6;
    private const double LeastAuc = 0.6;
    private const double LeastGain = 0.005;
    private const int DuelsOfOne = 30;
    private const int Draws = 1000;

    private readonly Dictionary<(JudgedTrace Trace, string Question), double> _answers = [];

    /// <summary>Half of the problems to learn from and half to hold back, right and wrong ones on either side. Of few problems, as of a
    /// class that solved one, half of the solutions, those of one text together.</summary>
    public static (ImmutableArray<JudgedTrace> Learn, ImmutableArray<JudgedTrace> Held) Split(IReadOnlyCollection<JudgedTrace> judged)
    {
        ImmutableArray<JudgedTrace> learn = [], held = [];
        var (wrong, right) = (0, 0);
        foreach (var problem in judged.GroupBy(Together(judged)).OrderBy(group => group.Key, StringComparer.Ordinal))
        {
            // By turns, those with a wrong solution by themselves, because they are few.
            var isLearned = (problem.Any(each => !each.IsRight) ? wrong++ : right++) % 2 == 0;
            (learn, held) = isLearned ? (learn.AddRange(problem), held) : (learn, held.AddRange(problem));
        }

        return (learn, held);
    }

    private static Func<JudgedTrace, string> Together(IEnumerable<JudgedTrace> judged) =>
        judged.Select(each => each.Problem).Distinct().Count() < FewestProblems ? each => each.Text : each => each.Problem;

    /// <summary>Whether there is enough on a side to learn from it, or to say what was learned is worth.</summary>
    public static bool IsEnough(ImmutableArray<JudgedTrace> side) =>
        side.Count(each => each.IsRight) >= Fewest && side.Count(each => !each.IsRight) >= Fewest;

    /// <summary>Learns.</summary>
    /// <param name="learn">What is learned from.</param>
    /// <param name="held">What is held back.</param>
    /// <param name="before">The list that is used so far; its open questions are tried too.</param>
    /// <param name="report">Told what is done.</param>
    /// <param name="cancellationToken">Stops it.</param>
    /// <exception cref="Inference.InferenceException">The engine cannot compute it.</exception>
    public async Task<LearnedChecklist> LearnAsync(ImmutableArray<JudgedTrace> learn, ImmutableArray<JudgedTrace> held,
        ImmutableArray<ChecklistItem> before, Action<string> report, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(report);
        ImmutableArray<string> known = [.. before.Select(item => item.Question)];
        report("Asking what tells right from wrong");
        ImmutableArray<string> tried = [.. known.AddRange(await MinedAsync(learn, cancellationToken).ConfigureAwait(false))
            .Distinct(StringComparer.OrdinalIgnoreCase)];
        report($"Trying {tried.Length} questions on {learn.Length} solutions");
        await AnswerAsync(learn, tried, cancellationToken).ConfigureAwait(false);
        var criteria = ImmutableArray.CreateBuilder<LearnedCriterion>();
        foreach (var question in Chosen(learn, tried))
        {
            report($"Duels of wordings: {question}");
            criteria.Add(await BestWordingAsync(learn, question, cancellationToken).ConfigureAwait(false));
        }

        ImmutableArray<string> learned = [.. criteria.Select(criterion => criterion.Question)];
        await AnswerAsync(held, known.AddRange(learned), cancellationToken).ConfigureAwait(false);
        return new LearnedChecklist(
            criteria.ToImmutable(), tried.Length, learn.Length, held.Length, Worth(held, known), Worth(held, learned));
    }

    private async Task<List<string>> MinedAsync(ImmutableArray<JudgedTrace> learn, CancellationToken cancellationToken)
    {
        var mined = new List<string>();
        foreach (var wrong in learn.Where(each => !each.IsRight).Take(MostPairs))
        {
            // Of the same problem where there is one: what differs is then what counts.
            var right = learn.FirstOrDefault(each => each.IsRight && each.Problem == wrong.Problem)
                ?? learn.Where(each => each.IsRight).ElementAt(mined.Count % learn.Count(each => each.IsRight));
            mined.AddRange(await author.MineAsync(right.Text, wrong.Text, cancellationToken).ConfigureAwait(false));
        }

        return mined;
    }

    private async Task AnswerAsync(
        ImmutableArray<JudgedTrace> traces, ImmutableArray<string> questions, CancellationToken cancellationToken)
    {
        foreach (var trace in traces)
        {
            ImmutableArray<string> open = [.. questions.Distinct().Where(question => !_answers.ContainsKey((trace, question)))];
            var answers = await judge.AskAsync(model, trace.Trace, open, [QuestionForm.Default], RequestPriority.Background,
                cancellationToken).ConfigureAwait(false);
            for (var at = 0; at < open.Length; at++)
                _answers[(trace, open[at])] = answers[0][at].PYes;
        }
    }

    // One after the other, as long as the list gets better by it.
    private List<string> Chosen(ImmutableArray<JudgedTrace> learn, ImmutableArray<string> tried)
    {
        var open = tried.Where(question => Auc(learn, [question]) >= LeastAuc).ToList();
        var (chosen, reached) = (new List<string>(), 0.0);
        while (open.Count > 0 && chosen.Count < MostCriteria)
        {
            var (next, auc) = open.Select(question => (question, Auc(learn, [.. chosen, question]))).MaxBy(each => each.Item2);
            if (auc < reached + LeastGain)
                break;
            reached = auc;
            chosen.Add(next);
            open.Remove(next);
        }

        return chosen;
    }

    private async Task<LearnedCriterion> BestWordingAsync(
        ImmutableArray<JudgedTrace> learn, string question, CancellationToken cancellationToken)
    {
        ImmutableArray<string> wordings = [question, .. (await author.RewordAsync(question, cancellationToken).ConfigureAwait(false))
            .Where(other => !string.Equals(other, question, StringComparison.OrdinalIgnoreCase))];
        if (wordings.Length < 2)
            return new LearnedCriterion(question, Auc(learn, [question]), 1, 0);
        var duels = new Duels(wordings.Length, seed: 20);
        for (var at = 0; at < DuelsOfOne; at++)
        {
            var (one, other) = duels.Next();
            // A person's word on a solution is the thumb: the wording wins that comes nearer to it.
            var trace = learn[at % learn.Length];
            await AnswerAsync([trace], [wordings[one], wordings[other]], cancellationToken).ConfigureAwait(false);
            double a = Nearness(trace, wordings[one]), b = Nearness(trace, wordings[other]);
            if (a > b)
                duels.Won(one, other);
            else if (b > a)
                duels.Won(other, one);
            else
                duels.Drawn();
        }

        var best = wordings[duels.Winner()];
        await AnswerAsync(learn, [best], cancellationToken).ConfigureAwait(false);
        // Nearer to people on the whole, but telling less apart: then it asks something else.
        if (Auc(learn, [best]) < Auc(learn, [question]))
            best = question;
        return new LearnedCriterion(best, Auc(learn, [best]), wordings.Length, duels.Fought);
    }

    private double Nearness(JudgedTrace trace, string wording) =>
        trace.IsRight ? _answers[(trace, wording)] : 1 - _answers[(trace, wording)];

    private double Auc(ImmutableArray<JudgedTrace> traces, IReadOnlyList<string> questions) =>
        Ranking.Auc(traces.Select(trace => new ScoredLabel(Mean(trace, questions), trace.IsRight))) ?? 0.5;

    private double Mean(JudgedTrace trace, IReadOnlyList<string> questions) => questions.Average(question => _answers[(trace, question)]);

    private (double Auc, Interval Interval)? Worth(ImmutableArray<JudgedTrace> held, ImmutableArray<string> questions)
    {
        if (questions.IsEmpty)
            return null;
        var together = Together(held);
        ImmutableArray<(string Problem, ScoredLabel Label)> labels =
            [.. held.Select(trace => (together(trace), new ScoredLabel(Mean(trace, questions), trace.IsRight)))];
        var interval = new Bootstrap(Draws).Of([.. labels.GroupBy(each => each.Problem).Select(group => group.ToList())],
            drawn => Ranking.Auc(drawn.SelectMany(problem => problem.Select(each => each.Label))));
        return Ranking.Auc(labels.Select(each => each.Label)) is { } auc && interval is { } ends ? (auc, ends) : null;
    }
}
