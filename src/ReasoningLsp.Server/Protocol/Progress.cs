using System.Text.Json;

namespace ReasoningLsp.Server.Protocol;

internal sealed record WorkDoneProgressCreateParams(JsonElement Token);

internal sealed record WorkDoneProgressCancelParams(JsonElement Token);

internal sealed record ProgressParams(JsonElement Token, WorkDoneProgress Value);

/// <summary>One of begin, report and end; a count in the message, and a percentage only where the whole is known.</summary>
internal sealed record WorkDoneProgress(
    string Kind, string? Title = null, bool? Cancellable = null, string? Message = null, int? Percentage = null);
