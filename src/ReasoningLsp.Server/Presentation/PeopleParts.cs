using System.Collections.Immutable;
using System.Globalization;
using ReasoningLsp.Review.Decisions;
using ReasoningLsp.Review.Reporting;
using ReasoningLsp.Server.Protocol;

namespace ReasoningLsp.Server.Presentation;

/// <summary>What people said, as the protocol's extensions tell it.</summary>
internal static class PeopleParts
{
    /// <summary>The notes at a step, or those of the whole.</summary>
    public static ImmutableArray<NoteText> Notes(PersonWords people, int? step) =>
        [.. people.NotesAt(step).Select(note => new NoteText(note.Id, UnicodeText.WellFormed(note.Text), note.Who,
            note.When.ToString("yyyy-MM-dd'T'HH:mm:sszzz", CultureInfo.InvariantCulture), note.IsOutdated ? true : null))];

    /// <summary>The mark, or null.</summary>
    public static MarkText? Mark(PersonWords people) => people.Mark is { } mark
        ? new MarkText(mark.Mark, UnicodeText.WellFormed(mark.Comment), mark.Who, mark.IsOutdated ? true : null) : null;

    /// <summary>A finding with what a person said of it.</summary>
    public static FindingText With(this FindingText finding, FindingWord? word) => word is null ? finding : finding with
    {
        Said = UnicodeText.WellFormed(PeopleText.Of(word)),
        Decision = WordOf(word.Said.Kind),
    };

    /// <summary>What a decision on a finding is called.</summary>
    public static string WordOf(DecisionKind kind) => kind switch
    {
        DecisionKind.Accepted => "accepted",
        DecisionKind.Asked => "asked",
        _ => "wrong-finding",
    };
}
