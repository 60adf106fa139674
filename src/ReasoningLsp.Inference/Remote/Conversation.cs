using System.Collections.Immutable;
using System.Text;
using Microsoft.Extensions.AI;
using ReasoningLsp.Inference.Requests;

namespace ReasoningLsp.Inference.Remote;

/// <summary>
/// A prompt as messages. A server that only holds conversations is described as if it knew one chat format, whose control
/// tokens are pieces of their own, so that turns are found by them and never by anything that stands in a text.
/// </summary>
internal static class Conversation
{
    private const string Begin = "<|im_start|>";
    private const string End = "<|im_end|>";

    /// <summary>The control tokens that the description names.</summary>
    public static ImmutableArray<string> Controls { get; } = [Begin];

    /// <summary>The messages of a prompt. What the answer was to begin with becomes a request to go on from it.</summary>
    /// <exception cref="InferenceException">The prompt is no conversation.</exception>
    public static IReadOnlyList<ChatMessage> Of(ImmutableArray<PromptPiece> pieces)
    {
        var turns = new List<(string Role, string Text)>();
        StringBuilder? open = null;
        foreach (var piece in pieces)
        {
            switch (piece)
            {
                case { Kind: PieceKind.Control, Text: Begin } when open is null:
                    open = new StringBuilder();
                    break;
                case { Kind: PieceKind.Control, Text: End } when open is not null:
                    turns.Add(Turn(open.ToString()));
                    open = null;
                    break;
                case { Kind: PieceKind.Text } when open is not null:
                    open.Append(piece.Text);
                    break;
                case { Kind: PieceKind.Text } when string.IsNullOrWhiteSpace(piece.Text):
                    break;
                case { Kind: PieceKind.Begin }:
                    break;
                default:
                    throw new InferenceException(InferenceError.BadRequest,
                        $"The server only holds conversations, and this profile's prompt is none: there is {piece} outside of a turn.");
            }
        }

        var answer = open is null ? string.Empty : Turn(open.ToString()).Text;
        if (turns.Count == 0)
            throw new InferenceException(InferenceError.BadRequest,
                "The server only holds conversations, and this profile's prompt is none.");
        if (answer.Trim().Length > 0)
            turns[^1] = turns[^1] with
            {
                Text = $"{turns[^1].Text}\n\nYour answer has begun with the following text. Go on right after "
                + $"it, without repeating it:\n{answer}"
            };
        return [.. turns.Select(turn => new ChatMessage(new ChatRole(turn.Role), turn.Text))];
    }

    private static (string Role, string Text) Turn(string text)
    {
        var end = text.IndexOf('\n', StringComparison.Ordinal);
        return end < 0 ? (text, string.Empty) : (text[..end], text[(end + 1)..]);
    }
}
