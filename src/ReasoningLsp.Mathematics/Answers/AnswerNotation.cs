using System.Collections.Immutable;
using System.Text;
using ReasoningLsp.Mathematics.Languages;
using ReasoningLsp.Mathematics.Patterns;

namespace ReasoningLsp.Mathematics.Answers;

/// <summary>Brings the ways of writing one answer together before it is read. Every pattern is linear.</summary>
internal static class AnswerNotation
{
    /// <summary>Stands for the brace of a set; a bare brace only groups.</summary>
    public const char OpenSet = '\u2983';

    /// <summary>Closes what <see cref="OpenSet"/> opens.</summary>
    public const char CloseSet = '\u2984';

    /// <summary>Ends a row of a matrix.</summary>
    public const char Row = '\u23CE';

    private static readonly string And = WordPattern.Bare(LanguageFile.AllTexts("notation", "and"));
    private static readonly string Or = WordPattern.Bare(LanguageFile.AllTexts("notation", "or"));

    // A dollar sign that is written as money, "\$5", until the dollar signs of formulas are gone.
    private const string Money = "\uFF04";

    private const string Greek = "παβγθλφωσρΔ";
    private const string Text = @"\\(?:text|mbox|textbf|textrm|mathrm|textit|textnormal|textsf|hbox)\s*";

