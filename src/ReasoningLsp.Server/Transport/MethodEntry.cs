using System.Reflection;
using System.Text.Json;

namespace ReasoningLsp.Server.Transport;

/// <summary>The one shape in which StreamJsonRpc sees every method.</summary>
internal sealed class MethodEntry(Func<JsonElement, CancellationToken, Task<JsonElement?>> handler)
{
    /// <summary><see cref="InvokeAsync"/>.</summary>
    public static MethodInfo Invocation { get; } = typeof(MethodEntry).GetMethod(nameof(InvokeAsync))!;

    /// <summary>Called with the parameters, or with nothing where the message has none.</summary>
    public Task<JsonElement?> InvokeAsync(JsonElement parameters = default, CancellationToken cancellationToken = default) =>
        handler(parameters, cancellationToken);
}
