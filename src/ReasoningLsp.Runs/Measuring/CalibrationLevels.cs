using System.Collections.Immutable;
using ReasoningLsp.Review.Profiles;
using ReasoningLsp.Runs.Statistics;

namespace ReasoningLsp.Runs.Measuring;

/// <summary>Scores between which nobody could tell a difference in how many steps were right.</summary>
public static class CalibrationLevels
{
    /// <summary>Of fewer judged steps a share says too little to be told to a person.</summary>
    public const int Fewest = 20;

    /// <summary>The levels: those of the rising curve, joined with their neighbours until each holds enough steps.</summary>
    public static ImmutableArray<CalibrationLevel> Of(IReadOnlyCollection<ScoredLabel> items)
    {
        var curve = IsotonicFit.Of(items);
        var levels = new List<CalibrationLevel>();
        foreach (var block in items.GroupBy(item => curve.At(item.Score)).OrderBy(group => group.Min(item => item.Score)))
        {
            var level = new CalibrationLevel(block.Min(item => item.Score), block.Max(item => item.Score), block.Count(),
                block.Count(item => item.IsRight) / (double)block.Count());
            if (levels.Count > 0 && levels[^1].Steps < Fewest)
                levels[^1] = Joined(levels[^1], level);
            else
                levels.Add(level);
        }

        if (levels.Count > 1 && levels[^1].Steps < Fewest)
        {
            levels[^2] = Joined(levels[^2], levels[^1]);
            levels.RemoveAt(levels.Count - 1);
        }

        return [.. levels];
    }

    private static CalibrationLevel Joined(CalibrationLevel one, CalibrationLevel next) => new(one.From, next.To, one.Steps + next.Steps,
        ((one.Right * one.Steps) + (next.Right * next.Steps)) / (one.Steps + next.Steps));
}