    private static readonly ImmutableArray<NotationRule> s_rules =
    [
        Rule(@"\\(?:left|right|[bB]igg?[lrm]?|middle)(?<next>[^a-zA-Z])", "${next}", "\\"),
        Rule(@"\\(?:left|right|[bB]igg?[lr]?)\\(?<next>[lr]angle)", @"\${next}", "\\"),
        Rule(@"\\(?:langle|lparen)", "(", "\\"),
        Rule(@"\\(?:rangle|rparen)", ")", "\\"),
        Rule(@"\\\{|\\lbrace", OpenSet.ToString(), "\\"),
        Rule(@"\\\}|\\rbrace", CloseSet.ToString(), "\\"),
        Rule(@"(?<before>\d)\\[, ](?<after>\d{3})", "${before}${after}", "\\"),
        Rule(@"\{,\}|\\!\s*", "", "\\{"),
        Rule(@"\\(?:emptyset|varnothing)|" + OpenSet + @"\s*" + CloseSet, "∅"),
        Rule(@"\\mathbb\s*\{?\s*R\s*\}?|\\R\b", "ℝ", "\\"),
        Rule(@"\^\s*\{\s*\\circ\s*\}|\^\s*\\circ|\\degree|\\textdegree", "°", "\\"),
        Rule(@"\\\$\s*(?<next>[-\d.])", Money + "${next}", "\\"),
        Rule(@"\\\$|\\\(|\\\)|\\\[|\\\]|\\euro|\\pounds", " ", "\\"),
        Rule(@"(?<before>^|[\s(:])\*\*(?<inner>[^*\s]|[^*\s][^*]*[^*\s])\*\*", "${before}${inner}", "*"),
        Rule(@"(?<before>[\w)\]}])\s*\*\*\s*(?<after>[\w({\\-])", "${before}^${after}", "*"),
        Rule(@"\*\*", " ", "*"),
        Rule(@"\\[,;: ]|\\q?quad|~|\\displaystyle|\\allowbreak", " ", "\\~"),
        Rule(@"\\num\s*\{(?<inner>[^{}]*)\}", "${inner}", "\\"),
        Rule(Text + @"\{[\s,]*" + And + @"[\s,]*\}|\\land\b|\\wedge\b|∧", " and ", "\\∧"),
        Rule(Text + @"\{[\s,]*" + Or + @"[\s,]*\}|\\lor\b|\\vee\b|∨", " or ", "\\∨"),
        Rule(@"(?<before>[\d)}])" + Beside("and") + @"\s+(?<after>[-\d" + Money + @"\\a-z(])", "${before} and ${after}", Needs("and")),
        Rule(@"(?<before>[\d)}])" + Beside("or") + @"\s+(?<after>[-\d" + Money + @"\\a-z(])", "${before} or ${after}", Needs("or")),
        // "3 y 5" names two numbers, "10 y - 3" is a sum with a name.
        Rule(@"(?<before>[\d)}])\s+[" + Letters("and") + @"]\s+(?<after>-?\d)", "${before} and ${after}", " "),
        Rule(@"(?<before>[\d)}])\s+[" + Letters("or") + @"]\s+(?<after>-?\d)", "${before} or ${after}", " "),
        Rule(@"(?<top>\d+)\s+choose\s+(?<bottom>\d+)", @"\binom{${top}}{${bottom}}", "c"),
        Rule(Text + @"\{\s*(?:percent|pct|percentage)\s*\}|\\%|\s*\b(?:percentage|percent|pct)\b", "%", "\\p"),
        Rule(Text + @"\{\s*(?<inner>e|[-+\d.,/]+)\s*\}", "${inner}", "\\"),
        Rule(Text + @"\{\s*(?:~\s*)?(?<inner>[^{}]*)\}", @"\text{${inner}}", "\\"),
        Rule(@"\\[dtc]frac", @"\frac", "\\"),
        Rule(@"\\frac\s*\{\s*\\text\{(?<top>[^{}]*)\}\s*\}\s*\{\s*\\text\{(?<bottom>[^{}]*)\}\s*(?<power>\^\s*\{?\d\}?)?\s*\}",
        @"\text{${top}/${bottom}${power}}", "\\"),
        Rule(@"\\(?:geqslant|geq|ge)(?<next>[^a-zA-Z]|$)|>=|≥|⩾|≧", "≥${next}", "\\>≥⩾≧"),
        Rule(@"\\(?:leqslant|leq|le)(?<next>[^a-zA-Z]|$)|<=|≤|⩽|≦", "≤${next}", "\\<≤⩽≦"),
        Rule(@"\\(?:neq|ne)(?<next>[^a-zA-Z]|$)|!=|≠", "≠${next}", "\\!≠"),
        Rule(@"\\gt(?<next>[^a-zA-Z]|$)", ">${next}", "\\"),
        Rule(@"\\lt(?<next>[^a-zA-Z]|$)", "<${next}", "\\"),
        Rule(@"\\(?:approx|simeq)(?<next>[^a-zA-Z]|$)", "≈${next}", "\\"),
        Rule(@"\\equiv(?<next>[^a-zA-Z]|$)", "≡${next}", "\\"),
        Rule(@"\\in(?<next>[^a-zA-Z]|$)", "∈${next}", "\\"),
        Rule(@"\\cup(?<next>[^a-zA-Z]|$)", "∪${next}", "\\"),
        Rule(@"(?<before>[)\]])\s*U\s*(?<after>[(\[])", "${before}∪${after}", "U"),
        Rule(@"\\(?:setminus|backslash|smallsetminus)(?<next>[^a-zA-Z]|$)", "∖${next}", "\\"),
        Rule(@"\\pm(?<next>[^a-zA-Z]|$)|\+\s?/\s?-|\+-", "±${next}", "\\+"),
        Rule(@"\\mp(?<next>[^a-zA-Z]|$)", "∓${next}", "\\"),
        Rule(@"\\(?:colon|ratio)(?<next>[^a-zA-Z]|$)|\{:\}", ":${next}", "\\{"),
        Rule(@"\\mid(?<next>[^a-zA-Z]|$)", "|${next}", "\\"),
        Rule(@"\\(?:[cl]?dots|dots[cbmo])(?<next>[^a-zA-Z]|$)|…", "...${next}", "\\…"),
        Rule(@"\+\s*\\infty|\+\s*∞|\binfinity\b|\binf\b|\\infty|\boo\b", "∞"),
        Rule(@"(?<before>^|[^\w.])(?<mantissa>\d+(?:\.\d+)?|\.\d+)[eE]\+?(?<exponent>-?\d{1,4})(?<after>[^\w.]|$)",
        @"${before}${mantissa} \cdot 10^{${exponent}}${after}", "eE"),
        Rule(@"(?<before>\d)\s*[xX×]\s*10\s*\^", @"${before} \cdot 10^", "^"),
        Rule(@"(?<before>^|[^a-zA-Z\\])(?<name>pi|theta|alpha|beta|gamma|lambda|omega|phi|sigma|sqrt|cbrt)(?<after>[^a-zA-Z]|$)",
        @"${before}\${name}${after}", "ptabglosc"),
        // The sign is of the whole quotient.
        Rule(@"^(?<quotient>-?\d+\s*/\s*\d+|-?\\frac\s*\{?\w+\}?\s*\{?\w+\}?)\s*%$", "(${quotient})%", "%"),
        Rule(@"\\(?:neg|lnot)(?<next>[^a-zA-Z]|$)", "¬${next}", "\\"),
        Rule(@"\\(?<name>sqrt|cbrt)\s*\((?<inner>[^()]*)\)", @"\${name}{${inner}}", "\\"),
        Rule(@"\\cbrt(?<next>[^a-zA-Z])", @"\sqrt[3]${next}", "\\"),
        Rule(@"\b(?:np\.array|numpy\.array|Matrix|array)\s*\((?<inner>\[[^()]*\])\)", "${inner}", "["),
        Rule(@"ℝ\s*(?:-|\\)\s*" + OpenSet, "ℝ ∖ " + OpenSet, "ℝ"),
        Rule(@"(?<whole>\d*[.,]\d*)\\dot\s*\{?(?<period>\d)\}?$", @"${whole}\overline{${period}}", "\\"),
        Rule(@"^(?<whole>\d+[.,]\d*)\((?<period>\d+)\)$", @"${whole}\overline{${period}}", "("),
        Rule(@"^(?<whole>\d+),(?<rest>\d*\\overline)", "${whole}.${rest}", "\\"),
        Rule(@"^\s*(?<part>\d+)\s+(?:out of|in)\s+(?<whole>\d+)\s*$", "${part}/${whole}", " "),
        Rule(@"(?<before>^|[=:]\s*)(?:" + WordPattern.Bare(LanguageFile.AllTexts("notation", "approximately"))
            + @"\.?|≈)\s*(?<after>[-\d.$€£\\])", "${before}${after}", "≈" + Initials("approximately")),
        Rule(@"\s+", " ", " \n\r\t"),
    ];

