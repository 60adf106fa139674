using System.Collections.Immutable;
using ReasoningLsp.Inference.Requests;

namespace ReasoningLsp.Review.Profiles;

/// <summary>How turns of a conversation are written for a model.</summary>
internal sealed class ChatFormat
{
    private readonly Func<string, ImmutableArray<PromptPiece>> _begin;
    private readonly Func<string, ImmutableArray<PromptPiece>> _end;

    private ChatFormat(Func<string, ImmutableArray<PromptPiece>> begin, Func<string, ImmutableArray<PromptPiece>> end)
    {
        _begin = begin;
        _end = end;
    }

    private static ChatFormat ChatMl { get; } = new(
        role => [PromptPiece.Control("<|im_start|>"), PromptPiece.Plain(role + "\n")],
        _ => [PromptPiece.Control("<|im_end|>"), PromptPiece.Plain("\n")]);

    private static ChatFormat Llama3 { get; } = new(
        role => [PromptPiece.Control("<|start_header_id|>"), PromptPiece.Plain(role), PromptPiece.Control("<|end_header_id|>"),
        PromptPiece.Plain("\n\n")],
        _ => [PromptPiece.Control("<|eot_id|>")]);

    private static ChatFormat Gemma { get; } = new(
        role => [PromptPiece.Control("<start_of_turn>"), PromptPiece.Plain((role == "assistant" ? "model" : "user") + "\n")],
        _ => [PromptPiece.Control("<end_of_turn>"), PromptPiece.Plain("\n")]);

    private static ChatFormat Mistral { get; } = new(
        role => role == "assistant" ? [] : [PromptPiece.Control("[INST]"), PromptPiece.Plain(" ")],
        role => role == "assistant" ? [PromptPiece.Control("</s>")] : [PromptPiece.Control("[/INST]")]);

    private static ChatFormat DeepSeek { get; } = new(
        role => role == "system" ? [] : [PromptPiece.Control(role == "assistant" ? "<｜Assistant｜>" : "<｜User｜>")],
        role => role == "assistant" ? [PromptPiece.Control("<｜end▁of▁sentence｜>")] : []);

    /// <summary>The format of models that hold these control tokens, or null where none is known.</summary>
    public static ChatFormat? For(ImmutableArray<string> controls) =>
        controls.Contains("<｜User｜>") ? DeepSeek
        : controls.Contains("<|im_start|>") ? ChatMl
        : controls.Contains("<|start_header_id|>") ? Llama3
        : controls.Contains("<start_of_turn>") ? Gemma
        : controls.Contains("[INST]") ? Mistral
        : null;

    /// <summary>What begins a turn.</summary>
    public ImmutableArray<PromptPiece> Begin(string role) => _begin(role);

    /// <summary>What ends it.</summary>
    public ImmutableArray<PromptPiece> End(string role) => _end(role);
}
