using System.Collections.Immutable;
using System.Globalization;
using System.Text.RegularExpressions;
using ReasoningLsp.Mathematics.Numbers;

namespace ReasoningLsp.Review.Tests.Rewriting;

/// <summary>Every way to write a step anew: labels, sentences, punctuation, marks, signs, spaces, brackets, units.</summary>
internal static partial class Rewritings
{
    private static readonly string[] s_before =
    [
        "Step 3: ", "**Step 3.** ", "3. ", "(3) ", "3) ", "a) ", "① ", "- ", "* ", "## Step 3\n\n", "[Step 3] ", "Schritt 3: ",
        "3. Schritt: ",
        "Étape 3 : ", "Paso 3: ", "Passo 3: ", "Stap 3: ", "Krok 3: ", "Шаг 3. ", "第三步:", "第3步、", "手順3:", "단계 3: ", "الخطوة 3: ",
        "चरण 3: ",
        "Bước 3: ", "Adım 3: ", "So ", "Then: ", "Therefore, ", "Hence we have ", "Also, ", "In all, ", "Daher gilt ", "Donc ",
        "Por lo tanto, ",
        "Quindi ", "Logo, ", "Dus ", "Zatem ", "Итак, ", "Отже, ", "所以", "因此,", "したがって、", "따라서 ", "إذن ", "अतः ", "Vậy ", "Demek ki ",
        "✅ ", "→ ", "=> ", "2024-05-01 ", "Part (b). ", "Case closed: ", "We read on page 12: ", "By (2), ", "Using equation 4, ",
    ];

    private static readonly string[] s_after =
    [
        " This is what we need.", " We go on.", " (checked)", " (1)", " (see Figure 2)", " See equation 3.", " ✓", " 😀", " [2]",
        " — done.", " Note this.",
        "\n\n下面我们继续。", "。", " Das war es.", " Voilà.", " Así es.", " Ecco.", " Pronto.", " Klaar.", " Gotowe.", " Вот и всё.",
        " Ось і все.",
        " 次に進みます。", " 다음으로 갑니다.", " وهذا كل شيء.", " आगे बढ़ते हैं।", " Ta tiếp tục.", " Devam edelim.", "\n\n---", "  \n", "\r\n",
        " <br>", "\n\n> Remember this.",
        " \\quad (2)", " \\tag{3}", " ∎", " \\blacksquare", " etc.", " 7 pages follow.", "\n\n4. Next",
    ];

    private static readonly (string Open, string Close)[] s_around =
    [
        ("**", "**"), ("_", "_"), ("> ", string.Empty), ("<p>", "</p>"), ("(", ")"), ("[", "]"), ("“", "”"), ("「", "」"),
        ("<b>", "</b>"), ("<step>", "</step>"),
        ("| ", " |"), ("<div class=\"a1\">\n\n", "\n\n</div>"), ("\\textbf{", "}"), ("\t", string.Empty), ("  ", "  "),
        ("\u200B", "\u200B"), ("<span>", "</span>"),
    ];

    private static readonly (string Name, string Sign, string[] Others)[] s_signs =
    [
        ("times", "*", ["×", "·", "⋅", "∗", "x", "&times;", "&#215;", "✕", "✖"]), ("divided", "/", ["÷", "∕", "&divide;"]),
        ("minus", "-", ["−", "–", "&minus;"]),
        ("plus", "+", ["＋", "➕"]), ("equals", "=", ["＝", "=\n", "＝ "]),
    ];

    /// <summary>All of them.</summary>
    public static ImmutableArray<Rewriting> All { get; } = [.. Affixes(), .. Signs(), .. Plain(), .. Markup()];

    private static IEnumerable<Rewriting> Affixes()
    {
        foreach (var before in s_before)
            yield return new($"“{before}” before it", step => before + step);
        foreach (var after in s_after)
            yield return new($"“{after}” after it", step => step + after);
        foreach (var (open, close) in s_around)
            yield return new($"{open}…{close} around it", step => open + step + close);
        foreach (var end in (string[])["", "!", ";", ":", "…", "?", ",", "。", " .", "..."])
            yield return new($"“{end}” at its end", step =>
                step.EndsWith('.') && !step.EndsWith("..", StringComparison.Ordinal) ? step[..^1] + end : step);
    }

    private static IEnumerable<Rewriting> Signs()
    {
        foreach (var (name, sign, others) in s_signs)
        {
            var between = new Regex($@"(?<=\d) {Regex.Escape(sign)} (?=\d)");
            foreach (var other in others)
                yield return new($"{name} as “{other}”", step => between.Replace(step, $" {other} "));
            yield return new($"no spaces around {name}", step => between.Replace(step, sign));
        }
    }

