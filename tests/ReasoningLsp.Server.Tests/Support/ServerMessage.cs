using System.Text.Json;

namespace ReasoningLsp.Server.Tests.Support;

/// <summary>A notification or request that the server sent.</summary>
internal sealed record ServerMessage(string Method, JsonElement Parameters);
