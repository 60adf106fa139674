using System.Buffers;
using ReasoningLsp.Mathematics.Notation;
using ReasoningLsp.Mathematics.Patterns;
using ReasoningLsp.Review.Languages;
using ReasoningLsp.Traces;

namespace ReasoningLsp.Review.Analysis;

/// <summary>What a problem says about how its solution is to be read.</summary>
internal sealed partial record ProblemTraits
{
    private static readonly PhraseSet s_modular = new("mod", "\\pmod", "\\bmod", "modulo", "\\equiv", "≡", "remainder*", "clock",
        "last digit*", "units digit", "congruen*", "divisible", "divisor*", "\\mathbb{f}", "\\mathbb{z}", "finite field");
    private static readonly PhraseSet s_congruent = new("characteristic*", "charakteristik*", "char p",
        "commutative ring*", "be a ring", "quotient ring*", "field with two elements", "finite field*",
            "f_2", "f_3", "z_5", "gf", "mod", "\\pmod", "\\bmod", "modulo",
            "\\equiv", "≡", "clock", "congruen*",
        "\\mathbb{f}", "\\mathbb{z}", "finite field", "residue*", "last digit*", "units digit");
    private static readonly PhraseSet s_clock = new("clock", "clocks", "o'clock", "o’clock", "a.m.", "p.m.", "hour hand", "uhr", "uhrzeit",
        "horloge", "reloj", "orologio", "klok", "zegar", "saat");
    private static readonly PhraseSet s_vectors = new("orthogonal*", "inner product*", "dot product*", "scalar product*", "anticommut*",
        "commut*", "vector*", "\\vec", "\\mathbf", "\\times \\mathbf", "cross product", "matrix",
        "matrices", "\\begin{pmatrix}", "\\begin{bmatrix}", "quaternion*");
    private static readonly PhraseSet s_roots = new("root of unity", "roots of unity", "complex", "i^2", "imaginary", "\\omega",
        "primitive");

    private static readonly SearchValues<char> s_inequalities = SearchValues.Create("<>≤≥⩽⩾");
    private static readonly PhraseSet s_cases = new("\\begin{cases}", "\\left\\{", "\\le", "\\leq", "\\ge", "\\geq", "\\leqslant",
        "\\geqslant",
        "\\textless", "\\textgreater", "\\lt", "\\gt");

    private static readonly PhraseSet s_ways = new([.. LanguagePhrases.InAll(PhraseRole.Counting)]);

    // Most word problems have none of these, and one pass says so; the last four are of s_namedModulus.
    private static readonly WordSearch s_any = new(
        new[] { s_modular, s_congruent, s_clock, s_vectors, s_roots, s_cases, s_ways }.SelectMany(set => set.Words)
            .Concat(["\\mathbb", "\\bmod", "ℤ", "𝔽"]), StringComparison.Ordinal);

    /// <summary>Whether a star may mean something else than a product.</summary>
    public bool StarIsDefined { get; init; }

    /// <summary>Whether the problem gives signs a meaning of its own.</summary>
    public bool RedefinesNotation { get; init; }

    /// <summary>Whether equalities may be congruences.</summary>
    public bool IsModular { get; init; }

    /// <summary>Whether it speaks of a clock, on which 10 + 5 = 3.</summary>
    public bool ReadsClock { get; init; }

    /// <summary>Whether it speaks of congruences, so that an equation may be one.</summary>
    public bool IsCongruent { get; init; }

    /// <summary>Whether it names a modulus or a ring of residues in so many words.</summary>
    public bool NamesModulus { get; init; }

    /// <summary>The digits of a modular problem with all between them blank: the modulus is one of its numbers.</summary>
    public string Numbers { get; init; } = string.Empty;

    /// <summary>The numbers of the problem, each between blanks.</summary>
    public string Givens { get; init; } = string.Empty;

    /// <summary>Whether it speaks of sums of machine numbers or of strings.</summary>
    public bool HasOtherArithmetic { get; init; }

    /// <summary>Whether it calculates in Boolean algebra.</summary>
    public bool IsBoolean { get; init; }

    /// <summary>The moduli that problem and steps name, each behind a blank.</summary>
    public string Moduli { get; init; } = string.Empty;

    /// <summary>Whether numerals may be in another base, or letters digits.</summary>
    public bool HasOtherBase { get; init; }

    /// <summary>Whether letters may be vectors or matrices.</summary>
    public bool HasVectors { get; init; }

    /// <summary>Whether letters may be complex numbers with relations of their own.</summary>
    public bool HasSpecialNumbers { get; init; }

    /// <summary>Whether amounts of one kind may make less than the sum of their numbers.</summary>
    public bool AddsOtherwise { get; init; }

    /// <summary>Whether it calculates with complex numbers.</summary>
    public bool IsComplex { get; init; }

    /// <summary>Whether it writes an inequality, or tells cases apart in a bracket.</summary>
    public bool HasInequality { get; init; }

    /// <summary>Whether something is to be solved or an unknown found.</summary>
    public bool SeeksUnknown { get; init; }

    /// <summary>Whether letters and signs may follow other laws than those of numbers.</summary>
    public bool HasOtherLaws => IsCongruent || StarIsDefined || HasVectors;

    /// <summary>Whether the inverse of a function is wanted.</summary>
    public bool SeeksInverse { get; init; }

    /// <summary>Whether derivatives are spoken of.</summary>
    public bool HasDerivatives { get; init; }

    /// <summary>Whether a graph is shifted or turned, so that a function goes on as another one.</summary>
    public bool MovesGraphs { get; init; }

    /// <summary>Whether one solution may be enough.</summary>
    public bool WantsOne { get; init; }

