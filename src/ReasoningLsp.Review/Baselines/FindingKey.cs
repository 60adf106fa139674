using ReasoningLsp.Review.Findings;

namespace ReasoningLsp.Review.Baselines;

/// <summary>Names a finding by what it says of which text, not by where it stands.</summary>
/// <param name="Rule">Rule id.</param>
/// <param name="Step">Hash of the step's text (<see cref="StepHash"/>).</param>
/// <param name="Occurrence">From 0: which of the same findings on the same text within one file.</param>
public readonly record struct FindingKey(string Rule, string Step, int Occurrence);
