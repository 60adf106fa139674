namespace ReasoningLsp.Review.Scoring;

/// <summary>Scores steps as one kind of reward model does.</summary>
internal interface IFamilyScorer
{
    /// <summary>One score for each step from <see cref="StepWindow.FirstScored"/> on.</summary>
    Task<WindowScores> ScoreAsync(ScoringContext context, StepWindow window, CancellationToken cancellationToken);
}
