using System.Collections.Immutable;
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
        if (Joined(record.Strings(References)) is { } reference)
            return reference;
        return record.Find("reward_model")?.Object() is { } reward ? Joined(reward.Strings("ground_truth")) : null;
    }

    /// <summary>The record's id, or null.</summary>
    public static string? Id(JsonObjectPlace record) => record.Strings(Ids).FirstOrDefault();

    private static string? Joined(ImmutableArray<string> texts) => texts.IsEmpty ? null : string.Join(", ", texts);
}
