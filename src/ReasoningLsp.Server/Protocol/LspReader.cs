using System.Text.Json;
using System.Text.Json.Serialization;

namespace ReasoningLsp.Server.Protocol;

/// <summary>What comes from the client. Generated at build time; what a message lacks that its type promises is an error.</summary>
[JsonSourceGenerationOptions(
    PropertyNamingPolicy = JsonKnownNamingPolicy.CamelCase,
    RespectNullableAnnotations = true,
    RespectRequiredConstructorParameters = true)]
[JsonSerializable(typeof(JsonElement))]
[JsonSerializable(typeof(DidOpenParams))]
[JsonSerializable(typeof(DidChangeParams))]
[JsonSerializable(typeof(DidCloseParams))]
[JsonSerializable(typeof(DidSaveParams))]
[JsonSerializable(typeof(DidOpenNotebookParams))]
[JsonSerializable(typeof(DidChangeNotebookParams))]
[JsonSerializable(typeof(NotebookParams))]
[JsonSerializable(typeof(DocumentParams))]
[JsonSerializable(typeof(PositionParams))]
[JsonSerializable(typeof(TraceParams))]
[JsonSerializable(typeof(StepsParams))]
[JsonSerializable(typeof(DeskOpenParams))]
[JsonSerializable(typeof(DeskParams))]
[JsonSerializable(typeof(DeskListParams))]
[JsonSerializable(typeof(DeskPageParams))]
[JsonSerializable(typeof(DeskRowParams))]
[JsonSerializable(typeof(DeskDecideParams))]
[JsonSerializable(typeof(DocumentDiagnosticParams))]
[JsonSerializable(typeof(CodeActionParams))]
[JsonSerializable(typeof(ActionData))]
[JsonSerializable(typeof(InitializedParams))]
[JsonSerializable(typeof(SetTraceParams))]
[JsonSerializable(typeof(DidChangeConfigurationParams))]
[JsonSerializable(typeof(DidChangeWorkspaceFoldersParams))]
[JsonSerializable(typeof(DidChangeWatchedFilesParams))]
[JsonSerializable(typeof(WorkDoneProgressCancelParams))]
[JsonSerializable(typeof(InlayHintParams))]
[JsonSerializable(typeof(ReferenceParams))]
[JsonSerializable(typeof(ExecuteCommandParams))]
internal sealed partial class LspReader : JsonSerializerContext;
