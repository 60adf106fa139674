namespace ReasoningLsp.Inference.Import;

/// <summary>Kinds of tokens, numbered as GGUF and SentencePiece number them.</summary>
internal enum VocabularyTokenKind
{
    Normal = 1,
    Unknown = 2,
    Control = 3,
    UserDefined = 4,
    Unused = 5,
    Byte = 6,
}
