using ReasoningLsp.Review.Checklists;

namespace ReasoningLsp.Server.Presentation;

/// <summary>What a checklist is called.</summary>
internal static class ChecklistNames
{
    private const int Longest = 60;

    /// <summary>Its name, short enough for a line.</summary>
    public static string Of(ChecklistReview checklist) =>
        checklist.Name.Length > Longest ? checklist.Name[..Longest] + "…" : checklist.Name;
}
