using System.Collections.Immutable;
using System.Text.Json;
using ReasoningLsp.Review.Findings;
using ReasoningLsp.Review.Scores;

namespace ReasoningLsp.Cli.Bench;

/// <summary>Figures for a program: one JSON object a set.</summary>
internal static class BenchJson
{
    /// <summary>Writes one line.</summary>
    public static void Write(Stream output, BenchCounts set)
    {
        JsonRow.Write(output, json =>
        {
            json.WriteString("set", set.Set);
            json.WriteNumber("traces", set.Traces);
            json.WriteNumber("wrong", set.Wrong);
            json.WriteNumber("clean", set.Clean);
            json.WriteNumber("unlabelled", set.Unlabelled);
            json.WriteNumber("unreadable", set.Unreadable);
            json.WriteNumber("misaligned", set.Misaligned);
            Write(json, "located", set.Located, set.Wrong);
            Write(json, "before", set.Before, set.Wrong);
            Write(json, "after", set.After, set.Wrong);
            Write(json, "missed", set.Missed, set.Wrong);
            Write(json, "cleanFlagged", set.FalseAlarms, set.Clean);
            Write(json, "cleanWithFinding", set.CleanWithFinding, set.Clean);
            Write(json, "unlabelledFlagged", set.UnlabelledFlagged, set.Unlabelled);
            Write(json, set.Alarms);
            if (set.Fixes is { } fixes)
                Write(json, fixes);
            if (set.F1 is { } f1)
                json.WriteNumber("f1", Math.Round(f1, 6));
            else
                json.WriteNull("f1");
            Write(json, set.Relations);
            Write(json, "numericDecided", set.Relations.NumericDecided, set.Relations.Numeric);
            Write(json, "stepsDecided", set.StepsDecided, set.Steps);
            Write(json, set.Kinds);
            Write(json, set.Hints, set);
            if (set.Scores is { } scores)
                Write(json, scores);
            if (set.Backward is { } backward)
                Write(json, backward);
            if (set.Judge is { } judge)
                Write(json, judge);
        });
    }

    private static void Write(Utf8JsonWriter json, RelationCounts relations)
    {
        json.WriteStartObject("relations");
        foreach (var (name, count) in ((string, long)[])[("found", relations.Found), ("read", relations.Read),
            ("proven", relations.Proven), ("refuted", relations.Refuted), ("undecided", relations.Undecided),
            ("notUnderstood", relations.NotUnderstood), ("claimNothing", relations.Premises)])
            json.WriteNumber(name, count);
        Write(json, "claimsDecided", relations.Decided, relations.Claims);
        json.WriteStartObject("undecidedBecause");
        foreach (var (reason, count) in relations.Open)
            json.WriteNumber(OpenReasons.KeyOf(reason), count);
        json.WriteEndObject();
        json.WriteEndObject();
    }

    private static void Write(Utf8JsonWriter json, ImmutableSortedDictionary<string, (int Clean, int Wrong)> hints, BenchCounts set)
    {
        json.WriteStartArray("hints");
        foreach (var (rule, (clean, wrong)) in hints)
        {
            json.WriteStartObject();
            json.WriteString("rule", rule);
            Write(json, "clean", clean, set.Clean);
            Write(json, "wrong", wrong, set.Wrong);
            json.WriteEndObject();
        }

        json.WriteEndArray();
    }

    private static void Write(Utf8JsonWriter json, ImmutableSortedDictionary<string, FindingCounts> kinds)
    {
        json.WriteStartArray("findings");
        foreach (var (kind, counts) in kinds)
        {
            json.WriteStartObject();
            json.WriteString("kind", kind);
            foreach (var (name, count) in ((string, int)[])[("found", counts.Found), ("right", counts.Right), ("early", counts.Early),
                ("later", counts.Later), ("false", counts.False)])
                json.WriteNumber(name, count);
            json.WriteEndObject();
        }

        json.WriteEndArray();
    }

    private static void Write(Utf8JsonWriter json, AlarmCounts alarms)
    {
        Write(json, "warned", alarms.Warned, alarms.Traces);
        Write(json, "alarmed", alarms.Alarmed, alarms.Traces);
        foreach (var (name, counts) in ((string, ImmutableSortedDictionary<string, int>)[])[("alarmsByRule", alarms.Rules),
            ("alarmsByReading", alarms.Readings)])
        {
            json.WriteStartObject(name);
            foreach (var (key, count) in counts)
                json.WriteNumber(key, count);
            json.WriteEndObject();
        }
    }

    private static void Write(Utf8JsonWriter json, FixCounts fixes)
    {
        json.WriteStartObject("fixes");
        Write(json, "rightChanged", fixes.RightChanged, fixes.Right);
        Write(json, "wrongChanged", fixes.WrongChanged, fixes.Wrong);
        Write(json, "changedBefore", fixes.ChangedBefore, fixes.Wrong);
        json.WriteNumber("spoiled", fixes.Spoiled);
        json.WriteEndObject();
    }

    private static void Write(Utf8JsonWriter json, BackwardCounts backward)
    {
        json.WriteStartObject("backward");
        Write(json, "ownFirst", backward.OwnFirst, backward.Solutions);
        Write(json, "ownUnrelated", backward.OwnUnrelated, backward.Solutions);
        Write(json, "otherUnrelated", backward.OtherUnrelated, backward.Solutions);
        Write(json, "auc", Known("own", backward.OwnAuc).Concat(Known("clean", backward.CleanAuc)));
        json.WriteEndObject();
    }

