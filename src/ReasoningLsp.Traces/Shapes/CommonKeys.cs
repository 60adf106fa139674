using System.Collections.Immutable;
using System.Globalization;
using ReasoningLsp.Traces.Json;

namespace ReasoningLsp.Traces.Shapes;

/// <summary>Keys that mean the same in most records.</summary>
internal static class CommonKeys
{
    private static readonly string[] Problems = ["problem", "question", "query", "instruction", "prompt", "input"];

    private static readonly string[] References =
        ["answer", "expected_answer", "ground_truth_answer", "ground_truth", "reference_answer", "gold_answer", "gold", "target", "gts",
        "gt"];

    private static readonly string[] Ids = ["id", "unique_id", "custom_id", "doc_id", "problem_id", "question_id", "uuid", "idx"];

    /// <summary>What is to be solved: a text, or the question that a list of messages ends with.</summary>
    public static MappedText? Problem(JsonObjectPlace record)
    {
        foreach (var key in Problems)
        {
            if (record.Find(key) is not { } value)
                continue;
            if (value.String() is { } text)
                return text;
            if (Solutions.ChatMessages.Read(value.Items()).Problem is { } asked)
                return asked;
        }

        return null;
    }

    /// <summary>The answer that is known to be right; several are joined.</summary>
    public static string? Reference(JsonObjectPlace record)
    {
        var texts = record.Strings(References);
        if (texts is [var number] && int.TryParse(number, NumberStyles.None, CultureInfo.InvariantCulture, out var index)
            && record.Strings("choices", "options") is { Length: > 1 } choices)
            return Chosen(choices, number, index);
        if (Joined(texts) is { } reference)
            return reference;
        return record.Find("reward_model")?.Object() is { } reward ? Joined(reward.Strings("ground_truth")) : null;
    }

    /// <summary>The same where "answer" is no reference but what was written.</summary>
    public static string? ReferenceBesideAnswer(JsonObjectPlace record) =>
        Joined(record.Strings([.. References.Where(key => key != "answer"), "reference"]));

    // A number beside choices counts them from 0, or is what one of them says; where it may be either nothing is known.
    private static string? Chosen(ImmutableArray<string> choices, string number, int index)
    {
        var isChoice = choices.Contains(number);
        return index < choices.Length ? isChoice ? null : choices[index] : isChoice ? number : null;
    }

    /// <summary>The texts of several records that stand in columns: problems and references, one a row; null where the record has none of
    /// so many.</summary>
    public static (List<JsonPlace> Problems, ImmutableArray<string> References)? Columns(JsonObjectPlace record, int rows) =>
        record.Find(Problems) is { IsArray: true } problems && problems.Items() is var all && all.Count == rows
            && all.TrueForAll(problem => problem.IsString)
            ? (all, record.Strings(References) is { } references && references.Length == rows ? references : []) : null;

    /// <summary>The record's id, or null.</summary>
    public static string? Id(JsonObjectPlace record) => record.Strings(Ids).FirstOrDefault();

    private static string? Joined(ImmutableArray<string> texts) => texts.IsEmpty ? null : string.Join(", ", texts);
}
