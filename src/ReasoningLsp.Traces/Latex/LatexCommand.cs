using ReasoningLsp.Traces.Chunks;
using ReasoningLsp.Traces.Labels;
using ReasoningLsp.Traces.Segments;

namespace ReasoningLsp.Traces.Latex;

/// <summary>A command that shapes the document.</summary>
/// <param name="Kind">The piece it makes; null where it is only left out of the text.</param>
/// <param name="End">The offset after it and the arguments that belong to it.</param>
/// <param name="Title">The title of a heading.</param>
/// <param name="Level">A heading's level, else 0.</param>
/// <param name="Opens">What an environment opens.</param>
/// <param name="IsItem">Whether it is <c>\item</c>.</param>
internal readonly record struct LatexCommand(PieceKind? Kind, int End, TextSpan Title = default, int Level = 0, LabelKind? Opens = null,
    bool IsItem = false)
{
    private static readonly string[] Headings = ["chapter", "section", "subsection", "subsubsection", "paragraph", "subparagraph"];

    private static readonly string[] LeftOut =
    [
        "maketitle", "newpage", "clearpage", "noindent", "bigskip", "medskip", "smallskip", "centering", "par", "hfill", "qed",
    ];

    private static readonly string[] LeftOutWithArgument = ["label", "vspace", "hspace", "title", "author", "date", "documentclass",
        "usepackage", "setcounter", "pagestyle"];

    /// <summary>The command at the backslash at <paramref name="at"/>, or null where it is part of the text.</summary>
    public static LatexCommand? At(string text, int at)
    {
        var end = at + 1;
        while (end < text.Length && char.IsAsciiLetter(text[end]))
            end++;
        var name = text.AsSpan(at + 1, end - at - 1);
        switch (name)
        {
            case "begin":
                return Argument(text, end) is { } opened ? Environment(text, opened, true) : null;
            case "end":
                return Argument(text, end) is { } closed ? Environment(text, closed, false) : null;
            // The exam class: what is asked stands behind the command, up to its solution. A title in braces is a heading's.
            case "question" or "titledquestion" or "part" or "subpart" when SkipOption(text, end) is var behind
                && (behind >= text.Length || text[behind] != '{'):
                return new LatexCommand(PieceKind.Text, behind, Opens: LabelKind.Problem);
            case "item":
                return new LatexCommand(PieceKind.Text, SkipOption(text, end), IsItem: true);
        }

        if (end < text.Length && text[end] == '*')
            end++;
        var level = IndexOf(Headings, name);
        if (level >= 0)
        {
            return Argument(text, SkipOption(text, end)) is { } title
                ? new LatexCommand(PieceKind.Heading, title.End + 1, title, level + 1)
                : null;
        }

        if (IndexOf(LeftOut, name) >= 0)
            return new LatexCommand(null, end);
        if (IndexOf(LeftOutWithArgument, name) >= 0)
            return Argument(text, SkipOption(text, end)) is { } argument ? new LatexCommand(null, argument.End + 1) : null;
        return null;
    }

    private static LatexCommand? Environment(string text, TextSpan argument, bool opens)
    {
        var end = argument.End + 1;
        var name = text.AsSpan(argument.Start, argument.Length).TrimEnd('*');
        switch (name)
        {
            case "document":
                return new LatexCommand(opens ? PieceKind.DocumentOpen : PieceKind.DocumentClose, end);
            case "enumerate":
                return new LatexCommand(opens ? PieceKind.OrderedListOpen : PieceKind.ListClose, opens ? SkipOption(text, end) : end);
            case "itemize" or "description":
                return new LatexCommand(opens ? PieceKind.ListOpen : PieceKind.ListClose, opens ? SkipOption(text, end) : end);
        }

        LabelKind? kind = name switch
        {
            "problem" or "question" or "exercise" or "aufgabe" or "exercice" => LabelKind.Problem,
            "solution" or "proof" or "loesung" or "sol" or "solutionorbox" or "solutionorlines" or "solutionordottedlines"
                or "solutionorgrid" => LabelKind.Solution,
            "answer" or "finalanswer" => LabelKind.Answer,
            _ => null,
        };
        if (kind is null)
            return MathEnvironment.IsMath(text.AsSpan(argument.Start, argument.Length)) ? null : new LatexCommand(null, end);
        return opens
            ? new LatexCommand(PieceKind.Text, SkipOption(text, end), Opens: kind)
            : new LatexCommand(PieceKind.SectionClose, end, Opens: kind);
    }

    /// <summary>The content of the braces at or after <paramref name="at"/>, or null.</summary>
    private static TextSpan? Argument(string text, int at)
    {
        const int Longest = 2000;
        at = Lines.SkipBlanks(text, at, text.Length);
        if (at >= text.Length || text[at] != '{')
            return null;
        var depth = 0;
        for (var end = at; end < text.Length && end - at < Longest; end++)
        {
            if (text[end] == '\\')
                end++;
            else if (text[end] == '{')
                depth++;
            else if (text[end] == '}' && --depth == 0)
                return TextSpan.FromBounds(at + 1, end);
        }

        return null;
    }

    private static int SkipOption(string text, int at)
    {
        if (at >= text.Length || text[at] != '[')
            return at;
        var close = text.AsSpan(at, Math.Min(200, text.Length - at)).IndexOf(']');
        return close < 0 ? at : at + close + 1;
    }

    private static int IndexOf(string[] names, ReadOnlySpan<char> name)
    {
        for (var index = 0; index < names.Length; index++)
            if (name.SequenceEqual(names[index]))
                return index;
        return -1;
    }
}
