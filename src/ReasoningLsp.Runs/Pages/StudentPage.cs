using ReasoningLsp.Runs.Classes;
using ReasoningLsp.Runs.Pages.Mathematics;

namespace ReasoningLsp.Runs.Pages;

/// <summary>What a student gets back: every step with what was found in it, what is right, and a mark to be decided.</summary>
public static class StudentPage
{
    /// <summary>What such a page says wrote it, so that nobody else's is taken for one.</summary>
    public const string Generator = "reasoning-lsp class";

    /// <summary>Writes the page of all solutions of one student.</summary>
    /// <param name="output">Where to.</param>
    /// <param name="student">Whose it is.</param>
    /// <param name="solutions">The solutions.</param>
    /// <param name="language">The code of the page's language; null for that of the solutions.</param>
    /// <param name="otherwise">The language of the page where that of the solutions is not certain; null for English.</param>
    public static void Write(TextWriter output, string student, IReadOnlyList<StudentMark> solutions, string? language = null,
        string? otherwise = null)
    {
        ArgumentNullException.ThrowIfNull(solutions);
        var own = ClassLanguage.Of(solutions);
        var words = PageLanguage.Of(language ?? own ?? otherwise);
        var page = new Page(output);
        page.Begin(words.Say("title", ("student", Markup.Text(student))), words.Code, Generator, words.IsRightToLeft);
        foreach (var mark in solutions)
            new StudentSolution(page, words, mark, own == words.Code ? null : own).Write();
        page.End();
    }
}