    private static void Write(Utf8JsonWriter json, JudgeCounts judge)
    {
        json.WriteStartObject("judge");
        json.WriteNumber("judged", judge.Judged);
        json.WriteNumber("clean", judge.Clean);
        foreach (var (name, auc) in ((string, (double, double, double)?)[])[("auc", judge.Auc), ("aucOfMean", judge.AucOfMean),
            ("aucOfUnflagged", judge.AucOfUnflagged)])
        {
            if (auc is var (value, low, high))
                Write(json, name, [("value", value), ("low", low), ("high", high)]);
        }

        foreach (var (name, share) in ((string, Proportion)[])[("wrongFlagged", judge.WrongFlagged), ("cleanFlagged", judge.CleanFlagged),
            ("right", judge.Right), ("yes", judge.Yes), ("unsure", judge.Unsure)])
            Write(json, name, share.Part, share.Whole);
        if (judge.IsVaried)
        {
            foreach (var (name, share) in ((string, Proportion)[])[("sameInEveryWording", judge.SameInEveryWording),
                ("sameInEitherOrder", judge.SameInEitherOrder), ("sameBackwards", judge.SameBackwards),
                ("sameInEveryForm", judge.SameInEveryForm)])
                Write(json, name, share.Part, share.Whole);
            json.WriteNumber("spread", Math.Round(judge.Spread, 6));
        }

        json.WriteStartArray("flips");
        foreach (var language in judge.Languages.Any() ? judge.Languages.Append(null) : [])
        {
            var (attacked, neutral, attackedShift, neutralShift) = judge.Flips(language);
            json.WriteStartObject();
            json.WriteString("language", language ?? "all");
            Write(json, "instruction", attacked.Part, attacked.Whole);
            Write(json, "neutral", neutral.Part, neutral.Whole);
            json.WriteNumber("instructionShift", Math.Round(attackedShift, 6));
            json.WriteNumber("neutralShift", Math.Round(neutralShift, 6));
            json.WriteEndObject();
        }

        json.WriteEndArray();
        json.WriteEndObject();
    }

    private static void Write(Utf8JsonWriter json, ScoreCounts scores)
    {
        json.WriteStartObject("scores");
        Write(json, "located", scores.Located, scores.Wrong);
        Write(json, "leftAlone", scores.LeftAlone, scores.Clean);
        Write(json, "locatedTogether", scores.LocatedTogether, scores.Wrong);
        Write(json, "leftAloneTogether", scores.LeftAloneTogether, scores.Clean);
        foreach (var (name, value) in ((string, double?)[])[("f1", scores.F1),
            .. scores.Sweep is null ? [] : ((string, double?)[])[("f1Published", scores.F1Tuned),
                ("thresholdTuned", scores.Tuned?.Threshold)], ("f1Together", scores.F1Together), ("brier", scores.Brier),
            ("calibrationError", scores.CalibrationError)])
        {
            if (value is { } figure)
                json.WriteNumber(name, Math.Round(figure, 6));
            else
                json.WriteNull(name);
        }

        if (scores.Model is { } model)
            json.WriteString("model", model);
        if (scores.Rule is { } rule)
            json.WriteString("rule", rule);
        Write(json, "lowestScoreLocated", scores.Aggregates.LowestLocated, scores.Aggregates.Wrong);
        Write(json, "largestFallLocated", scores.Aggregates.FallLocated, scores.Aggregates.Wrong);
        Write(json, "auc", scores.Aggregates.Auc);
        if (scores.Views is { } views)
        {
            json.WriteStartObject("mathematics");
            Write(json, "wrong", views.Wrong, views.Steps);
            Write(json, "disagreeingWrong", views.DisagreeingWrong, views.Disagreeing);
            Write(json, "auc", views.Auc);
            json.WriteEndObject();
        }

        json.WriteStartArray("reliability");
        foreach (var (steps, sum, right) in scores.Bins.Where(bin => bin.Steps > 0))
        {
            json.WriteStartObject();
            json.WriteNumber("score", Math.Round(sum / steps, 6));
            json.WriteNumber("right", right);
            json.WriteNumber("of", steps);
            json.WriteEndObject();
        }

        json.WriteEndArray();
        json.WriteEndObject();
    }

    private static IEnumerable<(string Name, double Auc)> Known(string name, double? auc) => auc is { } known ? [(name, known)] : [];

    private static void Write(Utf8JsonWriter json, string name, IEnumerable<(string Name, double Auc)> orders)
    {
        json.WriteStartObject(name);
        foreach (var (way, auc) in orders)
            json.WriteNumber(way, Math.Round(auc, 6));
        json.WriteEndObject();
    }

    private static void Write(Utf8JsonWriter json, string name, long part, long whole)
    {
        var proportion = new Proportion(part, whole);
        json.WriteStartObject(name);
        json.WriteNumber("count", part);
        json.WriteNumber("of", whole);
        if (proportion.Share is { } share)
        {
            json.WriteNumber("share", Math.Round(share, 6));
            json.WriteNumber("low", Math.Round(proportion.Interval.Low, 6));
            json.WriteNumber("high", Math.Round(proportion.Interval.High, 6));
        }
        else
        {
            json.WriteNull("share");
        }

        json.WriteEndObject();
    }
}
