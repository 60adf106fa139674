using System.Collections.Immutable;
using System.Text;
using ReasoningLsp.Inference.Native;
using ReasoningLsp.Inference.Requests;

namespace ReasoningLsp.Inference.Engine;

/// <summary>A prompt as tokens, with the way from places in its pieces to rows.</summary>
internal sealed class EncodedPrompt
{
    private readonly Func<int, int> _bytesAt;
    private readonly ImmutableArray<PromptPiece> _pieces;
    private readonly int[] _starts;

    /// <summary>Of pieces that are tokenised already.</summary>
    /// <param name="pieces">The pieces.</param>
    /// <param name="starts">Index of each piece's first token, and at the end the number of all.</param>
    /// <param name="tokens">All tokens.</param>
    /// <param name="bytesAt">How many bytes the token at an index stands for.</param>
    public EncodedPrompt(ImmutableArray<PromptPiece> pieces, int[] starts, int[] tokens, Func<int, int> bytesAt)
    {
        _bytesAt = bytesAt;
        _pieces = pieces;
        _starts = starts;
        Tokens = tokens;
    }

    /// <summary>All tokens.</summary>
    public int[] Tokens { get; }

    /// <summary>Tokenises each piece apart.</summary>
    /// <exception cref="InferenceException">A control token is not in this vocabulary.</exception>
    public static EncodedPrompt Encode(Vocabulary vocabulary, ImmutableArray<PromptPiece> pieces)
    {
        var controls = pieces.Where(piece => piece.Kind == PieceKind.Control).Select(piece => piece.Text).Distinct(StringComparer.Ordinal)
            .ToDictionary(name => name, name => TokenResolver.Control(vocabulary, name), StringComparer.Ordinal);
        var tokens = new List<int>();
        var starts = new int[pieces.Length + 1];
        for (var i = 0; i < pieces.Length; i++)
        {
            starts[i] = tokens.Count;
            var piece = pieces[i];
            switch (piece.Kind)
            {
                case PieceKind.Text:
                    tokens.AddRange(Plain(vocabulary, piece.Text, controls));
                    break;
                case PieceKind.Control:
                    tokens.Add(controls[piece.Text]);
                    break;
                case PieceKind.Id:
                    tokens.Add(TokenResolver.Known(vocabulary, piece.Number));
                    break;
                case PieceKind.Begin when vocabulary.Begin is { } begin:
                    tokens.Add(begin);
                    break;
            }
        }

        starts[^1] = tokens.Count;
        var buffer = Array.Empty<byte>();
        return new EncodedPrompt(pieces, starts, [.. tokens], at => vocabulary.Bytes(tokens[at], ref buffer).Length);
    }

    /// <summary>The row of a place.</summary>
    /// <exception cref="InferenceException">There is none.</exception>
    public int Row(PromptPosition position)
    {
        if (position.Piece < 0 || position.Piece >= _pieces.Length)
            throw new InferenceException(InferenceError.BadRequest, $"The prompt has no piece {position.Piece}.");
        var row = Last(position) + position.Shift;
        return row >= 0 && row < Tokens.Length ? row
            : throw new InferenceException(InferenceError.BadRequest, $"Row {row} lies outside of a prompt of {Tokens.Length} tokens.");
    }

    private int Last(PromptPosition position)
    {
        var piece = _pieces[position.Piece];
        var (start, end) = (_starts[position.Piece], _starts[position.Piece + 1]);
        if (piece.Kind != PieceKind.Text || position.End >= piece.Text.Length)
            return end - 1;
        if (position.End <= 0)
            return start - 1;
        // Counted in bytes, because a token may hold part of a character.
        var sizes = new int[end - start];
        for (var i = 0; i < sizes.Length; i++)
            sizes[i] = _bytesAt(start + i);
        var extra = sizes.Sum() - Encoding.UTF8.GetByteCount(piece.Text);
        // Some vocabularies put one space before a text.
        if (extra is not (0 or 1))
            throw new InferenceException(InferenceError.BadRequest,
                "This vocabulary changes the text, so that no row can be found within it.");
        var target = extra + Encoding.UTF8.GetByteCount(piece.Text.AsSpan(0, position.End));
        var at = 0;
        for (var (i, read) = (0, 0); i < sizes.Length; i++)
        {
            at = i;
            read += sizes[i];
            if (read >= target)
                break;
        }

        return start + at;
    }

    /// <summary>
    /// Tokens of the document's text. Some vocabularies read added tokens even in plain text; where that would forge one of the
    /// prompt's own control tokens, the text is cut within its name.
    /// </summary>
    private static IEnumerable<int> Plain(Vocabulary vocabulary, string text, Dictionary<string, int> controls)
    {
        var tokens = vocabulary.Plain(text);
        foreach (var (name, id) in controls)
        {
            if (!tokens.Contains(id))
                continue;
            var at = text.IndexOf(name, StringComparison.Ordinal);
            if (at < 0 || name.Length < 2)
                throw new InferenceException(InferenceError.BadRequest, $"The text would forge the control token {name}.");
            return Plain(vocabulary, text[..(at + 1)], controls).Concat(Plain(vocabulary, text[(at + 1)..], controls));
        }

        return tokens;
    }
}
