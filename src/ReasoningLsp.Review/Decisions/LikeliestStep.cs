using System.Collections.Immutable;

namespace ReasoningLsp.Review.Decisions;

/// <summary>Where a note belongs whose step has another text by now: steps before it come and go, and its own was written anew.</summary>
internal static class LikeliestStep
{
    // Half of the words are the same (Dice's coefficient).
    private const double Alike = 0.5;

    /// <summary>The step that says most of what the note's step said, the nearest to its number of several; else the one of its number;
    /// null for the solution as a whole, and where there is none.</summary>
    public static int? Of(Decision note, ImmutableArray<string> steps, int count)
    {
        if (note.At is not { } number)
            return null;
        if (note.Statement is { } said && !steps.IsDefaultOrEmpty)
        {
            var likeliest = Enumerable.Range(0, steps.Length).Select(step => (Step: step, Alike: Likeness(said, steps[step])))
                .OrderByDescending(each => each.Alike).ThenBy(each => Math.Abs(each.Step - (number - 1))).First();
            if (likeliest.Alike >= Alike)
                return likeliest.Step;
        }

        return number <= count ? number - 1 : null;
    }

    private static double Likeness(string said, string step)
    {
        // No more of a long step was kept.
        var (before, now) = (Words(said), Words(step.Length > said.Length + 20 ? step[..(said.Length + 20)] : step));
        var total = before.Count + now.Count;
        if (total == 0)
            return 0;
        var shared = before.CountBy(word => word).Sum(word => Math.Min(word.Value, now.Count(other => other == word.Key)));
        return 2.0 * shared / total;
    }

    private static List<string> Words(string text) =>
        [.. text.Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries).Select(word => word.Trim('.', ',', ';', ':', '…'))
            .Where(word => word.Length > 0)];
}
