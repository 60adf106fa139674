namespace ReasoningLsp.Review.Scores;

/// <summary>How much likelier a problem is after a solution than before it.</summary>
/// <param name="Model">Name of the model that was asked.</param>
/// <param name="Given">Log-probability of the problem after the solution, per token of the problem.</param>
/// <param name="Alone">The same without the solution.</param>
/// <param name="Tokens">Tokens of the problem.</param>
public sealed record BackwardScore(string Model, double Given, double Alone, int Tokens)
{
    /// <summary>What the solution adds, in nats a token of the problem; what adds nothing is about something else.</summary>
    public double Gain => Given - Alone;

    /// <summary>Whether the solution makes the problem no likelier at all.</summary>
    public bool IsUnrelated => Gain <= 0;
}
