using ReasoningLsp.Review.Profiles;
using ReasoningLsp.Runs.Labels;
using ReasoningLsp.Runs.Measuring;
using ReasoningLsp.Runs.Statistics;
using ReasoningLsp.Runs.Tests.Support;
using ReasoningLsp.TestSupport;
using Xunit;

namespace ReasoningLsp.Runs.Tests.Measuring;

/// <summary>What is told of a step of a score: how many were judged, what share was right, and nothing beyond.</summary>
public sealed class CalibrationLevelsTests
{
    [Fact]
    public void Every_level_holds_enough_steps_and_says_what_was_counted()
    {
        var random = new Random(5);
        List<ScoredLabel> items = [.. Enumerable.Range(0, 400).Select(_ => random.NextDouble())
            .Select(score => new ScoredLabel(score, random.NextDouble() < score))];
        var levels = CalibrationLevels.Of(items);
        Assert.InRange(levels.Length, 2, 20);
        Assert.Equal(items.Count, levels.Sum(level => level.Steps));
        foreach (var level in levels)
        {
            var within = items.Where(item => item.Score >= level.From && item.Score <= level.To).ToList();
            Assert.True(within.Count == level.Steps && level.Steps >= CalibrationLevels.Fewest);
            Assert.Equal(within.Count(item => item.IsRight) / (double)within.Count, level.Right, 1e-12);
        }

        Assert.Equal(levels.Select(level => level.Right).Order(), levels.Select(level => level.Right));
    }

    [Fact]
    public void What_is_kept_is_told_by_language_where_so_many_were_judged()
    {
        using var folder = new TestFolder();
        var traces = Enumerable.Range(0, 300).Select(at => Kept.Of(at, $"p{at}", ["a"], at % 3 == 0 ? 0 : -1)
            .WithScores(at % 3 == 0 ? 0.2 + (at % 5 * 0.1) : 0.5 + (at % 5 * 0.1))).Select(trace =>
                MeasuredTrace.Of(trace, LabelSource.Records)).ToList();
        var path = MeasuredCalibration.PathOf(folder.Path, "a profile", "m/odel");
        Assert.Equal(folder.At("calibration/a_profile.m_odel.json"), path);
        Assert.Null(MeasuredCalibration.Read(path));
        CalibrationFile.Write(path, "a profile", "m/odel", "hash", [CalibrationTrial.Of(string.Empty, traces)!,
            CalibrationTrial.Of("language = de", traces[..150])!]);
        var measured = MeasuredCalibration.Read(path)!;
        Assert.Equal(300, measured.For("fr")!.Levels.Sum(level => level.Steps));
        Assert.Equal(150, measured.For("de")!.Levels.Sum(level => level.Steps));
        Assert.Equal((0.2, 0.9), (Math.Round(measured.For(null)!.From, 6), Math.Round(measured.For(null)!.To, 6)));
        Assert.Null(measured.For(null)!.At(0.95));
        Assert.Equal(1, measured.For(null)!.At(0.88)!.Right, 1e-12);
        folder.Write("calibration/a_profile.m_odel.json", "[1, 2");
        Assert.Null(MeasuredCalibration.Read(path));
    }
}
