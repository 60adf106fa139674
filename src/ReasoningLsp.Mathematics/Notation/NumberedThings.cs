using System.Collections.Frozen;

namespace ReasoningLsp.Mathematics.Notation;

/// <summary>Things that are told apart by a number behind their name: "day 1", "Weeks 3-4", "Aufgabe 2". It counts nothing.</summary>
internal static class NumberedThings
{
    private static readonly FrozenSet<string> s_names = FrozenSet.Create(
        StringComparer.OrdinalIgnoreCase,
        "day", "days", "week", "weeks", "month", "months", "year", "years", "hour", "page", "pages", "chapter", "chapters",
        "question", "questions", "problem", "problems", "exercise", "exercises", "room", "rooms", "box", "boxes", "grade", "grades",
        "level", "levels", "stage", "stages", "phase", "round", "rounds", "game", "games", "part", "parts", "case", "cases",
        "equation", "equations", "line", "lines", "row", "rows", "column", "columns", "figure", "fig", "table", "number", "numbers",
        "no", "class", "group", "groups", "period", "team", "player", "person", "option", "item", "items", "section", "lesson",
        "unit", "house", "bus", "route", "test", "trial", "experiment", "sample", "machine", "pump", "pipe", "tank", "jar", "bag",
        "urn", "die", "dice", "version", "step", "steps", "mixture", "solution", "job", "task", "floor", "lane", "gate", "platform",
        "Tag", "Woche", "Monat", "Jahr", "Seite", "Aufgabe", "Klasse", "Gruppe", "Fall", "Teil", "Runde", "Schritt", "Zeile",
        "Spalte", "jour", "semaine", "mois", "exercice", "classe", "groupe", "cas", "partie", "ligne", "colonne", "semana", "mes",
        "ejercicio", "clase", "grupo", "caso", "parte", "paso", "giorno", "settimana", "mese", "anno", "pagina", "esercizio", "passo",
        "dia", "ano", "dag", "maand", "jaar", "oefening", "stap", "rok", "strona", "zadanie", "krok", "hafta", "ay", "sayfa", "soru",
        "trang");

    /// <summary>Whether a number right behind <paramref name="word"/> may be the name of one of them.</summary>
    public static bool Contains(string word) => s_names.Contains(word);
}
