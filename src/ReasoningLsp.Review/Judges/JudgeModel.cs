using ReasoningLsp.Inference.Requests;

namespace ReasoningLsp.Review.Judges;

/// <summary>A model that is asked questions about traces.</summary>
/// <param name="Model">The model.</param>
/// <param name="Name">Its name, as verdicts show it.</param>
public sealed record JudgeModel(ModelReference Model, string Name)
{
    /// <summary>Why it should be doubted, or null: what the probes of <c>doctor</c> found, or that nobody probed it.</summary>
    public string? Caution { get; init; } = "this judge was not probed: run `reasoning-lsp doctor`";

    /// <summary>How well it was measured to tell right from wrong, or null where nobody measured.</summary>
    public JudgeMeasure? Measure { get; init; }
}
