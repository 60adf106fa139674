namespace ReasoningLsp.Review.Profiles;

/// <summary>Of what a written critique speaks.</summary>
public enum CritiqueForm
{
    /// <summary>Of one step; the prompt holds that step, and earlier ones where a part says so.</summary>
    Step,

    /// <summary>Of the solution up to a step; the prompt holds all steps so far.</summary>
    Prefix,

    /// <summary>Of one step, a turn each: what was written of earlier steps stays in the conversation.</summary>
    Conversation,

    /// <summary>Of all steps, with a verdict for each.</summary>
    Whole,
}
