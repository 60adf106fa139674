using System.Collections.Immutable;
using ReasoningLsp.Review.Findings;
using ReasoningLsp.Review.Reviews;

namespace ReasoningLsp.Cli.Bench;

/// <summary>What was counted over a set of labelled traces.</summary>
internal sealed record BenchCounts
{
    /// <summary>Name of the set.</summary>
    public required string Set { get; init; }

    /// <summary>Traces that people found wrong.</summary>
    public int Wrong { get; init; }

    /// <summary>Traces that people found right.</summary>
    public int Clean { get; init; }

    /// <summary>Traces nobody judged step by step.</summary>
    public int Unlabelled { get; init; }

    /// <summary>Records that could not be read.</summary>
    public int Unreadable { get; init; }

    /// <summary>Traces whose steps were read otherwise than the record lists them, so that the label may point elsewhere.</summary>
    public int Misaligned { get; init; }

    /// <summary>Wrong traces whose first error was found exactly where people found it.</summary>
    public int Located { get; init; }

    /// <summary>Wrong traces flagged at an earlier step.</summary>
    public int Before { get; init; }

    /// <summary>Wrong traces flagged only at a later step.</summary>
    public int After { get; init; }

    /// <summary>Wrong traces in which no error was found.</summary>
    public int Missed { get; init; }

    /// <summary>Clean traces with a first error step.</summary>
    public int FalseAlarms { get; init; }

    /// <summary>Clean traces with a finding of RR1xx or RR3xx of any severity.</summary>
    public int CleanWithFinding { get; init; }

    /// <summary>Unlabelled traces with a first error step.</summary>
    public int UnlabelledFlagged { get; init; }

    /// <summary>What became of the relations.</summary>
    public RelationCounts Relations { get; init; } = RelationCounts.None;

    /// <summary>Findings of RR1xx and RR3xx at a step of a labelled trace, of any severity, by kind.</summary>
    public ImmutableSortedDictionary<string, FindingCounts> Kinds { get; init; } =
        ImmutableSortedDictionary.Create<string, FindingCounts>(StringComparer.Ordinal);

    /// <summary>Labelled traces with a hint of RR2xx, by rule: how many of the clean ones, how many of the wrong ones.</summary>
    public ImmutableSortedDictionary<string, (int Clean, int Wrong)> Hints { get; init; } =
        ImmutableSortedDictionary.Create<string, (int Clean, int Wrong)>(StringComparer.Ordinal);

    /// <summary>Steps.</summary>
    public long Steps { get; init; }

    /// <summary>Steps with a decided relation.</summary>
    public long StepsDecided { get; init; }

    /// <summary>A reward model's figures, where one was asked.</summary>
    public ScoreCounts? Scores { get; init; }

    /// <summary>Whether solutions answer their problems, where that was asked.</summary>
    public BackwardCounts? Backward { get; init; }

    /// <summary>What a judge is worth, where one was asked.</summary>
    public JudgeCounts? Judge { get; init; }

    /// <summary>Alarms on traces that nobody called wrong.</summary>
    public AlarmCounts Alarms { get; init; } = AlarmCounts.None;

    /// <summary>What fixes do, where they were tried.</summary>
    public FixCounts? Fixes { get; init; }

    /// <summary>All traces.</summary>
    public int Traces => Wrong + Clean + Unlabelled;

    /// <summary>
    /// ProcessBench's measure: the harmonic mean of the shares of wrong traces located and of clean traces left alone;
    /// null where one of the two kinds is missing.
    /// </summary>
    public double? F1
    {
        get
        {
            if (Wrong == 0 || Clean == 0)
                return null;
            var located = (double)Located / Wrong;
            var leftAlone = (double)(Clean - FalseAlarms) / Clean;
            return located + leftAlone == 0 ? 0 : 2 * located * leftAlone / (located + leftAlone);
        }
    }

