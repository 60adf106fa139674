using System.Collections.Immutable;

namespace ReasoningLsp.Server.Models;

/// <summary>A published reward model.</summary>
/// <param name="Name">Its name.</param>
/// <param name="F1">Published ProcessBench F1, or null.</param>
/// <param name="Rule">The rule on which it rests, or null.</param>
/// <param name="Download">Gigabytes to get, about.</param>
/// <param name="Memory">Gigabytes of memory that it takes.</param>
/// <param name="Licence">Its licence, as far as it is known.</param>
/// <param name="Fits">Whether it fits this machine.</param>
/// <param name="Begun">Gigabytes that are here already, of one that was begun; null of others.</param>
/// <param name="Notes">What must be known of it: an unverified profile, an adapter, that it writes.</param>
public sealed record PublishedModel(string Name, double? F1, string? Rule, double Download, double Memory, string Licence, bool Fits,
    double? Begun, ImmutableArray<string> Notes);
