using System.Text.Json;
using ReasoningLsp.Mathematics.Answers;
using ReasoningLsp.TestSupport;
using Xunit;

namespace ReasoningLsp.Mathematics.Tests.Answers;

public sealed class AnswerPairsTests
{
    [Fact]
    public void Answers_agree_with_the_labels_of_the_slice() => AssertAgreement(Slices.Path("math_verify/answer_pairs.jsonl"));

    [Fact]
    public void Answers_agree_with_the_labels_of_the_whole_set() => AssertAgreement(SharedData.Require("data/math_verify/answer_pairs.jsonl"));

    private static void AssertAgreement(string path)
    {
        var comparer = new AnswerComparer();
        int all = 0, agreed = 0, unequal = 0, recognised = 0;
        var missed = new List<string>();
        foreach (var line in File.ReadLines(path))
        {
            var pair = JsonDocument.Parse(line).RootElement;
            var options = new AnswerOptions
            {
                Precision = pair.TryGetProperty("precision", out var precision) ? precision.GetInt32() : null,
                Strict = !pair.TryGetProperty("strict", out var strict) || strict.GetBoolean(),
                AllowSetRelation = pair.TryGetProperty("allow_set_relation_comp", out var allow) && allow.GetBoolean(),
            };
            var equal = pair.GetProperty("equal").GetBoolean();
            var found = comparer.Compare(pair.GetProperty("gold").GetString()!, pair.GetProperty("pred").GetString()!, options);
            all++;
            agreed += found == equal ? 1 : 0;
            unequal += equal ? 0 : 1;
            recognised += !equal && found == false ? 1 : 0;
            if (found != equal)
                missed.Add($"{all}: {found?.ToString() ?? "null"} {AnswerExtractor.FromText(pair.GetProperty("gold").GetString()!)} ||| {AnswerExtractor.FromText(pair.GetProperty("pred").GetString()!)}");
        }

        Assert.True(agreed >= 0.97 * all && recognised >= 0.93 * unequal, $"{agreed} of {all} agree, {recognised} of {unequal} unequal ones recognised:\n{string.Join('\n', missed)}");
    }
}
