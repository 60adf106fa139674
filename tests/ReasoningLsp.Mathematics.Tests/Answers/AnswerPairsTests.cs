using System.Text.Json;
using ReasoningLsp.Mathematics.Answers;
using ReasoningLsp.TestSupport;
using Xunit;

namespace ReasoningLsp.Mathematics.Tests.Answers;

/// <summary>Pairs of answers with what is known of them.</summary>
public sealed class AnswerPairsTests
{
    // Two quirks of the original: it reads no formula that a line end stands in, and takes "\t" of "\text" for a tabulator.
    private static readonly string[] s_quirks = ["Answer \\( \n 9 \n \\)", "$\text{13}$"];

    [Fact]
    public void Every_kind_of_answer_is_compared_as_a_person_would() => AssertAgreement(Repository.Path("tests/data/answers/pairs.jsonl"));

    [Fact]
    public void Answers_agree_with_the_labels_of_the_slice() => AssertAgreement(Slices.Path("math_verify/answer_pairs.jsonl"));

    [Fact]
    public void Answers_agree_with_the_labels_of_the_whole_set() =>
        AssertAgreement(SharedData.Require("data/math_verify/answer_pairs.jsonl"));

    [Fact]
    public void Answers_that_were_once_misjudged_are_judged_right() => AssertAgreement(SharedData.Require("data/wild/cases.jsonl"));

    private static void AssertAgreement(string path)
    {
        var comparer = new AnswerComparer();
        var missed = new List<string>();
        foreach (var line in File.ReadLines(path))
        {
            var pair = JsonDocument.Parse(line).RootElement;
            if (!pair.TryGetProperty("gold", out var gold))
                continue;
            var (reference, answer) = (gold.GetString()!, pair.GetProperty("pred").GetString()!);
            var options = new AnswerOptions
            {
                Precision = pair.TryGetProperty("precision", out var precision) ? precision.GetInt32() : null,
                Strict = !pair.TryGetProperty("strict", out var strict) || strict.GetBoolean(),
            };
            bool? equal = pair.GetProperty("equal").ValueKind switch
            {
                JsonValueKind.True => true,
                JsonValueKind.False => false,
                _ =>
                null
            };
            var found = comparer.Compare(reference, answer, options);
            if (found != equal && !s_quirks.Contains(answer) && !s_quirks.Contains(reference))
                missed.Add($"{found?.ToString() ?? "null"} for {reference} ||| {answer}");
        }

        Assert.True(missed.Count == 0, string.Join('\n', missed));
    }
}
