using ReasoningLsp.Traces.Json;

namespace ReasoningLsp.Traces.Streams;

/// <summary>A piece of a reply, as the interfaces of models send it while it is written.</summary>
/// <param name="Reply">Which reply it belongs to, where several are sent at once.</param>
/// <param name="Text">What it adds to the answer, or null.</param>
/// <param name="Thought">What it adds to the thoughts before the answer, or null.</param>
/// <param name="Ends">Whether the reply ends with it.</param>
internal sealed record StreamedPiece(string Reply, MappedText? Text, MappedText? Thought, bool Ends)
{
    /// <summary>The pieces that a record is; none where it is no record of a stream.</summary>
    public static IReadOnlyList<StreamedPiece> Of(JsonObjectPlace record) =>
        OfOllama(record) is { } ollama ? [ollama] : OfEvent(record) is { } sent ? [sent] : OfToken(record) is { } token ? [token]
        : OfChoices(record) is { Count: > 0 } choices ? choices : OfGemini(record) is { } gemini ? [gemini] : [];

    // {"model": …, "response": "…", "done": false}, {"message": {"content": "…"}, "done": false}
    private static StreamedPiece? OfOllama(JsonObjectPlace record)
    {
        if (record.Find("done") is not { } done)
            return null;
        if (record.String("response") is { } text)
            return new StreamedPiece(string.Empty, text, record.String("thinking"), done.IsTrue);
        return record.Find("message")?.Object() is { } message
            ? new StreamedPiece(string.Empty, message.String("content"), message.String("thinking"), done.IsTrue) : null;
    }

    // {"type": "content_block_delta", "delta": {"text": "…"}}, {"type": "response.output_text.delta", "delta": "…"}
    private static StreamedPiece? OfEvent(JsonObjectPlace record)
    {
        var type = record.String("type")?.Text ?? string.Empty;
        var delta = record.Find("delta")?.Object();
        return type switch
        {
            "content_block_delta" => new StreamedPiece(string.Empty, delta?.String("text"), delta?.String("thinking"), false),
            "message_start" or "content_block_start" or "content_block_stop" or "message_delta" or "ping" =>
                new StreamedPiece(string.Empty, null, null, false),
            "message_stop" or "response.completed" => new StreamedPiece(string.Empty, null, null, true),
            "response.output_text.delta" => new StreamedPiece(string.Empty, record.String("delta"), null, false),
            "response.reasoning_summary_text.delta" or "response.reasoning_text.delta" =>
                new StreamedPiece(string.Empty, null, record.String("delta"), false),
            _ => type.StartsWith("response.", StringComparison.Ordinal) ? new StreamedPiece(string.Empty, null, null, false) : null,
        };
    }

    // {"token": {"text": "…"}, "generated_text": null}
    private static StreamedPiece? OfToken(JsonObjectPlace record) =>
        record.Find("token")?.Object() is { } token && token.String("text") is { } text
            ? new StreamedPiece(string.Empty, token.Find("special") is { IsTrue: true } ? null : text, null,
                record.String("generated_text") is not null)
            : null;

    // {"object": "chat.completion.chunk", "choices": [{"index": 0, "delta": {"content": "…"}, "finish_reason": null}]}
    private static List<StreamedPiece> OfChoices(JsonObjectPlace record)
    {
        var pieces = new List<StreamedPiece>();
        var isChunk = record.String("object")?.Text == "chat.completion.chunk";
        foreach (var item in record.Find("choices")?.Items() ?? [])
        {
            if (item.Object() is { } choice && choice.Find("delta")?.Object() is { } delta)
                pieces.Add(new StreamedPiece(IndexOf(choice), delta.String("content"), delta.String("reasoning_content", "reasoning"),
                    choice.String("finish_reason") is not null));
        }

        return pieces.Count == 0 && isChunk ? [new StreamedPiece(string.Empty, null, null, false)] : pieces;
    }

    // {"candidates": [{"content": {"parts": [{"text": "…"}]}}]}; the last says why it finished.
    private static StreamedPiece? OfGemini(JsonObjectPlace record)
    {
        if (record.Find("candidates")?.Items() is not [var first, ..] || first.Object() is not { } candidate
            || candidate.Find("content")?.Object()?.Find("parts")?.Items() is not { } parts)
            return null;
        var texts = parts.Select(part => part.Object()).OfType<JsonObjectPlace>().ToLookup(part => part.Find("thought") is { IsTrue: true },
            part => part.String("text"));
        return new StreamedPiece(string.Empty, Joined(texts[false]), Joined(texts[true]), candidate.Find("finishReason") is not null);
    }

    private static MappedText? Joined(IEnumerable<MappedText?> texts) =>
        texts.OfType<MappedText>().ToList() is { Count: > 0 } some ? MappedText.Join(string.Empty, some) : null;

    private static string IndexOf(JsonObjectPlace choice) =>
        choice.Find("index") is { } index ? index.Text.Substring(index.Span.Start, index.Span.Length) : string.Empty;
}
