using ReasoningLsp.Review.Languages;
using ReasoningLsp.Traces.Languages;

namespace ReasoningLsp.Runs.Classes;

/// <summary>In which language a student writes: certain, or as most of the class do.</summary>
public static class ClassLanguage
{
    /// <summary>The language of one student's solutions: as they declare it, else as their words show, else as those of their problems
    /// do; null where none of it leaves no doubt.</summary>
    public static string? Of(IReadOnlyList<StudentMark> solutions)
    {
        ArgumentNullException.ThrowIfNull(solutions);
        return solutions.Select(mark => LanguageFile.Find(mark.Trace.Labels.Language)?.Code).FirstOrDefault(code => code is not null)
            ?? TextLanguage.Of(string.Join('\n', solutions.SelectMany(mark => mark.Trace.Steps)))
            ?? TextLanguage.Of(string.Join('\n', solutions.SelectMany(mark => mark.Trace.Steps.Add(mark.Trace.Problem ?? string.Empty)
                .Add(mark.Trace.Answer ?? string.Empty))));
    }

    /// <summary>The language in which more than half of those write whose language is certain, and at least two of them; else
    /// null.</summary>
    /// <param name="certain">The language of each student, null where it is not certain.</param>
    public static string? OfMost(IEnumerable<string?> certain)
    {
        var known = certain.OfType<string>().ToList();
        return known.CountBy(code => code, StringComparer.Ordinal).Where(each => each.Value > 1 && each.Value * 2 > known.Count)
            .Select(each => each.Key).FirstOrDefault();
    }
}
