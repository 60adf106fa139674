using System.Collections.Immutable;
using System.Text.Json;
using System.Text.Json.Serialization;
using System.Text.RegularExpressions;

namespace ReasoningLsp.Review.Profiles;

/// <summary>Reads profiles, and refuses what could not work.</summary>
public static class ProfileReader
{
    private static readonly JsonSerializerOptions Options = new(JsonSerializerDefaults.Web)
    {
        UnmappedMemberHandling = JsonUnmappedMemberHandling.Disallow,
        Converters = { new JsonStringEnumConverter(JsonNamingPolicy.KebabCaseLower, allowIntegerValues: false) },
        ReadCommentHandling = JsonCommentHandling.Skip,
        AllowTrailingCommas = true,
        RespectRequiredConstructorParameters = true,
    };

    /// <summary>The profile in <paramref name="json"/>; <paramref name="origin"/> names it in messages.</summary>
    /// <exception cref="ProfileException">It is no profile, or one that cannot work.</exception>
    public static Profile Read(string json, string origin)
    {
        Profile? profile;
        try
        {
            profile = JsonSerializer.Deserialize<Profile>(json, Options);
        }
        catch (JsonException error)
        {
            throw new ProfileException($"The profile {origin} cannot be read: {error.Message}", error);
        }

        if (profile is null)
            throw new ProfileException($"The profile {origin} is empty.");
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
        if (readsAtRows && (prompt.Step.Count(part => part.Read is not null) != 1 || first.Count(part => part.Read is not null) != 1))
            return "a step is read at exactly one place.";
        if (prompt.Before.Concat(prompt.Between).Concat(prompt.After).Any(part => part.Read is not null || part.Step is not null))
            return "only a step's own parts hold the step and the place where it is read.";
        if (!prompt.Step.Any(part => part.Step is not null) || !first.Any(part => part.Step is not null))
            return "the step's text is missing.";
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
