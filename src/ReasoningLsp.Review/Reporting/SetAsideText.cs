using ReasoningLsp.Review.Reviews;

namespace ReasoningLsp.Review.Reporting;

/// <summary>How it is said that a finding was set aside.</summary>
public static class SetAsideText
{
    /// <summary>Such as <c>dismissed by Ada: the notation was misread</c>, or <c>silenced by a comment in the file</c>.</summary>
    public static string Of(SetAside aside)
    {
        ArgumentNullException.ThrowIfNull(aside);
        return aside.By switch
        {
            SetAsideBy.Decision =>
                $"dismissed by {aside.Who ?? "a person"}{(aside.Reason.Length == 0 ? string.Empty : $": {aside.Reason}")}",
            SetAsideBy.Comment => "silenced by a comment in the file",
            _ => "known to the baseline",
        };
    }
}