    /// <summary>How its numbers are written.</summary>
    public LexerOptions Lexing { get; init; } = LexerOptions.Default;

    /// <summary>Whether it says in which language it is written, which settles what a point in a numeral is.</summary>
    public bool DeclaresLanguage { get; init; }

    /// <summary>Whether most of its words are of languages that write a decimal comma.</summary>
    public bool WritesComma { get; init; }

    /// <summary>Whether it counts ways to choose or arrange.</summary>
    public bool CountsWays { get; init; }

    /// <summary>Whether a bracket may be the whole or the fractional part of what it holds.</summary>
    public bool BracketsArePartOf { get; init; }

    /// <summary>Whether angles may be those of a triangle.</summary>
    public bool HasTriangle { get; init; }

    /// <summary>The phrases of the languages it is written in.</summary>
    public Lexicon Lexicon { get; init; } = Lexicon.English;

    /// <summary>Whether lower-case <paramref name="text"/> speaks of a clock, on which 10 + 5 = 3.</summary>
    public static bool SpeaksOfClock(string text) => s_clock.OccursIn(text);

    /// <summary>Traits of a problem and of its solution, which <paramref name="hints"/> are of.</summary>
    public static ProblemTraits Of(Trace trace, TextHints hints)
    {
        var text = (trace.Problem?.Text ?? string.Empty).ToLowerInvariant();
        var (languages, hasUnknown) = LanguageGuess.Of(hints.Languages, trace.Settings.Language);
        var lexicon = Lexicon.Of(languages, hasUnknown);
        var definesSign = lexicon.Has(PhraseRole.Operation, text);
        var isSpecial = s_any.OccursIn(text);
        var isModular = isSpecial && s_modular.OccursIn(text);
        return new ProblemTraits
        {
            Lexicon = lexicon,
            StarIsDefined = HasLetterStar(text) || hints.DefinesSign
            || (definesSign && (text.Contains("\\star", StringComparison.Ordinal) || text.Contains("\\ast", StringComparison.Ordinal)
                || text.Contains('*', StringComparison.Ordinal))),
            RedefinesNotation = text.Contains("\\boxed", StringComparison.Ordinal) || (definesSign && s_ownSign.IsMatch(text))
            || hints.DefinesSign || hints.IsBoolean,
            IsModular = isModular,
            ReadsClock = isSpecial && SpeaksOfClock(text),
            IsCongruent = (isSpecial && s_congruent.OccursIn(text)) || hints.IsQuotient,
            Moduli = hints.Moduli,
            Givens = GivenNumbers.In(text),
            IsBoolean = hints.IsBoolean,
            HasOtherArithmetic = AnyLanguage.Has(PhraseRole.OtherArithmetic, text),
            NamesModulus = isSpecial && s_namedModulus.IsMatch(text),
            Numbers = isModular ? string.Concat(text.Select(c => char.IsAsciiDigit(c) ? c : ' ')) : string.Empty,
            HasOtherBase = lexicon.Has(PhraseRole.Base, text),
            HasVectors = isSpecial && s_vectors.OccursIn(text),
            HasSpecialNumbers = isSpecial && s_roots.OccursIn(text),
            BracketsArePartOf = hints.BracketsArePartOf,
            HasTriangle = hints.HasTriangle,
            IsComplex = hints.IsComplex,
            AddsOtherwise = hints.AddsOtherwise,
            HasInequality = text.AsSpan().ContainsAny(s_inequalities) || (isSpecial && s_cases.OccursIn(text)),
            SeeksInverse = lexicon.Has(PhraseRole.Inverse, text),
            HasDerivatives = lexicon.Has(PhraseRole.Derivative, text),
            MovesGraphs = lexicon.Has(PhraseRole.Moved, text),
            WantsOne = lexicon.Has(PhraseRole.OneSolution, text),
            SeeksUnknown = lexicon.Has(PhraseRole.Unknown, text),
            DeclaresLanguage = trace.Settings.Language is not null,
            WritesComma = LanguageGuess.Most(hints.Languages) is { IsEmpty: false } most
                && most.All(language => NumberStyle.Of(language).DecimalComma),
            Lexing = NumberStyle.Shown(trace.Problem?.Text ?? string.Empty, NumberStyle.Of(trace.Settings.Language)),
            CountsWays = isSpecial && s_ways.OccursIn(text),
        };
    }

    // "a*b"; the star of "\\begin{align*}" and "\\operatorname*{lcm}" belongs to a name of LaTeX.
    private static bool HasLetterStar(string text)
    {
        for (var i = 1; i < text.Length - 1; i++)
        {
            if (text[i] == '*' && (char.IsLetter(text[i - 1]) || (text[i - 1] == ' ' && i > 1 && char.IsLetter(text[i - 2])))
                && !IsOfName(text, i))
                return true;
        }

        return false;
    }

    private static bool IsOfName(string text, int star)
    {
        var start = star;
        while (start > 0 && char.IsLetter(text[start - 1]))
            start--;
        return start < star && start > 0 && (text[start - 1] == '\\' || (text[start - 1] == '{' && text[star + 1] == '}'));
    }

    // "work mod 5", ℤ/7ℤ, \mathbb{Z}_{12}, in small letters.
    private static readonly LinearRegex s_namedModulus = new(@"\bmod(?:ulo|\b)|\\[pb]mod|\\mathbb\s*\{?z\}?\s*[_/]|[ℤ𝔽][_/₀-₉]");

    private static readonly LinearRegex s_ownSign = new(
        @"[@#⊕⊗⊙⊖⋄◇△▲☆★※◎○●∆∇]|\\(oplus|otimes|odot|ominus|diamond|bigtriangleup|triangle|clubsuit|spadesuit|heartsuit"
        + @"|nabla|bigstar|circledast|#)");
}
