using System.Text;

namespace ReasoningLsp.Inference.Native;

/// <summary>A model's tokens. Valid while the model is loaded.</summary>
internal sealed unsafe class Vocabulary
{
    private const int LongestText = 64 << 20;
    private const int PieceBuffer = 256;

    private readonly nint _vocabulary;

    /// <summary>The vocabulary of <paramref name="model"/>.</summary>
    public Vocabulary(ModelHandle model)
    {
        _vocabulary = model.Vocabulary;
        Size = LlamaApi.VocabularySize(_vocabulary);
        Begin = LlamaApi.VocabularyBegin(_vocabulary) is >= 0 and var begin && begin < Size ? begin : null;
    }

    /// <summary>How many tokens there are.</summary>
    public int Size { get; }

    /// <summary>The token that begins a text, or null.</summary>
    public int? Begin { get; }

    /// <summary>The native vocabulary, for samplers.</summary>
    public nint Handle => _vocabulary;

    /// <summary>Tokens of plain text: what looks like a control token in it stays text.</summary>
    public int[] Plain(string text) => Tokenize(text, parseSpecial: false);

    /// <summary>The control token of this name, or null where the name is not exactly one token.</summary>
    public int? Control(string name) => Tokenize(name, parseSpecial: true) is [var token] ? token : null;

    /// <summary>Whether this token ends a text.</summary>
    public bool IsEnd(int token) => LlamaApi.VocabularyIsEnd(_vocabulary, Checked(token));

    /// <summary>The bytes that this token stands for.</summary>
    public byte[] Bytes(int token, bool special = false)
    {
        Span<byte> buffer = stackalloc byte[PieceBuffer];
        int length;
        fixed (byte* start = buffer)
            length = LlamaApi.TokenToPiece(_vocabulary, Checked(token), start, buffer.Length, 0, special);
        if (length >= 0)
            return buffer[..length].ToArray();
        var large = new byte[-length];
        fixed (byte* start = large)
            length = LlamaApi.TokenToPiece(_vocabulary, token, start, large.Length, 0, special);
        return length == large.Length ? large : [];
    }

    private int Checked(int token) =>
        token >= 0 && token < Size ? token
        : throw new InferenceException(InferenceError.BadRequest, $"There is no token {token} in a vocabulary of {Size}.");

    private int[] Tokenize(string text, bool parseSpecial)
    {
        if (text.Length == 0)
            return [];
        if (text.Length > LongestText)
            throw new InferenceException(InferenceError.BadRequest, $"A text of {text.Length:N0} characters is too long.");
        var bytes = Encoding.UTF8.GetBytes(text);
        // At most one token a byte, and the space that some vocabularies put before a text.
        var tokens = new int[bytes.Length + 2];
        int count;
        fixed (byte* start = bytes)
        fixed (int* target = tokens)
            count = LlamaApi.Tokenize(_vocabulary, start, bytes.Length, target, tokens.Length, addSpecial: false, parseSpecial);
        return count >= 0 ? tokens[..count] : throw new InferenceException(InferenceError.Failed, "llama.cpp could not tokenise a text.");
    }
}
