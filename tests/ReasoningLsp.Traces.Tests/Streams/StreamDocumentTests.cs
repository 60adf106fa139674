using System.Text.Json;
using ReasoningLsp.Traces.Reading;
using Xunit;

namespace ReasoningLsp.Traces.Tests.Streams;

public sealed class StreamDocumentTests
{
    private static readonly string[] s_pieces = ["Step 1: 2", " + 2", " = 4\n", "\nStep 2: 4 +", " 3 = ", "1", "7"];

    public static TheoryData<string, TraceFormat> Streams => new()
    {
        { Lines("""{"model": "m", "response": TEXT, "done": false}""", """{"response": "", "done": true}"""), TraceFormat.JsonLines },
        { Lines("""{"message": {"role": "assistant", "content": TEXT}, "done": false}"""), TraceFormat.JsonLines },
        { Lines(Chunk, """{"choices": [{"index": 0, "delta": {}, "finish_reason": "stop"}]}"""), TraceFormat.JsonLines },
        { Events(Chunk) + "data: [DONE]\n", TraceFormat.PlainText },
        { "event: message_start\ndata: {\"type\": \"message_start\"}\n\n" + Events(Delta), TraceFormat.Markdown },
        { Lines("""{"type": "response.output_text.delta", "delta": TEXT}"""), TraceFormat.JsonLines },
        { Lines("""{"token": {"text": TEXT}, "generated_text": null}"""), TraceFormat.JsonLines },
        { $"[{string.Join(",\n", s_pieces.Select(piece => With(Candidate, piece)))}]", TraceFormat.Json },
    };

    private const string Chunk = """{"object": "chat.completion.chunk", "choices": [{"index": 0, "delta": {"content": TEXT}}]}""";
    private const string Delta = """{"type": "content_block_delta", "index": 0, "delta": {"type": "text_delta", "text": TEXT}}""";
    private const string Candidate = """{"candidates": [{"content": {"role": "model", "parts": [{"text": TEXT}]}}]}""";

    [Theory, MemberData(nameof(Streams))]
    public void A_reply_in_pieces_is_one_trace(string text, TraceFormat format)
    {
        var trace = Assert.Single(TraceReader.Read(text, format).Traces);
        Assert.Equal(["2 + 2 = 4", "4 + 3 = 17"], trace.Steps.Select(step => step.Text.Text.Trim()));
        var last = trace.Steps[1].Text;
        var number = last.Text.IndexOf("17", StringComparison.Ordinal);
        Assert.Equal("1", text.Substring(last.ToOriginal(new TextSpan(number, 1)).Start, 1));
        Assert.True(last.IsUnbroken(new TextSpan(number, 1)));
        Assert.False(last.IsUnbroken(new TextSpan(number, 2)));
    }

    [Theory]
    [InlineData("""{"model": "m", "response": "2 + 2 = 4", "thinking": "t", "done": true}""")]
    [InlineData("""{"choices": [{"message": {"role": "assistant", "content": "2 + 2 = 4"}}]}""")]
    public void Whole_replies_on_lines_are_as_many_traces(string record) =>
        Assert.Equal(2, TraceReader.Read($"{record}\n{record}\n", TraceFormat.JsonLines).Traces.Length);

    [Fact]
    public void A_list_of_texts_is_the_steps_of_one_solution() => Assert.Equal(2,
        Assert.Single(TraceReader.Read("""["2 + 2 = 4", "4 + 3 = 8"]""", TraceFormat.Json).Traces).Steps.Length);

    private static string With(string template, string piece) =>
        template.Replace("TEXT", JsonSerializer.Serialize(piece), StringComparison.Ordinal);

    private static string Lines(string template, string last = "") =>
        string.Concat(s_pieces.Select(piece => With(template, piece) + "\n")) + last + "\n";

    private static string Events(string template) => string.Concat(s_pieces.Select(piece => $"data: {With(template, piece)}\n\n"));
}
