using System.Globalization;
using ReasoningLsp.Inference;

namespace ReasoningLsp.Review.Scoring;

/// <summary>One solution has more tokens than the model reads at once. Others may be scored.</summary>
public sealed class SolutionTooLongException : InferenceException
{
    private SolutionTooLongException(string message, int? step, InferenceException error)
        : base(InferenceError.TooLong, message, error)
    {
        (Step, Tokens, Limit) = (step, error.Tokens, error.Limit);
    }

    /// <summary>Index of the step that is too long even alone with the problem; null where it is all of the solution.</summary>
    public int? Step { get; }

    /// <summary>A step does not fit, even alone with the problem.</summary>
    /// <param name="solution">Index of the solution.</param>
    /// <param name="step">Index of the step.</param>
    /// <param name="problem">Characters of the problem.</param>
    /// <param name="length">Characters of the step.</param>
    /// <param name="error">What the engine said.</param>
    public static SolutionTooLongException OfStep(int solution, int step, int problem, int length, InferenceException error)
    {
        ArgumentNullException.ThrowIfNull(error);
        var remedy = problem > length ? "shorten the problem" : "split the step";
        return new SolutionTooLongException(
            string.Create(CultureInfo.InvariantCulture,
                $"step {step + 1} of solution {solution + 1} is too long: with the problem, and without the other steps, it has "
                    + $"{error.Tokens:N0} tokens, and the model reads at most {error.Limit:N0} at once; {remedy}, or choose a model that "
                    + $"reads more."),
            step, error);
    }

    /// <summary>The solution, or its first steps, must be read in one piece and do not fit.</summary>
    /// <param name="solution">Index of the solution.</param>
    /// <param name="steps">Of how many first steps; null for all.</param>
    /// <param name="error">What the engine said.</param>
    public static SolutionTooLongException OfSolution(int solution, int? steps, InferenceException error)
    {
        ArgumentNullException.ThrowIfNull(error);
        var part = steps is { } count
            ? string.Create(CultureInfo.InvariantCulture, $"solution {solution + 1} up to its step {count}")
            : string.Create(CultureInfo.InvariantCulture, $"solution {solution + 1}");
        return new SolutionTooLongException(
            string.Create(CultureInfo.InvariantCulture,
                $"{part} is too long: with the problem it has {error.Tokens:N0} tokens, and the model reads at most "
                    + $"{error.Limit:N0} at once; shorten it, or choose a model that reads more."),
            null, error);
    }
}