    private static IEnumerable<Rewriting> Plain()
    {
        yield return new("spaces around signs", step => TightSign().Replace(step, " $1 "));
        yield return new("NBSP for blanks", step => step.Replace(' ', '\u00A0'));
        yield return new("thin blanks around signs", step => SpacedSign().Replace(step, "\u2009$1\u2009"));
        yield return new("full-width digits", step =>
            string.Concat(step.Select(unit => char.IsAsciiDigit(unit) ? (char)(unit - '0' + '０') : unit)));
        yield return new("no thousands separators", step =>
            Thousands().Replace(step, match => match.Value.Replace(",", string.Empty, StringComparison.Ordinal)));
        yield return new("bold results", step => Result().Replace(step, "$1**$2**"));
        yield return new("underlined results", step => Result().Replace(step, "$1<u>$2</u>"));
        yield return new("results in brackets", step => Result().Replace(step, "$1($2)"));
        yield return new("brackets around factors", step => Factors().Replace(step, "($1) * ($2)"));
        yield return new("dollars as a word", step => step.Contains('\\') ? step : Dollars().Replace(step, "$1 dollars"));
        yield return new("dollars as USD", step => step.Contains('\\') ? step : Dollars().Replace(step, "USD $1"));
        yield return new("two lines", step => step.Replace(". ", ".\n", StringComparison.Ordinal));
        yield return new("two paragraphs", step => step.Replace(". ", ".\n\n", StringComparison.Ordinal));
        yield return new("CRLF", step => step.Replace("\n", "\r\n", StringComparison.Ordinal));
        yield return new("a smaller unit", step => Unit().Replace(step, Smaller));
        yield return new("capitals", step => step.Contains('\\') ? step : step.ToUpperInvariant());
    }

    private static IEnumerable<Rewriting> Markup()
    {
        foreach (var (open, close) in ((string, string)[])[("$", "$"), ("\\(", "\\)"), ("$$", "$$"), ("\\[", "\\]"), ("$`", "`$"),
            ("<math>", "</math>")])
        {
            foreach (var sign in (string[])["\\times", "\\cdot", "*"])
                yield return new($"{open}{sign}{close} for calculations", step => step.Contains('$') || step.Contains('\\') ? step
                    : Calculation().Replace(step, match => open + match.Value.Replace("*", sign, StringComparison.Ordinal) + close));
        }

        yield return new("\\( \\) for dollars", step => step.Contains('\\') ? SingleDollars().Replace(step, @"\($1\)") : step);
        yield return new("\\[ \\] for double dollars", step => DoubleDollars().Replace(step, @"\[$1\]"));
        yield return new("\\dfrac", step => step.Replace("\\frac", "\\dfrac", StringComparison.Ordinal));
        yield return new("\\times", step => step.Replace("\\cdot ", "\\times ", StringComparison.Ordinal));
        yield return new("\\left( \\right)", step => InMath(step, part => part.Contains("\\left", StringComparison.Ordinal) ? part
            : part.Replace("(", "\\left(", StringComparison.Ordinal).Replace(")", "\\right)", StringComparison.Ordinal)));
        yield return new("\\,", step => InMath(step, part => part.Replace(" = ", "\\,=\\,", StringComparison.Ordinal)));
        yield return new("\\displaystyle", step => InMath(step, part => "\\displaystyle " + part));
        yield return new("braced numbers", step => InMath(step, part => BareNumber().Replace(part, "{$0}")));
        yield return new("blanks in math", step => InMath(step, part => " " + part.Replace("=", " = ", StringComparison.Ordinal) + " "));
        yield return new("full stop in math", step => step.EndsWith("$.", StringComparison.Ordinal) ? step[..^2] + ".$" : step);
    }

    private static string InMath(string step, Func<string, string> rewrite) =>
        SingleDollars().Replace(step, match => $"${rewrite(match.Groups[1].Value)}$");

    private static string Smaller(Match match)
    {
        var (unit, factor) = match.Groups[3].Value switch
        {
            "km" => ("m", 1000),
            "m" => ("cm", 100),
            "kg" => ("g", 1000),
            "g" => ("mg", 1000),
            "L" => ("mL", 1000),
            _ => ("s", 60),
        };
        return Rational.TryParseDecimal(match.Groups[2].Value, out var value) && (value * factor).IsInteger
            ? string.Create(CultureInfo.InvariantCulture, $"{match.Groups[1].Value}{value * factor} {unit}") : match.Value;
    }

    [GeneratedRegex(@"(?<=\d)([+*=])(?=\d)")]
    private static partial Regex TightSign();

    [GeneratedRegex(@"(?<=\d) ([-+*/=]) (?=\d)")]
    private static partial Regex SpacedSign();

    [GeneratedRegex(@"(?<![\d.,])\d{1,3}(?:,\d{3})+(?![\d,])")]
    private static partial Regex Thousands();

    [GeneratedRegex(@"(\d = )(\d+(?:\.\d+)?)(?=\.?$|\.? [A-Z])")]
    private static partial Regex Result();

    [GeneratedRegex(@"(?<![\d.)/*^-] ?)\b(\d+) \* (\d+)(?![\d.,/^])(?! [*/^])")]
    private static partial Regex Factors();

    [GeneratedRegex(@"\$(\d+(?:,\d{3})*(?:\.\d+)?)(?![\d,.]*\d)")]
    private static partial Regex Dollars();

    [GeneratedRegex(@"(?<![\d.,$*/×÷=+-] ?|[-+*/×÷=] |\w)\d+(?:\.\d+)?(?: [-+*] \d+(?:\.\d+)?)+ = \d+(?:\.\d+)?(?![\d,%]|\.\d| [-+*/=])")]
    private static partial Regex Calculation();

    [GeneratedRegex(@"(?<![\\$])\$([^$\n]+)\$(?!\$)")]
    private static partial Regex SingleDollars();

    [GeneratedRegex(@"\$\$([^$]+)\$\$")]
    private static partial Regex DoubleDollars();

    [GeneratedRegex(@"(?<![\w.,{\\^_])\d+(?![\w.,}])")]
    private static partial Regex BareNumber();

    [GeneratedRegex(@"(= )(\d+(?:\.\d+)?) (km|m|kg|g|L|min)(?=\.?$)")]
    private static partial Regex Unit();
}