    private static readonly ImmutableArray<string> s_names = ["pi", "alpha", "beta", "gamma", "theta", "lambda", "phi", "omega", "sigma",
        "rho", "Delta"];
    private static readonly LinearRegex s_text = new(
        @"\\(?:text|mbox|textbf|textrm|mathrm|textit|hbox|mathbf|operatorname)\s*\{(?<inner>[^{}]*)\}");
    private static readonly LinearRegex s_bold = new(
        @"\\(?:mathbf|boldsymbol|bm|bold|mathit|mathsf|vec|underline|boxed|fbox|color\{\w+\})\s*\{(?<inner>[^{}]*)\}");
    // "\\[8pt]": room between rows.
    private static readonly LinearRegex s_rowSpace = new(@"\\\\\s*\[\s*-?[\d.]+\s*(?:pt|em|ex|mm|cm|in)\s*\]");
    private static readonly LinearRegex s_greek = new($"[{Greek}]");
    // 2j beside no i.
    private static readonly LinearRegex s_engineers = new(@"(?<before>\d)j(?<after>[^a-zA-Z]|$)");
    private static readonly LinearRegex s_index = new(@"_\s*[{(]?\s*j\s*=");
    private const int LongestFormula = 60;
    private const string Functions = "(?:arcsin|arccos|arctan|sinh|cosh|tanh|sin|cos|tan|cot|sec|csc|log|ln|exp)";
    private static readonly LinearRegex s_function = new($@"\b(?<name>{Functions})\b");
    private static readonly LinearRegex s_formula = new($"^(?:{Functions}"
        + @"(?:\^\{?-?[0-9]\}?|_\{?[0-9a-z]{1,2}\}?)?|[a-zA-Z0-9]?[ +*/^=(){}.-]+|[0-9]+|[a-zA-Z]$)+$");
    private static readonly LinearRegex s_blank = new(@"(?<before>[^\w.,]) (?<after>.)");

