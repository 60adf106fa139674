using System.Globalization;
using ReasoningLsp.Review.Decisions;

namespace ReasoningLsp.Review.Reporting;

/// <summary>How it is said what people said.</summary>
public static class PeopleText
{
    /// <summary>Such as <c>note by Ada: show the units</c>.</summary>
    public static string Of(StepNote note)
    {
        ArgumentNullException.ThrowIfNull(note);
        return $"{Head(note)}: {note.Text}";
    }

    /// <summary>Such as <c>note by Ada, of an earlier text</c>.</summary>
    public static string Head(StepNote note)
    {
        ArgumentNullException.ThrowIfNull(note);
        return $"note{By(note.Who)}{(note.IsOutdated ? ", of an earlier text" : string.Empty)}";
    }

    /// <summary>Such as <c>mark 3 of 4 by Ada: almost</c>.</summary>
    public static string Of(GivenMark mark)
    {
        ArgumentNullException.ThrowIfNull(mark);
        return string.Create(CultureInfo.InvariantCulture, $"mark {mark.Mark} of {Decision.BestMark}")
            + $"{By(mark.Who)}{(mark.IsOutdated ? ", given to an earlier text" : string.Empty)}{Because(mark.Comment)}";
    }

    /// <summary>Such as <c>confirmed by Ada</c>, or <c>Bob is asked by Ada: is that meant?</c></summary>
    public static string Of(FindingWord word)
    {
        ArgumentNullException.ThrowIfNull(word);
        var said = word.Said;
        return said.Kind == DecisionKind.Accepted
            ? $"confirmed{By(said.Who)}{Because(said.Reason)}"
            : $"{said.Whom ?? "someone"} is asked{By(said.Who)}{Because(said.Reason)}";
    }

    private static string By(string? who) => who is { Length: > 0 } ? $" by {who}" : " by a person";

    private static string Because(string reason) => reason.Length == 0 ? string.Empty : $": {reason}";
}
