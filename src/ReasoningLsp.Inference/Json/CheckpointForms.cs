namespace ReasoningLsp.Inference.Json;

/// <summary>What the JSON of a published checkpoint may hold.</summary>
internal static class CheckpointForms
{
    /// <summary>Of <c>config.json</c>.</summary>
    public static JsonForm Config { get; } = Read("config");

    /// <summary>Of <c>adapter_config.json</c>: what a GGUF adapter can say.</summary>
    public static JsonForm Adapter { get; } = Read("adapter");

    /// <summary>Of <c>model.safetensors.index.json</c>.</summary>
    public static JsonForm Index { get; } = Read("index");

    /// <summary>Of <c>tokenizer.json</c>.</summary>
    public static JsonForm Tokenizer { get; } = Read("tokenizer");

    /// <summary>Of <c>tokenizer_config.json</c>.</summary>
    public static JsonForm TokenizerConfig { get; } = Read("tokenizer-config");

    /// <summary>Of the header of a safetensors file.</summary>
    public static JsonForm Safetensors { get; } = Read("safetensors");

    private static JsonForm Read(string name) => JsonForm.Resource(typeof(CheckpointForms).Assembly, $"forms/{name}.schema.json");
}
