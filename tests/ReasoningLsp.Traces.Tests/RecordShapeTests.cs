using System.Collections.Immutable;
using ReasoningLsp.TestSupport;
using ReasoningLsp.Traces.Json;
using ReasoningLsp.Traces.Reading;
using ReasoningLsp.Traces.Shapes;
using Xunit;

namespace ReasoningLsp.Traces.Tests;

public sealed class RecordShapeTests
{
    private const string Solution = """There are 17 trays of 23 eggs.\n\n17 * 23 = 391 eggs.\n\nThe answer is \\boxed{391}.""";

    private const string Messages =
        """[{"role": "user", "content": "How many?"}, {"role": "assistant", "content": "17 * 23 = 391.\n\nSo 391."}]""";

    public static TheoryData<string> Names => [.. RecordShapes.All.Select(shape => shape.Name)];

    [Theory, MemberData(nameof(Names))]
    public void Every_shape_reads_its_example_and_stands_in_the_readme_with_it(string name)
    {
        var shape = RecordShapes.All.Single(shape => shape.Name == name);
        var cursor = new JsonCursor(shape.Example, 0, shape.Example.Length);
        var record = JsonObjectPlace.Read(cursor, shape.Example, shape.Example.Length);
        var first = RecordShapes.All.First(other => other.Read(record, ImmutableArray.CreateBuilder<ReadError>()) is { Count: > 0 });
        Assert.Equal(name, first.Name);
        Assert.All(Read(shape.Example), trace => Assert.NotEmpty(trace.Steps));
        Assert.Contains($"| {name} | `{shape.Example}` |", File.ReadAllText(Repository.Path("README.md")), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("""{"question": "How many?", "answer": "17*23=<<17*23=391>>391 eggs\n391-41=<<391-41=350>>350 eggs\n#### 350"}""",
        "How many?", 2, "350", null)]
    [InlineData("""{"question": "How many?", "answer": "17 * 23 = 391 eggs.\n\n391 - 41 = 350 are left."}""", "How many?", 2, null, null)]
    [InlineData("""{"question": {"problem": "How many?", "ground_truth_answer": "350"}, "label": {"steps": [{"completions": """
        + """[{"text": "a", "rating": -1}, {"text": "17 * 23 = 391", "rating": 1}], "chosen_completion": 1, "human_completion": null}, """
        + """{"completions": [{"text": "x"}], "chosen_completion": null, "human_completion": {"text": "So 391"}}]}}""", "How many?", 2,
        null, "350")]
    [InlineData("""{"input": "How many? Step 1: 17 * 23 = 391. ки\nStep 2: 391 - 41 = 350. The answer is: 350 ки", "label": "How many? """
        + """Step 1: 17 * 23 = 391. +\nStep 2: 391 - 41 = 350. The answer is: 350 -", "task": "GSM8K"}""", "How many?", 2, null, null)]
    [InlineData("""{"label": "How many? Step 1: 17 * 23 = 391. +\nStep 2: 391 - 41 = 350. The answer is: 350 -"}""", "How many?", 2, null,
        null)]
    [InlineData("""{"prompt": "How many?", "completions": ["17 * 23 = 391", "391 - 41 = 350"], "labels": [true, true]}""", "How many?", 2,
        null, null)]
    [InlineData("""{"doc_id": 3, "doc": {"question": "How many?", "answer": "391\n#### 350"}, "target": "350", "resps": """
        + """[["SOLUTION"]], "filtered_resps": ["391"]}""", "How many?", 3, null, "350")]
    [InlineData("""{"conversations": [{"from": "human", "value": "How many?"}, {"from": "gpt", "value": "SOLUTION"}]}""", "How many?", 3,
        null, null)]
    [InlineData("""{"messages": [{"role": "user", "content": "How many?"}, {"role": "assistant", "reasoning_content": "17 * 23 = """
        + """391", "content": "So 391."}]}""", "How many?", 2, null, null)]
    [InlineData("""{"messages": [{"role": "user", "content": "How many?"}, {"role": "assistant", "content": """
        + """[{"type": "thinking", "thinking": "17 * 23 = 391", "signature": "x"}, {"type": "text", "text": "So 391."}]}]}""", "How many?",
        2, null, null)]
    [InlineData("""{"id": "chatcmpl-1", "object": "chat.completion", "choices": [{"index": 0, "message": """
        + """{"role": "assistant", "content": "SOLUTION", "reasoning": "Hm."}}]}""", null, 4, null, null)]
    [InlineData("""{"custom_id": "r-1", "response": {"status_code": 200, "body": {"choices": [{"message": """
        + """{"role": "assistant", "content": "SOLUTION"}}]}}}""", null, 3, null, null)]
    [InlineData("""{"object": "response", "output": [{"type": "reasoning", "summary": [{"type": "summary_text", "text": "17 * 23 = """
        + """391"}]}, {"type": "message", "role": "assistant", "content": [{"type": "output_text", "text": "So 391."}]}]}""", null, 2, null,
        null)]
    [InlineData("""{"request": {"contents": [{"role": "user", "parts": [{"text": "How many?"}]}]}, "response": {"candidates": """
        + """[{"content": {"role": "model", "parts": [{"text": "17 * 23 = 391", "thought": true}, {"text": "So 391."}]}}]}}""", "How many?",
        2, null, null)]
    [InlineData("""{"contents": [{"role": "user", "parts": [{"text": "How many?"}]}, {"role": "model", "parts": """
        + """[{"text": "SOLUTION"}]}]}""", "How many?", 3, null, null)]
    [InlineData("""{"output": {"message": {"role": "assistant", "content": [{"reasoningContent": {"reasoningText": {"text": "17 * 23 = """
        + """391"}}}, {"text": "So 391."}]}}, "stopReason": "end_turn"}""", null, 2, null, null)]
    [InlineData("""{"recordId": "1", "modelInput": {"messages": [{"role": "user", "content": [{"text": "How many?"}]}]}, "modelOutput": """
        + """{"role": "assistant", "content": [{"type": "text", "text": "SOLUTION"}]}}""", "How many?", 3, null, null)]
    [InlineData("""{"modelInput": {"inputText": "How many?"}, "modelOutput": {"results": [{"outputText": "SOLUTION"}]}}""", "How many?",
        3, null, null)]
    [InlineData("""{"modelInput": {"prompt": "How many?"}, "modelOutput": {"generation": "SOLUTION"}}""", "How many?", 3, null, null)]
    [InlineData("""{"type": "message", "role": "assistant", "content": [{"type": "thinking", "thinking": "17 * 23 = 391"}, """
        + """{"type": "text", "text": "So 391."}]}""", null, 2, null, null)]
    [InlineData("""{"model": "qwen3", "message": {"role": "assistant", "content": "SOLUTION", "thinking": "17 * 23 = 391"}, "done": """
        + """true}""", null, 4, null, null)]
    [InlineData("""{"model": "qwen3", "response": "SOLUTION", "thinking": "17 * 23 = 391", "done": true}""", null, 4, null, null)]
    [InlineData("""{"input": "<|im_start|>system\nYou reason.<|im_end|>\n<|im_start|>user\nHow many?<|im_end|>\n<|im_start"""
        + """|>assistant\n", "output": "SOLUTION<|im_end|>", "gts": "391", "score": 1.0, "step": 4}""", "How many?", 3, null, "391")]
    [InlineData("""{"input": "system\nYou reason.\nuser\nHow many?\nassistant\n", "output": "SOLUTION", "gt": "391", "score": 1.0}""",
        "How many?", 3, null, "391")]
    [InlineData("""{"question": "How many?", "solution": "391", "cot_type": "math", "deepseek_thinking_trajectory": "17 * 23 = """
        + """391", "deepseek_attempt": "So 391."}""", "How many?", 2, null, "391")]
    [InlineData("""{"question": "How many?", "solution": "391", "thinking_trajectories": ["17 * 23 = 391"], "attempt": "So 391."}""",
        "How many?", 2, null, "391")]
    [InlineData("""{"steps": [{"explanation": "There are 17 trays.", "output": "17 \\times 23"}, """
        + """{"explanation": "Multiply.", "output": "17 \\times 23 = 391"}], "final_answer": "391"}""", null, 2, "391", null)]
    [InlineData("""{"problem": "How many?", "generated_solution": "SOLUTION", "expected_answer": "391"}""", "How many?", 3, null, "391")]
    [InlineData("""{"query": "How many?", "response": "SOLUTION"}""", "How many?", 3, null, null)]
    [InlineData("""{"prompt": [{"role": "user", "content": "How many?"}], "completion": [{"role": "assistant", "content": "SOLUTION"}]}""",
        "How many?", 3, null, null)]
    [InlineData("""{"prompt": [{"role": "user", "content": "How many?"}], "response": "SOLUTION", "reward_model": """
        + """{"style": "rule", "ground_truth": "391"}}""", "How many?", 3, null, "391")]
    public void Records_are_read_as_data_sets_write_them(string record, string? problem, int steps, string? answer, string? reference)
    {
        var trace = Assert.Single(Read(record.Replace("SOLUTION", Solution, StringComparison.Ordinal)));
        Assert.Empty(trace.Errors);
        Assert.Equal((problem, steps, answer, reference),
            (trace.Problem?.Text, trace.Steps.Length, trace.FinalAnswer?.Text, trace.Settings.Answer));
        Assert.Equal(Enumerable.Range(0, steps), trace.Steps.Select(step => step.Index));
    }

    [Theory]
    [InlineData("""{"id": "p", "prompt": "How many?", "responses": ["17 * 23 = 391", "So 391."]}""", "p/1 p/2")]
    [InlineData("""{"problem": "How many?", "generations": ["17 * 23 = 391", "So 391."], "answer": "391"}""", "1 2")]
    [InlineData("""{"prompt": "How many?", "chosen": "17 * 23 = 391", "rejected": "So 391."}""", "chosen rejected")]
    [InlineData("""{"chosen": MESSAGES, "rejected": MESSAGES, "score_chosen": 9}""", "chosen rejected")]
    [InlineData("""{"chosen": "\n\nHuman: Hi\n\nAssistant: Hello.\n\nHuman: How many?\n\nAssistant: 17 * 23 = 391", "rejected": """
        + "\"\\n\\nHuman: How many?\\n\\nAssistant: So 391.\"}", "chosen rejected")]
    [InlineData("""{"choices": [{"message": {"role": "assistant", "content": "17 * 23 = 391"}}, {"message": """
        + """{"role": "assistant", "content": "So 391."}}], "request": {"messages": MESSAGES}}""", "1 2")]
    [InlineData("""{"doc": {"question": "How many?"}, "target": "391", "resps": [["17 * 23 = 391", "So 391."]]}""", "1 2")]
    [InlineData("""{"question": "How many?", "solution": "391", "gemini_thinking_trajectory": "17 * 23 = 391", "gemini_attempt": "So """
        + """391.", "deepseek_thinking_trajectory": "17 * 23 = 391", "deepseek_attempt": "So 391."}""", "deepseek gemini")]
    public void A_record_with_several_solutions_is_as_many_traces(string record, string ids)
    {
        var traces = Read(record.Replace("MESSAGES", Messages, StringComparison.Ordinal));
        Assert.Equal(ids, string.Join(' ', traces.Select(trace => trace.Id)));
        Assert.All(traces, trace => Assert.Equal("How many?", trace.Problem?.Text));
        Assert.Equal(Enumerable.Range(0, traces.Length), traces.Select(trace => trace.Index));
    }

    [Theory]
    [InlineData("""{"steps": [{"description": "Multiply.", "calculation": "17 * 24", "result": "398"}]}""", "Multiply.\n\n17 * 24 = 398")]
    [InlineData("""{"steps": [{"calculation": "17 * 24", "result": "398"}]}""", "17 * 24 = 398")]
    [InlineData("""{"steps": [{"description": "Multiply.", "calculation": "17 * 24 = 398", "result": "398"}]}""",
        "Multiply.\n\n17 * 24 = 398\n\n398")]
    [InlineData("""{"steps": [{"description": "Multiply.", "calculation": "17 * 24"}]}""", "Multiply.\n\n17 * 24")]
    [InlineData("""{"problem": "p", "solution": {"steps": ["17 * 24 = 398."]}}""", "17 * 24 = 398.")]
    [InlineData("""{"problem": "p", "samples": [{"completion": "17 * 24 = 398."}]}""", "17 * 24 = 398.")]
    [InlineData("""{"text": "### Answer: 17 * 24 = 398. So 398 + 2 = 400."}""", "17 * 24 = 398. So 398 + 2 = 400.")]
    [InlineData("""{"text": "### Response: 17 * 24 = 398. So 398 + 2 = 400."}""", "Response: 17 * 24 = 398. So 398 + 2 = 400.")]
    [InlineData("""{"text": "### Question: Q\n### Answer: 17 * 24 = 398. So 398 + 2 = 400."}""", "17 * 24 = 398. So 398 + 2 = 400.")]
    [InlineData("""{"problem": "p", "solution": "### Question: Q\n### Answer: 17 * 24 = 398. So 398 + 2 = 400."}""",
        "17 * 24 = 398. So 398 + 2 = 400.")]
    [InlineData("""{"text": "### Solution: two trains\n\n17 * 24 = 398."}""", "17 * 24 = 398.")]
    public void Text_is_read_wherever_the_record_holds_it(string record, string step) =>
        Assert.Equal(step, Assert.Single(Assert.Single(Read(record)).Steps).Text.Text);

    [Fact]
    public void Columns_of_problems_and_solutions_are_a_trace_for_each_row()
    {
        var traces = Read("""{"problem": ["How many?", "How far?"], "solution": ["1 + 1 = 2.", "2 + 2 = 4."], "answer": ["2", "4"]}""");
        Assert.Equal(["How many? 2 1 + 1 = 2.", "How far? 4 2 + 2 = 4."], traces.Select(
            trace => $"{trace.Problem?.Text} {trace.Settings.Answer} {Assert.Single(trace.Steps).Text.Text}"));
        Assert.Equal(2, Assert.Single(Read("""{"problem": "How many?", "solution": ["1 + 1 = 2.", "2 + 2 = 4."]}""")).Steps.Length);
    }

    [Theory]
    [InlineData("""{"data": [{"problem": "p", "solution": "1 + 1 = 2."}, {"problem": "q", "solution": "2 + 2 = 4."}]}""",
        "1 + 1 = 2.|2 + 2 = 4.")]
    [InlineData("""{"rows": [{"row_idx": 0, "row": {"problem": "p", "solution": "1 + 1 = 2."}}]}""", "1 + 1 = 2.")]
    [InlineData("""{"problem": "p", "solution": "1 + 1 = 2.", "data": [{"solution": "2 + 2 = 4."}]}""", "1 + 1 = 2.")]
    public void Records_are_found_in_what_wraps_them(string text, string steps)
    {
        var document = TraceReader.Read(text, TraceFormat.Json);
        Invariants.Check(document);
        Assert.Equal(steps, string.Join('|', document.Traces.SelectMany(trace => trace.Steps).Select(step => step.Text.Text)));
    }

    [Theory]
    [InlineData("[\"398\", \"408\"]", "1", "408")]
    [InlineData("[\"398\", \"408\"]", "0", "398")]
    [InlineData("[\"0\", \"1\"]", "1", null)]
    [InlineData("[\"398\", \"408\"]", "2", null)]
    [InlineData("[\"398\", \"408\"]", "408", "408")]
    [InlineData("[\"398\", \"408\"]", "\"B\"", "B")]
    public void A_number_beside_choices_is_the_option_that_it_counts(string choices, string answer, string? reference) =>
        Assert.Equal(reference, Assert.Single(Read($$"""
            {"question": "How many?", "choices": {{choices}}, "answer": {{answer}}, "solution": "17 * 24 = 408."}
            """)).Settings.Answer);

    [Theory]
    [InlineData("""{"question": {"problem": "p"}, "label": {"finish_reason": "solution"}}""", "PRM800K", "\"label.steps\" with a list")]
    [InlineData("""{"prompt": "p", "chosen": "a"}""", "preference", "\"rejected\" with a text or a list or an object")]
    [InlineData("""{"problem": "p", "steps": "one text"}""", "steps", "\"steps\" with a list or an object")]
    [InlineData("""{"doc": {"question": "p"}, "filtered_resps": ["1"]}""", "lm-evaluation-harness sample", "\"resps\" with a list")]
    [InlineData("""{"messages": "p"}""", "conversation", "\"messages\" with a list")]
    public void A_record_that_is_nearly_of_a_shape_is_told_what_it_lacks(string record, string shape, string lack)
    {
        var error = Assert.Single(Assert.Single(Read(record)).Errors);
        Assert.Equal("no-steps", error.Code);
        Assert.Contains($"nearly of the shape {shape}, but it needs {lack}; such a record is written {{", error.Message,
            StringComparison.Ordinal);
        Assert.True(new TextSpan(0, record.Length).Contains(error.Span));
    }

    [Theory]
    [InlineData("17 * 23 = 391.<|im_end|>", "17 * 23 = 391.")]
    [InlineData("<|im_start|>assistant\\n17 * 23 = 391.<|im_end|>\\n", "17 * 23 = 391.")]
    [InlineData("<|start_header_id|>assistant<|end_header_id|>\\n\\n17 * 23 = 391.<|eot_id|>", "17 * 23 = 391.")]
    [InlineData("<｜Assistant｜>17 * 23 = 391.<｜end▁of▁sentence｜>", "17 * 23 = 391.")]
    [InlineData("17 * 23 = 391.</s>", "17 * 23 = 391.")]
    [InlineData("<|im_start|>system\\nSay yes.<|im_end|>", "<|im_start|>system\nSay yes.")]
    [InlineData("17 * 23 = 391.<|im_end|> Say yes.", "17 * 23 = 391.<|im_end|> Say yes.")]
    public void Tokens_around_a_turn_are_its_format_and_within_it_they_are_text(string response, string step) =>
        Assert.Equal(step, Assert.Single(Assert.Single(Read($$"""{"response": "{{response}}"}""")).Steps).Text.Text);

    private static ImmutableArray<Trace> Read(string record)
    {
        var document = TraceReader.Read(record, TraceFormat.JsonLines);
        Invariants.Check(document);
        return document.Traces;
    }
}
