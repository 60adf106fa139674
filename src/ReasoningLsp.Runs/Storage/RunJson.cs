using System.Text.Json.Serialization;

namespace ReasoningLsp.Runs.Storage;

/// <summary>The small files of a run as JSON.</summary>
[JsonSourceGenerationOptions(WriteIndented = true, PropertyNamingPolicy = JsonKnownNamingPolicy.CamelCase, NewLine = "\n")]
[JsonSerializable(typeof(RunSettings))]
[JsonSerializable(typeof(RunSummary))]
[JsonSerializable(typeof(PartSeal))]
internal sealed partial class RunJson : JsonSerializerContext;
