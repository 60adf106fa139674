namespace ReasoningLsp.Review.Scores;

/// <summary>A step's score by its mathematics alone.</summary>
/// <param name="Step">Index of the step.</param>
/// <param name="Text">What was scored.</param>
/// <param name="Value">The score.</param>
/// <param name="Difference">It, less the score of the whole step.</param>
public sealed record MathematicsScore(int Step, string Text, double Value, double Difference);
