using System.Collections.Immutable;
using System.Text.Json;

namespace ReasoningLsp.Server.Features.Commands;

/// <summary>One command of <c>workspace/executeCommand</c>. Runs away from the message loop.</summary>
internal interface ICommand
{
    /// <summary>One of <see cref="CommandNames"/>.</summary>
    string Name { get; }

    /// <summary>What its arguments are called, in their order; those that may be left out end in "?".</summary>
    ImmutableArray<string> Arguments { get; }

    /// <summary>Carries it out.</summary>
    Task<JsonElement?> RunAsync(CommandCall call, CancellationToken cancellationToken);
}
