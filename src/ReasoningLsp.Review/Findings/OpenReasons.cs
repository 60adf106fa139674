using System.Text.Json;

namespace ReasoningLsp.Review.Findings;

/// <summary>What the reasons are called, and which of them leave nothing to decide.</summary>
public static class OpenReasons
{
    /// <summary>Whether such a relation claims nothing, so that there is nothing to decide: a definition, a condition, or what was said
    /// before.</summary>
    public static bool IsPremise(OpenReason reason) => reason is OpenReason.Definition or OpenReason.Given or OpenReason.Condition;

    /// <summary>In words, for a person.</summary>
    public static string WordsOf(OpenReason reason) => reason switch
    {
        OpenReason.Definition => "it says what a name stands for; it is compared with what other steps say of it",
        OpenReason.Given => "it repeats what the problem or an earlier place says",
        OpenReason.Condition => "a condition on unknowns; what follows is compared with it",
        OpenReason.NothingToCompare => "nothing is known of its letters that it could be compared with",
        OpenReason.NotSettled => "what is known of its letters neither proves nor refutes it",
        OpenReason.Choice => "one of several values of a letter, or one that is tried or chosen",
        OpenReason.OtherFacts => "something else that is known of its letters may make it true",
        OpenReason.UnknownFunction => "what its function is, is not known for certain",
        OpenReason.Notation => "its signs, letters or numerals may mean something else",
        OpenReason.Readings => "its readings do not agree",
        OpenReason.Units => "units may explain it",
        OpenReason.Words => "the words beside it were not understood",
        OpenReason.Meaning => "it may say something else than what a calculation comes to",
        OpenReason.Rounding => "it may be a rounding or an estimate",
        OpenReason.NotStated => "it is not stated as true: supposed, asked, quoted, tried, denied or taken back",
        OpenReason.NoValue => "a side has no value that could be calculated",
        OpenReason.NotCalculated => "this relation is not calculated",
        _ => string.Empty,
    };

    /// <summary>As a word, for a program.</summary>
    public static string KeyOf(OpenReason reason) => JsonNamingPolicy.CamelCase.ConvertName(reason.ToString());

    /// <summary>In a word or two, for a list.</summary>
    public static string NameOf(OpenReason reason) => reason switch
    {
        OpenReason.Definition => "definition",
        OpenReason.Given => "said before",
        OpenReason.Condition => "condition",
        OpenReason.NothingToCompare => "nothing to compare with",
        OpenReason.NotSettled => "not settled by what is known",
        OpenReason.Choice => "one value of several",
        OpenReason.OtherFacts => "other facts may explain it",
        OpenReason.UnknownFunction => "function unknown",
        OpenReason.Notation => "notation",
        OpenReason.Readings => "readings disagree",
        OpenReason.Units => "units",
        OpenReason.Words => "words beside it",
        OpenReason.Meaning => "no calculation, perhaps",
        OpenReason.Rounding => "rounding or estimate",
        OpenReason.NotStated => "not stated as true",
        OpenReason.NoValue => "no value",
        OpenReason.NotCalculated => "sign not calculated",
        _ => "none",
    };
}
