using System.Buffers.Binary;
using System.Text;

namespace ReasoningLsp.Inference.Import;

/// <summary>Reads <c>tokenizer.model</c>, a SentencePiece vocabulary in protobuf.</summary>
internal static class SentencePieceReader
{
    private const int Pieces = 1;
    private const int Normalizer = 3;

    /// <summary>The vocabulary in <paramref name="bytes"/>.</summary>
    /// <exception cref="InferenceException">They hold none.</exception>
    public static ImportedTokenizer Read(ReadOnlySpan<byte> bytes, string name)
    {
        var tokens = new List<string>();
        var scores = new List<float>();
        var kinds = new List<VocabularyTokenKind>();
        bool? prefix = null;
        try
        {
            var fields = new ProtobufReader(bytes);
            while (fields.Next())
            {
                if (fields.Field == Pieces)
                {
                    var (token, score, kind) = Piece(fields.Bytes);
                    tokens.Add(token);
                    scores.Add(score);
                    kinds.Add(kind);
                }
                else if (fields.Field == Normalizer)
                {
                    prefix = AddsPrefix(fields.Bytes) ? null : false;
                }
            }
        }
        catch (Exception error) when (error is ArgumentOutOfRangeException or FormatException or OverflowException)
        {
            throw new InferenceException(InferenceError.BadFile, $"{name} is no SentencePiece vocabulary: {error.Message}", error);
        }

        return tokens.Count > 0
            ? new ImportedTokenizer("llama", "default", [.. tokens], [.. kinds], [.. scores], []) { AddsSpacePrefix = prefix }
            : throw new InferenceException(InferenceError.BadFile, $"{name} holds no tokens.");
    }

    private static (string Token, float Score, VocabularyTokenKind Kind) Piece(ReadOnlySpan<byte> bytes)
    {
        var (token, score, kind) = (string.Empty, 0f, VocabularyTokenKind.Normal);
        var fields = new ProtobufReader(bytes);
        while (fields.Next())
        {
            switch (fields.Field)
            {
                case 1:
                    token = Encoding.UTF8.GetString(fields.Bytes);
                    break;
                case 2:
                    score = BinaryPrimitives.ReadSingleLittleEndian(fields.Bytes);
                    break;
                case 3:
                    kind = fields.Number is >= 1 and <= 6 ? (VocabularyTokenKind)fields.Number
                        : throw new FormatException($"a token of kind {fields.Number}");
                    break;
            }
        }

        return (token, score, kind);
    }

    private static bool AddsPrefix(ReadOnlySpan<byte> bytes)
    {
        var fields = new ProtobufReader(bytes);
        while (fields.Next())
        {
            if (fields.Field == 3)
                return fields.Number != 0;
        }

        return true;
    }
}
