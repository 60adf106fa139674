using System.Collections.Immutable;

namespace ReasoningLsp.Server.Protocol;

internal sealed record DocumentSymbol(
    string Name, string? Detail, int Kind, LspRange Range, LspRange SelectionRange, ImmutableArray<DocumentSymbol>? Children);

internal sealed record SymbolInformation(string Name, int Kind, Location Location, string? ContainerName);

internal sealed record FoldingRange(int StartLine, int EndLine, string? Kind);
