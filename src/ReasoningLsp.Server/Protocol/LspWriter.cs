using System.Collections.Immutable;
using System.Text.Json;
using System.Text.Json.Serialization;
using ReasoningLsp.Server.Models;

namespace ReasoningLsp.Server.Protocol;

/// <summary>What goes to the client. Only code that writes is generated: what describes types would be compiled at every start.</summary>
[JsonSourceGenerationOptions(
    GenerationMode = JsonSourceGenerationMode.Serialization,
    PropertyNamingPolicy = JsonKnownNamingPolicy.CamelCase,
    DefaultIgnoreCondition = JsonIgnoreCondition.WhenWritingNull)]
[JsonSerializable(typeof(InitializeResult))]
[JsonSerializable(typeof(PublishDiagnosticsParams))]
[JsonSerializable(typeof(ImmutableArray<Diagnostic>))]
[JsonSerializable(typeof(FindingData))]
[JsonSerializable(typeof(DocumentDiagnosticReport))]
[JsonSerializable(typeof(Hover))]
[JsonSerializable(typeof(ImmutableArray<CodeAction>))]
[JsonSerializable(typeof(ImmutableArray<Command>))]
[JsonSerializable(typeof(ConfigurationParams))]
[JsonSerializable(typeof(RegistrationParams))]
[JsonSerializable(typeof(WatchOptions))]
[JsonSerializable(typeof(SectionOptions))]
[JsonSerializable(typeof(WorkDoneProgressCreateParams))]
[JsonSerializable(typeof(ProgressParams))]
[JsonSerializable(typeof(ReviewedParams))]
[JsonSerializable(typeof(ScoresParams))]
[JsonSerializable(typeof(ImmutableArray<OfferedModel>))]
[JsonSerializable(typeof(FileProgressParams))]
[JsonSerializable(typeof(StepsResult))]
[JsonSerializable(typeof(TraceText))]
[JsonSerializable(typeof(ChecklistResult))]
[JsonSerializable(typeof(CorrectionsResult))]
[JsonSerializable(typeof(CorrectionParams))]
[JsonSerializable(typeof(RefineAccount))]
[JsonSerializable(typeof(ExaminationResult))]
[JsonSerializable(typeof(ImmutableArray<string>))]
[JsonSerializable(typeof(int))]
[JsonSerializable(typeof(bool))]
[JsonSerializable(typeof(WorkspaceResult))]
[JsonSerializable(typeof(ReportResult))]
[JsonSerializable(typeof(ImmutableArray<DocumentSymbol>))]
[JsonSerializable(typeof(ImmutableArray<SymbolInformation>))]
[JsonSerializable(typeof(IReadOnlyList<FoldingRange>))]
[JsonSerializable(typeof(IReadOnlyList<CodeLens>))]
[JsonSerializable(typeof(IReadOnlyList<InlayHint>))]
[JsonSerializable(typeof(IReadOnlyList<DocumentLink>))]
[JsonSerializable(typeof(IReadOnlyList<Location>))]
[JsonSerializable(typeof(CompletionList))]
[JsonSerializable(typeof(string))]
[JsonSerializable(typeof(ShowMessageParams))]
[JsonSerializable(typeof(ShowMessageRequestParams))]
[JsonSerializable(typeof(ShowDocumentParams))]
[JsonSerializable(typeof(ApplyWorkspaceEditParams))]
[JsonSerializable(typeof(ApplyWorkspaceEditResult))]
[JsonSerializable(typeof(ActionData))]
[JsonSerializable(typeof(WorkspaceEdit))]
[JsonSerializable(typeof(JsonElement))]
internal sealed partial class LspWriter : JsonSerializerContext;
