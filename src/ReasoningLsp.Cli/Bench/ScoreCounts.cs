using System.Collections.Immutable;
using ReasoningLsp.Review.Models;
using ReasoningLsp.Review.Profiles;
using ReasoningLsp.Review.Reviews;
using ReasoningLsp.Review.Scores;

namespace ReasoningLsp.Cli.Bench;

/// <summary>How a reward model's scores compare with what people said, alone and together with the exact checks.</summary>
internal sealed record ScoreCounts
{
    private const int BinCount = 10;

    /// <summary>Wrong traces with scores.</summary>
    public int Wrong { get; init; }

    /// <summary>Clean traces with scores.</summary>
    public int Clean { get; init; }

    /// <summary>Wrong traces whose first doubted step is the first wrong one.</summary>
    public int Located { get; init; }

    /// <summary>Clean traces without a doubted step.</summary>
    public int LeftAlone { get; init; }

    /// <summary>As <see cref="Located"/>, where an exact check's finding counts before any score.</summary>
    public int LocatedTogether { get; init; }

    /// <summary>As <see cref="LeftAlone"/>, where an exact check's finding counts before any score.</summary>
    public int LeftAloneTogether { get; init; }

    /// <summary>Sum of the squared differences between score and label.</summary>
    public double SquaredErrors { get; init; }

    /// <summary>By score, in ten bins from 0 to 1: steps, sum of their scores, and how many were right.</summary>
    public ImmutableArray<(long Steps, double Scores, long Right)> Bins { get; init; } = [.. new (long, double, long)[BinCount]];

    /// <summary>Each way of making one score of a trace's.</summary>
    public AggregateCounts Aggregates { get; init; } = new();

    /// <summary>The scores of the mathematics alone, where they were asked for.</summary>
    public ViewCounts? Views { get; init; }

    /// <summary>The model's name with all that must be said of it.</summary>
    public string? Model { get; init; }

    /// <summary>By which rule the first wrong step is found.</summary>
    public string? Rule { get; init; }

    /// <summary>The scores themselves, where the published rule tunes its threshold on a set.</summary>
    public ThresholdSweep? Sweep { get; init; }

    /// <summary>The threshold that was tuned, and on which set, or null.</summary>
    public (double Threshold, string Set)? Tuned { get; init; }

    /// <summary>ProcessBench's measure at the tuned threshold.</summary>
    public double? F1Tuned => Tuned is var (threshold, _) ? Sweep?.F1At(threshold) : null;

    /// <summary>ProcessBench's measure of the scores alone.</summary>
    public double? F1 => Harmonic(Located, LeftAlone);

    /// <summary>ProcessBench's measure together with the exact checks.</summary>
    public double? F1Together => Harmonic(LocatedTogether, LeftAloneTogether);

    /// <summary>Steps that people judged.</summary>
    public long Steps => Bins.Sum(bin => bin.Steps);

    /// <summary>Brier's score: mean squared difference, 0 is best.</summary>
    public double? Brier => Steps == 0 ? null : SquaredErrors / Steps;

    /// <summary>Expected calibration error over the ten bins.</summary>
    public double? CalibrationError =>
        Steps == 0 ? null : Bins.Where(bin => bin.Steps > 0).Sum(bin => Math.Abs(bin.Scores - bin.Right)) / Steps;

    /// <summary>The same and one trace more.</summary>
    public ScoreCounts With(TraceReview review, TraceScores scores, TraceLabel label)
    {
        if (label.FirstWrongStep is not { } wrong || wrong >= scores.Steps.Length)
            return this;
        if (scores.Whole is not null)
            return this with { Aggregates = Aggregates.With(scores, wrong) };
        var found = Doubt.FirstAsPublished(scores);
        var exact = ExactFirst(review);
        var together = exact >= 0 ? exact : found;
        var counted = this with
        {
            Aggregates = Aggregates.With(scores, wrong),
            Rule = PublishedRuleText.Of(scores.Profile),
            Model = ScoreText.Model(scores with { Note = null }),
            Sweep = scores.Profile.Published == PublishedRule.Tuned
                ? new((Sweep ?? ThresholdSweep.Empty).Traces.Add(([.. scores.Steps.Select(step => step.Value)], wrong))) : null,
            Views = review.MathematicsScores is { } mathematics ? (Views ?? new ViewCounts()).With(scores, mathematics, wrong) : Views,
        };
        // Of what is no probability nobody can say how well it is calibrated.
        var judged = scores.Profile.Scale != ScoreScale.Probability ? 0 : wrong < 0 ? scores.Steps.Length : wrong + 1;
        for (var step = 0; step < judged; step++)
            counted = counted.With(scores.Steps[step].Value, step != wrong);
        return wrong < 0
            ? counted with
            {
                Clean = Clean + 1,
                LeftAlone = LeftAlone + (found < 0 ? 1 : 0),
                LeftAloneTogether = LeftAloneTogether + (together < 0 ? 1 : 0)
            }
            : counted with
            {
                Wrong = Wrong + 1,
                Located = Located + (found == wrong ? 1 : 0),
                LocatedTogether = LocatedTogether + (together == wrong ? 1 : 0)
            };
    }

    /// <summary>Both together.</summary>
    public ScoreCounts Plus(ScoreCounts other) => new()
    {
        Wrong = Wrong + other.Wrong,
        Clean = Clean + other.Clean,
        Located = Located + other.Located,
        LeftAlone = LeftAlone + other.LeftAlone,
        LocatedTogether = LocatedTogether + other.LocatedTogether,
        LeftAloneTogether = LeftAloneTogether + other.LeftAloneTogether,
        SquaredErrors = SquaredErrors + other.SquaredErrors,
        Aggregates = Aggregates.Plus(other.Aggregates),
        Rule = Rule ?? other.Rule,
        Model = Model ?? other.Model,
        Sweep = Sweep is null ? other.Sweep : other.Sweep is null ? Sweep : Sweep.Plus(other.Sweep),
        Tuned = Tuned ?? other.Tuned,
        Views = Views is null ? other.Views : other.Views is null ? Views : Views.Plus(other.Views),
        Bins = [.. Bins.Zip(other.Bins, (a, b) => (a.Steps + b.Steps, a.Scores + b.Scores, a.Right + b.Right))],
    };

    private static int ExactFirst(TraceReview review) =>
        review.Steps.Select(step => step.Step).FirstOrDefault(step => review.IsRefuted(step), -1);

    private ScoreCounts With(double score, bool isRight)
    {
        var at = Math.Clamp((int)(score * BinCount), 0, BinCount - 1);
        var (steps, scores, right) = Bins[at];
        return this with
        {
            SquaredErrors = SquaredErrors + ((score - (isRight ? 1 : 0)) * (score - (isRight ? 1 : 0))),
            Bins = Bins.SetItem(at, (steps + 1, scores + score, right + (isRight ? 1 : 0))),
        };
    }

    private double? Harmonic(int located, int leftAlone) => Harmonic(located, Wrong, leftAlone, Clean);

    /// <summary>The harmonic mean of two shares, or null where one is of nothing.</summary>
    public static double? Harmonic(int located, int wrong, int leftAlone, int clean)
    {
        if (wrong == 0 || clean == 0)
            return null;
        var (a, b) = ((double)located / wrong, (double)leftAlone / clean);
        return a + b == 0 ? 0 : 2 * a * b / (a + b);
    }
}
