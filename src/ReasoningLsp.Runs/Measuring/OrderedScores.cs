using ReasoningLsp.Runs.Statistics;

namespace ReasoningLsp.Runs.Measuring;

/// <summary>Scores that are sorted once, so that their order can be measured for any weights of the problems.</summary>
internal sealed class OrderedScores
{
    private readonly (double Score, bool IsRight, int Problem)[] _sorted;

    /// <summary>Sorts them.</summary>
    public OrderedScores(IEnumerable<(ScoredLabel Item, int Problem)> items) =>
        _sorted = [.. items.Select(each => (each.Item.Score, each.Item.IsRight, each.Problem)).OrderBy(each => each.Score)];

    /// <summary>How many.</summary>
    public int Count => _sorted.Length;

    /// <summary>The area under the ROC curve, ties counted half; null where one kind is missing.</summary>
    public double? Auc(int[] weights)
    {
        double won = 0, right = 0, below = 0;
        for (var at = 0; at < _sorted.Length;)
        {
            double rightHere = 0, wrongHere = 0;
            for (var score = _sorted[at].Score; at < _sorted.Length && _sorted[at].Score == score; at++)
            {
                if (_sorted[at].IsRight)
                    rightHere += weights[_sorted[at].Problem];
                else
                    wrongHere += weights[_sorted[at].Problem];
            }

            won += rightHere * (below + (wrongHere / 2));
            right += rightHere;
            below += wrongHere;
        }

        return right == 0 || below == 0 ? null : won / (right * below);
    }
}
