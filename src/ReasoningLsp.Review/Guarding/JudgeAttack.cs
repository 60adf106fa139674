using ReasoningLsp.Review.Findings;
using ReasoningLsp.Traces;

namespace ReasoningLsp.Review.Guarding;

/// <summary>A piece of text that is aimed at whoever judges it.</summary>
/// <param name="Rule">RR601, RR602 or RR603.</param>
/// <param name="Step">The step it stands in, or null for the problem.</param>
/// <param name="Span">In the text of the step or problem.</param>
/// <param name="Message">What it is, in one sentence.</param>
/// <param name="Name">What was recognised.</param>
public sealed record JudgeAttack(Rule Rule, int? Step, TextSpan Span, string Message, string Name);
