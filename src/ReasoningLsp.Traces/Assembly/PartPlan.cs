namespace ReasoningLsp.Traces.Assembly;

/// <summary>A step, problem or answer to be put together from pieces.</summary>
/// <param name="From">The first piece.</param>
/// <param name="To">After the last.</param>
/// <param name="Use">What the first piece's label is.</param>
/// <param name="Row">Which row of aligned mathematics, or -1 for all of the text.</param>
/// <param name="IsThought">Whether it stands in a model's thoughts.</param>
internal readonly record struct PartPlan(int From, int To, LabelUse Use, int Row = -1, bool IsThought = false);
