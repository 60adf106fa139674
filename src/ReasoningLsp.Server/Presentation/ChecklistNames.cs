using ReasoningLsp.Review.Checklists;

namespace ReasoningLsp.Server.Presentation;

/// <summary>What a checklist is called.</summary>
internal static class ChecklistNames
{
    private const int Longest = 60;

    /// <summary>Such as <c>3 of 5, 1 unsure</c>; items that do not apply are not counted.</summary>
    public static string Count(ChecklistReview checklist)
    {
        var (met, missed, unsure) = (
            checklist.CountOf(ItemAnswer.Yes), checklist.CountOf(ItemAnswer.No), checklist.CountOf(ItemAnswer.Unsure));
        return met + missed + unsure == 0 ? "nothing applies"
            : $"{met} of {met + missed + unsure}{(unsure > 0 ? $", {unsure} unsure" : string.Empty)}";
    }

    /// <summary>Its name, short enough for a line.</summary>
    public static string Of(ChecklistReview checklist) =>
        checklist.Name.Length > Longest ? checklist.Name[..Longest] + "…" : checklist.Name;
}
