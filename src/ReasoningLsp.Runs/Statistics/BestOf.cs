namespace ReasoningLsp.Runs.Statistics;

/// <summary>RewardBench 2: whether the right one of several answers has the highest score.</summary>
public static class BestOf
{
    /// <summary>The credit for one problem: 1 where a right answer alone is highest, a share where several are equally high and one of them
    /// is right, else 0; null where right or wrong answers are missing.</summary>
    public static double? Credit(IReadOnlyCollection<ScoredLabel> answers)
    {
        ArgumentNullException.ThrowIfNull(answers);
        if (!answers.Any(answer => answer.IsRight) || answers.All(answer => answer.IsRight))
            return null;
        var highest = answers.Max(answer => answer.Score);
        var first = answers.Where(answer => answer.Score == highest).ToList();
        return first.Exists(answer => answer.IsRight) ? first.Count(answer => answer.IsRight) / (double)first.Count : 0;
    }

    /// <summary>Of a problem with several right answers: whether all of them stand above every wrong one, and whether they lie closer
    /// together than to the wrong ones (the subset Ties); null where there is nothing to compare.</summary>
    public static (bool AllAbove, bool CloserTogether)? Ties(IReadOnlyCollection<ScoredLabel> answers)
    {
        ArgumentNullException.ThrowIfNull(answers);
        var right = answers.Where(answer => answer.IsRight).Select(answer => answer.Score).ToList();
        var wrong = answers.Where(answer => !answer.IsRight).Select(answer => answer.Score).ToList();
        if (right.Count < 2 || wrong.Count == 0)
            return null;
        var margin = right.Min() - wrong.Max();
        return (margin > 0, margin > right.Max() - right.Min());
    }
}