    /// <summary>The answer in the notation that <see cref="AnswerReader"/> reads.</summary>
    public static string Normalise(string text)
    {
        text = PlainNotation.Of(text);
        // JSON written twice leaves two backslashes; only a matrix has them for good.
        var rows = text.Contains(@"\begin", StringComparison.Ordinal);
        if (rows)
            text = s_rowSpace.Replace(text, @"\\");
        text = text.Replace(@"\\", rows ? Row.ToString() : @"\", StringComparison.Ordinal);
        text = s_bold.Replace(text, "${inner}");
        if (!Ascii.IsValid(text))
            text = s_greek.Replace(text, letter => @"\" + s_names[Greek.IndexOf(letter.Value, StringComparison.Ordinal)] + " ");
        if (!text.Contains('i', StringComparison.Ordinal) && !s_index.IsMatch(text))
            text = s_engineers.Replace(text, "${before}i${after}");
        // "n log n" and "sin x" hold no words but functions.
        if (text.Length <= LongestFormula && s_formula.IsMatch(text))
            text = s_function.Replace(text, @"\${name}");
        foreach (var rule in s_rules)
            text = rule.Apply(text);
        return Undollared(text).Replace(Money, "$", StringComparison.Ordinal).Trim();
    }

    /// <summary>The words of an answer, the wrappers of text taken off.</summary>
    public static string Words(string normalised) =>
        s_text.Replace(normalised, "${inner}").Replace("{", "", StringComparison.Ordinal).Replace("}", "", StringComparison.Ordinal).Trim()
        .Trim('.', ',', ';', ' ');

    /// <summary>A text without the blanks that part nothing: what is written alike is equal, read or not.</summary>
    public static string Key(string normalised) => s_blank.Replace(normalised, "${before}${after}").Trim('.', ',', ';', ' ');

    // A dollar before a number is money if no other closes a formula.
    private static string Undollared(string text)
    {
        var first = text.IndexOf('$', StringComparison.Ordinal);
        if (first < 0)
            return text;
        var money = text.IndexOf('$', first + 1) < 0 && first + 1 < text.Length
            && (char.IsAsciiDigit(text[first + 1]) || text[first + 1] is '.' or '-');
        return money ? text : text.Replace('$', ' ');
    }

    private static string Initials(string key) =>
        string.Concat(LanguageFile.AllTexts("notation", key).Select(word => word[0]).Distinct());

    private static string Needs(string key) =>
        " " + string.Concat(LanguageFile.AllTexts("notation", key).Where(word => !WordPattern.IsSpaced(word)));

    // A word that joins two values; a lone e is Euler's number.
    private static bool IsLetter(string word) => word is [>= 'a' and <= 'z'];

    // Words of one letter; a lone e is Euler's number.
    private static string Letters(string key) =>
        string.Concat(LanguageFile.AllTexts("notation", key).Where(word => IsLetter(word) && word != "e"));

    private static string Beside(string key)
    {
        var words = LanguageFile.AllTexts("notation", key).Where(word => !IsLetter(word)).ToLookup(WordPattern.IsSpaced);
        var spaced = @"\s" + WordPattern.Bare(words[true]);
        return words[false].Any() ? $@"\s*(?:{spaced}|{WordPattern.Bare(words[false])})" : @"\s*" + spaced;
    }

    private static NotationRule Rule(string pattern, string replacement, string needs = "") => new(pattern, replacement, needs);
}
