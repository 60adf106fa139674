using System.Collections.Immutable;
using ReasoningLsp.Review.Corrections;
using ReasoningLsp.Server.Reviewing;

namespace ReasoningLsp.Server.Features.Corrections;

/// <summary>What was suggested last for a document, until something else is. Immutable.</summary>
/// <param name="Reviewed">The document that the corrections are for.</param>
/// <param name="Corrections">By the number that the client knows.</param>
internal sealed record Offer(ReviewedDocument Reviewed, ImmutableDictionary<int, Correction> Corrections);
