using ReasoningLsp.Review.Profiles;
using ReasoningLsp.Review.Scores;

namespace ReasoningLsp.Review.Scoring;

/// <summary>A head's outputs to a score.</summary>
internal static class HeadReading
{
    /// <summary>The score of a step.</summary>
    /// <exception cref="ProfileException">The head has another number of outputs than the profile reads.</exception>
    public static StepScore Score(Profile profile, int step, double[] outputs)
    {
        var reading = profile.Reading;
        if (reading.Score is HeadScore.Sigmoid or HeadScore.Raw)
        {
            if (outputs.Length != 1)
                throw Unfit(profile, outputs);
            return new StepScore(step, reading.Score == HeadScore.Raw ? outputs[0] : Probability.Logistic(outputs[0]), profile.Signal);
        }

        if (outputs.Length < 2 || reading.GoodClasses.Concat(reading.RedundantClasses).Any(index => index < 0 || index >= outputs.Length))
            throw Unfit(profile, outputs);
        var probabilities = Probability.Softmax(outputs);
        var good = reading.GoodClasses.Sum(index => probabilities[index]);
        return new StepScore(step, reading.Score == HeadScore.Difference ? (2 * good) - 1 : good, profile.Signal)
        {
            Redundancy = reading.RedundantClasses.IsEmpty ? null : reading.RedundantClasses.Sum(index => probabilities[index]),
        };
    }

    private static ProfileException Unfit(Profile profile, double[] outputs) =>
        new($"The profile {profile.Name} does not fit this head, which has {outputs.Length} outputs.");
}
