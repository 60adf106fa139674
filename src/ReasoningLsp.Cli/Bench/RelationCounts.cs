using System.Collections.Immutable;
using ReasoningLsp.Review.Findings;
using ReasoningLsp.Review.Reviews;

namespace ReasoningLsp.Cli.Bench;

/// <summary>What became of the relations in a set of traces.</summary>
internal sealed record RelationCounts
{
    /// <summary>Nothing counted yet.</summary>
    public static RelationCounts None { get; } = new();

    /// <summary>Relations found.</summary>
    public long Found => Read + NotUnderstood;

    /// <summary>Of these, those whose notation was understood.</summary>
    public long Read => Proven + Refuted + Undecided;

    /// <summary>Relations that hold.</summary>
    public long Proven { get; init; }

    /// <summary>Relations that are false.</summary>
    public long Refuted { get; init; }

    /// <summary>Relations that were read but not decided.</summary>
    public long Undecided { get; init; }

    /// <summary>Relations whose notation was not understood.</summary>
    public long NotUnderstood { get; init; }

    /// <summary>Relations with no unknown symbol.</summary>
    public long Numeric { get; init; }

    /// <summary>Of these, those that were decided.</summary>
    public long NumericDecided { get; init; }

    /// <summary>How many were left undecided for each reason.</summary>
    public ImmutableSortedDictionary<OpenReason, long> Open { get; init; } = ImmutableSortedDictionary<OpenReason, long>.Empty;

    /// <summary>Proven or refuted.</summary>
    public long Decided => Proven + Refuted;

    /// <summary>Those that claim nothing: definitions, conditions, and what was said before.</summary>
    public long Premises => Open.Where(reason => OpenReasons.IsPremise(reason.Key)).Sum(reason => reason.Value);

    /// <summary>Those that claim something, whether it was decided or not.</summary>
    public long Claims => Read - Premises;

    /// <summary>How many reasons are told.</summary>
    public const int MostReasons = 10;

    /// <summary>The reasons for which most claims were left, the largest first.</summary>
    public IEnumerable<KeyValuePair<OpenReason, long>> Largest => Open.Where(reason => !OpenReasons.IsPremise(reason.Key))
        .OrderByDescending(reason => reason.Value).Take(MostReasons);

    /// <summary>The same and one trace more.</summary>
    public RelationCounts With(TraceReview review)
    {
        var open = Open.ToBuilder();
        long proven = 0, refuted = 0, undecided = 0, notUnderstood = 0, numeric = 0, numericDecided = 0;
        foreach (var relation in review.Steps.SelectMany(step => step.Relations).Where(relation => !relation.IsInWords))
        {
            var isDecided = relation.Verdict is RelationVerdict.Proven or RelationVerdict.Refuted;
            proven += relation.Verdict == RelationVerdict.Proven ? 1 : 0;
            refuted += relation.Verdict == RelationVerdict.Refuted ? 1 : 0;
            notUnderstood += relation.Verdict == RelationVerdict.NotUnderstood ? 1 : 0;
            numeric += relation.IsNumeric ? 1 : 0;
            numericDecided += relation.IsNumeric && isDecided ? 1 : 0;
            if (relation.Verdict != RelationVerdict.Undecided)
                continue;
            undecided++;
            open[relation.Open] = open.GetValueOrDefault(relation.Open) + 1;
        }

        return this with
        {
            Proven = Proven + proven,
            Refuted = Refuted + refuted,
            Undecided = Undecided + undecided,
            NotUnderstood = NotUnderstood + notUnderstood,
            Numeric = Numeric + numeric,
            NumericDecided = NumericDecided + numericDecided,
            Open = open.ToImmutable(),
        };
    }

    /// <summary>Both together.</summary>
    public RelationCounts Plus(RelationCounts other) => new()
    {
        Proven = Proven + other.Proven,
        Refuted = Refuted + other.Refuted,
        Undecided = Undecided + other.Undecided,
        NotUnderstood = NotUnderstood + other.NotUnderstood,
        Numeric = Numeric + other.Numeric,
        NumericDecided = NumericDecided + other.NumericDecided,
        Open = other.Open.Aggregate(Open, (open, reason) =>
            open.SetItem(reason.Key, open.GetValueOrDefault(reason.Key) + reason.Value)),
    };
}
