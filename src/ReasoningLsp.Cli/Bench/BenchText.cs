using System.Globalization;
using ReasoningLsp.Review.Findings;
using ReasoningLsp.Review.Scores;

namespace ReasoningLsp.Cli.Bench;

/// <summary>Figures for a person.</summary>
internal static class BenchText
{
    /// <summary>Writes one set.</summary>
    public static void Write(TextWriter output, BenchCounts set)
    {
        void Line(string name, string value) => output.WriteLine($"  {name,-34}{value}");
        output.WriteLine(set.Set);
        Line("traces", string.Create(CultureInfo.InvariantCulture,
            $"{set.Traces:N0}: {set.Wrong:N0} wrong, {set.Clean:N0} clean, {set.Unlabelled:N0} unlabelled"));
        if (set.Unreadable > 0)
            Line("unreadable records", set.Unreadable.ToString("N0", CultureInfo.InvariantCulture));
        if (set.Misaligned > 0)
            Line("steps read otherwise than listed", set.Misaligned.ToString("N0", CultureInfo.InvariantCulture));
        if (set.Wrong > 0)
        {
            Line("first error located exactly", new Proportion(set.Located, set.Wrong).ToString());
            Line("found before the label", new Proportion(set.Before, set.Wrong).ToString());
            Line("found after the label", new Proportion(set.After, set.Wrong).ToString());
            Line("missed", new Proportion(set.Missed, set.Wrong).ToString());
        }

        if (set.Clean > 0)
        {
            Line("clean, firstErrorStep ≥ 0", new Proportion(set.FalseAlarms, set.Clean).ToString());
            Line("clean, any RR1xx or RR3xx finding", new Proportion(set.CleanWithFinding, set.Clean).ToString());
        }

        if (set.Unlabelled > 0)
            Line("unlabelled, firstErrorStep ≥ 0", new Proportion(set.UnlabelledFlagged, set.Unlabelled).ToString());
        if (set.Alarms is { Traces: > 0 } alarms)
        {
            Line("alarms, error or warning", new Proportion(alarms.Warned, alarms.Traces).ToString());
            Line("alarms of any severity", new Proportion(alarms.Alarmed, alarms.Traces).ToString());
            if (alarms.Alarmed > 0)
            {
                Line("alarms by rule", Counted(alarms.Rules));
                Line("alarms by kind of reading", Counted(alarms.Readings));
            }
        }

        if (set.Fixes is { } fixes)
        {
            Line("right traces changed by --fix", new Proportion(fixes.RightChanged, fixes.Right).ToString());
            Line("wrong traces changed by --fix", new Proportion(fixes.WrongChanged, fixes.Wrong).ToString());
            Line("changed before the first wrong step", new Proportion(fixes.ChangedBefore, fixes.Wrong).ToString());
            Line("with a new finding after --fix", fixes.Spoiled.ToString("N0", CultureInfo.InvariantCulture));
        }

        if (set.F1 is { } f1)
            Line("F1 (ProcessBench)", string.Create(CultureInfo.InvariantCulture, $"{100 * f1,6:0.00}"));
        WriteRelations(set.Relations, Line);
        Line("steps with a relation decided", new Proportion(set.StepsDecided, set.Steps).ToString());
        foreach (var (kind, counts) in set.Kinds.OrderByDescending(kind => kind.Value.Found))
            Line(kind, string.Create(CultureInfo.InvariantCulture, $"{counts.Found:N0} found: {counts.Right:N0} right, "
                + $"{counts.Early:N0} early, {counts.Later:N0} later, {counts.False:N0} false"));
        foreach (var (rule, (clean, wrong)) in set.Hints)
            Line($"hint {rule}, of clean, of wrong", $"{new Proportion(clean, set.Clean)}, {new Proportion(wrong, set.Wrong)}");
        if (set.Scores is { } scores)
            ScoreCountsText.Write(scores, Line);
        if (set.Backward is { } backward)
        {
            Line("backward: own before other", new Proportion(backward.OwnFirst, backward.Solutions).ToString());
            Line("backward: own called unrelated", new Proportion(backward.OwnUnrelated, backward.Solutions).ToString());
            Line("backward: other called unrelated", new Proportion(backward.OtherUnrelated, backward.Solutions).ToString());
            Line("backward: AUC", string.Create(CultureInfo.InvariantCulture,
                $"own above other problem {backward.OwnAuc:0.000}, clean above wrong solution "
                    + $"{(backward.CleanAuc is { } auc ? auc.ToString("0.000", CultureInfo.InvariantCulture) : "–")}"));
        }

        if (set.Judge is { } judge)
            JudgeCountsText.Write(judge, Line);
        output.WriteLine();
    }

    private static void WriteRelations(RelationCounts relations, Action<string, string> line)
    {
        line("relations found", string.Create(CultureInfo.InvariantCulture,
            $"{relations.Found:N0}: {relations.Read:N0} read, {relations.NotUnderstood:N0} not understood"));
        line("of those read", string.Create(CultureInfo.InvariantCulture,
            $"{relations.Proven:N0} proven, {relations.Refuted:N0} refuted, {relations.Undecided:N0} undecided"));
        line("claim nothing", string.Create(CultureInfo.InvariantCulture, $"{relations.Premises:N0}: ")
            + Named(relations.Open.Where(reason => OpenReasons.IsPremise(reason.Key))));
        line("claims decided", new Proportion(relations.Decided, relations.Claims).ToString());
        line("claims left undecided, why", Named(relations.Largest));
        line("numeric relations decided", new Proportion(relations.NumericDecided, relations.Numeric).ToString());
    }

    private static string Named(IEnumerable<KeyValuePair<OpenReason, long>> reasons) => string.Join(", ", reasons.Select(reason =>
        string.Create(CultureInfo.InvariantCulture, $"{OpenReasons.NameOf(reason.Key)} {reason.Value:N0}")));

    private static string Counted(IEnumerable<KeyValuePair<string, int>> counts) =>
        string.Join(", ", counts.OrderByDescending(count => count.Value)
        .Select(count => string.Create(CultureInfo.InvariantCulture, $"{count.Key} {count.Value:N0}")));
}
