using System.Collections.Immutable;

namespace ReasoningLsp.Server.Models;

/// <summary>What a person can choose from, for the machine that the server runs on.</summary>
/// <param name="Memory">Gigabytes of memory that are free.</param>
/// <param name="Devices">The devices that the engine finds.</param>
/// <param name="Gpu">The GPU among them, or null.</param>
/// <param name="Backend">A build of the engine that would use a GPU of this machine and is not installed, or null.</param>
/// <param name="Folder">Where models are kept.</param>
/// <param name="Models">Published reward models: those that fit first, the best of them first.</param>
/// <param name="Installed">Names that were added.</param>
/// <param name="Profiles">How models can be read.</param>
public sealed record ModelOffers(double Memory, ImmutableArray<string> Devices, OfferedGpu? Gpu, OfferedBackend? Backend, string Folder,
    ImmutableArray<PublishedModel> Models, ImmutableArray<string> Installed, ImmutableArray<OfferedProfile> Profiles);
