using System.Text.Json;
using StreamJsonRpc;

// The least that answers an initialize request: what StreamJsonRpc itself costs at start.
using var formatter = new SystemTextJsonFormatter();
using var handler = new HeaderDelimitedMessageHandler(Console.OpenStandardOutput(), Console.OpenStandardInput(), formatter);
using var rpc = new JsonRpc(handler);
Func<JsonElement, object> initialize = _ => new { capabilities = new { } };
rpc.AddLocalRpcMethod(initialize.Method, initialize.Target,
    new JsonRpcMethodAttribute("initialize") { UseSingleObjectParameterDeserialization = true });
rpc.StartListening();
await rpc.Completion.ConfigureAwait(false);
