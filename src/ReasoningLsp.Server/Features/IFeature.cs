using ReasoningLsp.Server.Client;
using ReasoningLsp.Server.Protocol;
using ReasoningLsp.Server.Transport;

namespace ReasoningLsp.Server.Features;

/// <summary>One thing the server does for an editor: its messages, and what it says of itself at <c>initialize</c>.</summary>
internal interface IFeature
{
    /// <summary>Adds the messages that it takes.</summary>
    void Register(Methods methods);

    /// <summary>Adds its part to what the server can do, where the client can use it.</summary>
    ServerCapabilities Advertise(ServerCapabilities capabilities, ClientProfile client) => capabilities;
}
