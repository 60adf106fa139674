using System.Text;
using LLama.Native;

namespace ReasoningLsp.Inference.Native;

/// <summary>A model's tokens. Valid while the model is loaded.</summary>
internal sealed class Vocabulary
{
    private const int LongestText = 64 << 20;

    /// <summary>The vocabulary of <paramref name="model"/>.</summary>
    public Vocabulary(ModelHandle model)
    {
        Model = model.Native;
        Size = Model.Vocab.Count;
        // Many vocabularies name such a token and begin no text with it: Qwen's do.
        var adds = LlamaApi.BeginsTexts(LlamaApi.ModelVocabulary(Model.DangerousGetHandle())) != 0;
        Begin = adds && Model.Vocab.BOS is { } begin && (int)begin >= 0 && (int)begin < Size ? (int)begin : null;
    }

    /// <summary>How many tokens there are.</summary>
    public int Size { get; }

    /// <summary>The token that begins a text in this vocabulary; null where a text begins with its own first token.</summary>
    public int? Begin { get; }

    /// <summary>The model that it belongs to, for samplers.</summary>
    public SafeLlamaModelHandle Model { get; }

    /// <summary>Tokens of plain text: what looks like a control token in it stays text.</summary>
    public int[] Plain(string text) => Tokenize(text, parseSpecial: false);

    /// <summary>The control token of this name, or null where the name is not exactly one token.</summary>
    public int? Control(string name) => Tokenize(name, parseSpecial: true) is [var token] ? token : null;

    /// <summary>Whether this token ends a text.</summary>
    public bool IsEnd(int token) => Checked(token).IsEndOfGeneration(Model.Vocab);

    /// <summary>Writes the bytes that this token stands for into <paramref name="buffer"/>, enlarged where they are more.</summary>
    public ReadOnlySpan<byte> Bytes(int token, ref byte[] buffer)
    {
        var length = (int)Model.TokenToSpan(Checked(token), buffer, 0, special: false);
        if (length > buffer.Length)
        {
            buffer = new byte[length];
            length = (int)Model.TokenToSpan(token, buffer, 0, special: false);
        }

        return buffer.AsSpan(0, Math.Clamp(length, 0, buffer.Length));
    }

    // Of a token that is not there llama.cpp throws through C, which ends the process.
    private LLamaToken Checked(int token) =>
        token >= 0 && token < Size ? token
        : throw new InferenceException(InferenceError.BadRequest, $"There is no token {token} in a vocabulary of {Size}.");

    private int[] Tokenize(string text, bool parseSpecial) => text.Length <= LongestText
        ? Array.ConvertAll(Model.Tokenize(text, addBos: false, parseSpecial, Encoding.UTF8), token => (int)token)
        : throw new InferenceException(InferenceError.BadRequest, $"A text of {text.Length:N0} characters is too long.");
}
