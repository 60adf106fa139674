namespace ReasoningLsp.Inference.Gguf;

/// <summary>Types of metadata values, as the format numbers them.</summary>
internal enum GgufType
{
    UInt8, Int8, UInt16, Int16, UInt32, Int32, Float32, Bool, String, Array, UInt64, Int64, Float64,
}