    /// <summary>The same and one trace more.</summary>
    public BenchCounts With(BenchResult result, bool isUnreadable)
    {
        var (review, label, backward, judged, _) = result;
        var found = review.FirstErrorStep;
        var counted = this with
        {
            Unreadable = Unreadable + (isUnreadable ? 1 : 0),
            Misaligned = Misaligned + (label.Steps is { } steps && steps != review.Steps.Length ? 1 : 0),
            Relations = Relations.With(review),
            Kinds = label.FirstWrongStep is { } wrong ? Counted(review, wrong) : Kinds,
            Hints = label.FirstWrongStep is { } first ? Hinted(review, first < 0) : Hints,
            Steps = Steps + review.Steps.Length,
            StepsDecided = StepsDecided + review.Decided,
            Scores = review.Scores is { } scores ? (Scores ?? new ScoreCounts()).With(review, scores, label) : Scores,
            Backward = backward is var (own, other) ? (Backward ?? new BackwardCounts()).With(own, other, label) : Backward,
            Judge = judged is null ? Judge : (Judge ?? new JudgeCounts()).With(judged),
        };
        return label.FirstWrongStep switch
        {
            null => counted with { Unlabelled = Unlabelled + 1, UnlabelledFlagged = UnlabelledFlagged + (found >= 0 ? 1 : 0) },
            < 0 => counted with
            {
                Clean = Clean + 1,
                FalseAlarms = FalseAlarms + (found >= 0 ? 1 : 0),
                CleanWithFinding = CleanWithFinding + (BenchOutcome.SpeaksOfMathematics(review) ? 1 : 0),
            },
            { } step => counted with
            {
                Wrong = Wrong + 1,
                Located = Located + (found == step ? 1 : 0),
                Before = Before + (found >= 0 && found < step ? 1 : 0),
                After = After + (found > step ? 1 : 0),
                Missed = Missed + (found < 0 ? 1 : 0),
            },
        };
    }

    /// <summary>Both together, under the name of this one.</summary>
    public BenchCounts Plus(BenchCounts other) => this with
    {
        Wrong = Wrong + other.Wrong,
        Clean = Clean + other.Clean,
        Unlabelled = Unlabelled + other.Unlabelled,
        Unreadable = Unreadable + other.Unreadable,
        Misaligned = Misaligned + other.Misaligned,
        Located = Located + other.Located,
        Before = Before + other.Before,
        After = After + other.After,
        Missed = Missed + other.Missed,
        FalseAlarms = FalseAlarms + other.FalseAlarms,
        CleanWithFinding = CleanWithFinding + other.CleanWithFinding,
        UnlabelledFlagged = UnlabelledFlagged + other.UnlabelledFlagged,
        Relations = Relations.Plus(other.Relations),
        Kinds = other.Kinds.Aggregate(Kinds, (kinds, kind) => Plus(kinds, kind.Key, kind.Value)),
        Hints = other.Hints.Aggregate(Hints, (hints, rule) => Plus(hints, rule.Key, rule.Value)),
        Steps = Steps + other.Steps,
        StepsDecided = StepsDecided + other.StepsDecided,
        Scores = Scores is null ? other.Scores : other.Scores is null ? Scores : Scores.Plus(other.Scores),
        Backward = Backward is null ? other.Backward : other.Backward is null ? Backward : Backward.Plus(other.Backward),
        Alarms = Alarms.Plus(other.Alarms),
        Fixes = Fixes is null ? other.Fixes : other.Fixes is null ? Fixes : Fixes.Plus(other.Fixes),
        Judge = Judge is null ? other.Judge : other.Judge is null ? Judge : Judge.Plus(other.Judge),
    };

    private ImmutableSortedDictionary<string, (int Clean, int Wrong)> Hinted(TraceReview review, bool isClean) => review.Findings
        .Where(finding => finding.Rule.Family == RuleFamily.Structure).Select(finding => finding.Rule.Id).Distinct(StringComparer.Ordinal)
        .Aggregate(Hints, (hints, rule) => Plus(hints, rule, isClean ? (1, 0) : (0, 1)));

    private static ImmutableSortedDictionary<string, (int Clean, int Wrong)> Plus(
        ImmutableSortedDictionary<string, (int Clean, int Wrong)> hints, string rule, (int Clean, int Wrong) counts)
    {
        var (clean, wrong) = hints.GetValueOrDefault(rule);
        return hints.SetItem(rule, (clean + counts.Clean, wrong + counts.Wrong));
    }

    // A kind that says several things of one trace is counted where it speaks first.
    private ImmutableSortedDictionary<string, FindingCounts> Counted(TraceReview review, int label) => review.Findings
        .Where(finding => finding.Rule.Refutes && finding.Step is not null).GroupBy(FindingKind.Of, StringComparer.Ordinal)
        .Aggregate(Kinds, (kinds, kind) => Plus(kinds, kind.Key, FindingCounts.Of(kind.Min(finding => finding.Step!.Value), label)));

    private static ImmutableSortedDictionary<string, FindingCounts> Plus(ImmutableSortedDictionary<string, FindingCounts> kinds,
        string kind, FindingCounts counts) => kinds.SetItem(kind, kinds.GetValueOrDefault(kind).Plus(counts));
}
