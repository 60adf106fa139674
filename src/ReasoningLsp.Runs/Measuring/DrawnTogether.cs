namespace ReasoningLsp.Runs.Measuring;

/// <summary>What is drawn together when a figure's interval is drawn: solutions of one problem, because they are right or wrong together.
/// Of fewer than ten problems too few different draws come: then solutions are drawn, those of one text together, and what the intervals
/// say is of other solutions of these problems and not of other problems.</summary>
internal static class DrawnTogether
{
    private const int FewestProblems = 10;

    /// <summary>Of each trace the number of what it is drawn with, how many of them there are, and whether they are solutions.</summary>
    public static (List<int> NumberOf, int Count, bool AreSolutions) Of(IReadOnlyList<MeasuredTrace> traces)
    {
        var judged = traces.Where(trace => trace.IsJudged).ToList();
        var problems = judged.Select(trace => trace.Problem).Distinct().Take(FewestProblems).Count();
        var areSolutions = problems < FewestProblems && judged.Select(trace => trace.Hash).Distinct().Count() > problems;
        var numbers = new Dictionary<string, int>(StringComparer.Ordinal);
        List<int> numberOf = [.. traces.Select(trace => (areSolutions ? trace.Hash : trace.Problem) is var key
            && numbers.TryGetValue(key, out var known) ? known : numbers[areSolutions ? trace.Hash : trace.Problem] = numbers.Count)];
        return (numberOf, numbers.Count, areSolutions);
    }
}
