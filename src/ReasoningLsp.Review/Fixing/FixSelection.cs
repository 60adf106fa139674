using System.Collections.Immutable;
using ReasoningLsp.Review.Findings;
using ReasoningLsp.Traces;

namespace ReasoningLsp.Review.Fixing;

/// <summary>The fixes of one pass: as many as do not touch each other, first come, first served.</summary>
/// <param name="Edits">Ascending and not overlapping.</param>
/// <param name="Fixes">How many fixes they stem from.</param>
public sealed record FixSelection(ImmutableArray<TextEdit> Edits, int Fixes)
{
    /// <summary>Those that put right one value of a step and nothing else, though later steps may use it.</summary>
    public ImmutableArray<(Finding Finding, TextEdit Edit)> Alone { get; init; } = [];

    /// <summary>Chooses one fix a finding: of <paramref name="reach"/> where it has one, the exact one otherwise; whatever the reach, what
    /// the same step says of the value and what the answer states are taken along.</summary>
    public static FixSelection Choose(IEnumerable<Finding> findings, FixKind reach)
    {
        var taken = new SortedSet<TextEdit>(Comparer<TextEdit>.Create((left, right) => left.Span.Start.CompareTo(right.Span.Start)));
        var count = 0;
        var alone = ImmutableArray.CreateBuilder<(Finding, TextEdit)>();
        foreach (var finding in findings)
        {
            var fix = finding.Fixes.FirstOrDefault(each => each.IsOfOneStep) ?? finding.Fixes.FirstOrDefault(each => each.Kind == reach)
                ?? finding.Fixes.FirstOrDefault(each => each.Kind == FixKind.Exact);
            if (fix is null || fix.Edits.IsEmpty || fix.Edits.Any(edit => Collides(taken, edit)))
                continue;
            taken.UnionWith(fix.Edits);
            if (fix is { Kind: FixKind.Exact, Edits: [var edit] } && finding.Step is not null)
                alone.Add((finding, edit));
            count++;
        }

        return new FixSelection([.. taken], count) { Alone = alone.ToImmutable() };
    }

    private static bool Collides(SortedSet<TextEdit> taken, TextEdit edit)
    {
        // Only the neighbours can touch, because the taken edits do not touch each other.
        var before = taken.GetViewBetween(new TextEdit(new TextSpan(0, 0), string.Empty), edit).Max;
        var after = taken.GetViewBetween(edit, new TextEdit(new TextSpan(int.MaxValue, 0), string.Empty)).Min;
        return (before is not null && before.Span.Touches(edit.Span)) || (after is not null && after.Span.Touches(edit.Span));
    }
}
