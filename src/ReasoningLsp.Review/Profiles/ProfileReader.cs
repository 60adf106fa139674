using System.Collections.Immutable;
using System.Text;
using System.Text.Json;
using System.Text.Json.Serialization;
using System.Text.RegularExpressions;
using ReasoningLsp.Inference;
using ReasoningLsp.Inference.Json;

namespace ReasoningLsp.Review.Profiles;

/// <summary>Reads profiles, and refuses what could not work.</summary>
public static class ProfileReader
{
    private static readonly JsonSerializerOptions Options = new(JsonSerializerDefaults.Web)
    {
        UnmappedMemberHandling = JsonUnmappedMemberHandling.Disallow,
        Converters = { new JsonStringEnumConverter(JsonNamingPolicy.KebabCaseLower, allowIntegerValues: false) },
        RespectRequiredConstructorParameters = true,
    };

    private static readonly JsonForm Form = JsonForm.Resource(typeof(ProfileReader).Assembly, "profile.schema.json");

    /// <summary>The profile in <paramref name="json"/>; <paramref name="origin"/> names it in messages.</summary>
    /// <exception cref="ProfileException">It is no profile, or one that cannot work.</exception>
    public static Profile Read(string json, string origin)
    {
        Profile profile;
        try
        {
            profile = Form.Read(Encoding.UTF8.GetBytes(json), origin).Deserialize<Profile>(Options)!;
        }
        catch (InferenceException error)
        {
            throw new ProfileException($"The profile cannot be read: {error.Message.TrimEnd('.')}.", error);
        }

        return Problem(profile) is { } problem ? throw new ProfileException($"The profile {origin} cannot work: {problem}") : profile;
    }

    private static string? Problem(Profile profile)
    {
        var prompt = profile.Prompt;
        ImmutableArray<PromptPart> first = prompt.FirstStep ?? prompt.Step;
        ImmutableArray<PromptPart>[] all = [prompt.Before, prompt.Step, first, prompt.Between, prompt.After];
        if (all.SelectMany(parts => parts).Any(part => part.Count != 1))
            return "each part of a prompt is exactly one thing.";
        var critique = profile.Reading.Critique;
        var readsAtRows = profile.Reading.Kind != ProfileKind.Generate;
        static int Reads(IEnumerable<PromptPart> parts) => parts.Count(part => part.Read is not null);
        if (profile.Reading.Whole)
        {
            if (profile.Reading.Kind is ProfileKind.Generate or ProfileKind.LogRatio)
                return "only candidates, a head and the mean of logits can be read once for a whole solution.";
            if (Reads(prompt.Step) + Reads(first) > 0 || Reads(prompt.After) != 1)
                return "a whole solution is read at exactly one place, after its last step.";
        }
        else if (readsAtRows && (Reads(prompt.Step) != 1 || Reads(first) != 1))
        {
            return "a step is read at exactly one place.";
        }

        if (profile.ReadsStart && (profile.Signal != ScoreSignal.Value || profile.Reading.Whole || Reads(prompt.Before) != 1
            || profile.Reading.Kind is ProfileKind.Generate or ProfileKind.LogRatio))
            return "the problem alone is read of a value, by candidates, a head or the mean of logits, and at one place before the steps.";
        if (Reads(prompt.Between) + (profile.Reading.Whole ? 0 : Reads(prompt.After)) > 0
            || prompt.Before.Concat(prompt.Between).Concat(prompt.After).Any(part => part.Step is not null))
            return "only a step's own parts hold the step and the place where it is read.";
        if (!prompt.Step.Any(part => part.Step is not null) || !first.Any(part => part.Step is not null))
            return "the step's text is missing.";
        if (profile.Calibration.Zip(profile.Calibration.Skip(1)).Any(pair => !(pair.First.Score < pair.Second.Score)))
            return "its calibration does not ascend from score to score.";
        var (lowest, highest) = profile.Scale switch
        {
            ScoreScale.Probability or ScoreScale.Order => (0.0, 1.0),
            ScoreScale.Difference => (-1.0, 1.0),
            _ => (double.NegativeInfinity, double.PositiveInfinity),
        };
        if (profile.Threshold < lowest || profile.Threshold > highest)
            return $"its threshold lies outside of its scores, which go from {lowest} to {highest}.";
        return profile.Reading.Kind switch
        {
            ProfileKind.Candidates when profile.Reading.Good.IsEmpty || profile.Reading.Bad.IsEmpty =>
                "candidates need good and bad tokens.",
            ProfileKind.Hidden when profile.Reading.Head.IsEmpty => "a hidden state needs the names of the head's layers.",
            ProfileKind.LogRatio when profile.Reading.Cumulative
                && prompt.Before.Concat(first).Count(part => part.Start is not null) != 1 =>
                    "a log-ratio needs the place where the response starts.",
            ProfileKind.Generate when critique is null => "a critique needs to know how it is read.",
            ProfileKind.Generate when critique!.Ask is null == critique.Verdict is null =>
                "a critique is read by what is asked after it, or by a verdict in it.",
            ProfileKind.Generate when critique!.Form == CritiqueForm.Whole && critique.Ask is not null =>
                "a critique of all steps holds a verdict for each, and is asked for none.",
            ProfileKind.Generate when critique!.Form == CritiqueForm.Conversation && (critique.Ask is null || critique.Closing is null) =>
                "in a conversation a verdict is asked for, and what follows it is known.",
            ProfileKind.Generate when critique!.Verdict is { } verdict
                && (!IsPattern(verdict) || critique.Right is not { } right || !IsPattern(right)) =>
                    "the patterns of a critique's verdict are no regular expressions.",
            _ => null,
        };
    }

    private static bool IsPattern(string pattern)
    {
        try
        {
            _ = new Regex(pattern, RegexOptions.NonBacktracking);
            return true;
        }
        catch (Exception error) when (error is ArgumentException or NotSupportedException)
        {
            return false;
        }
    }
}
