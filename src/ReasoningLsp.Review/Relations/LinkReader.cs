using System.Collections.Immutable;
using ReasoningLsp.Mathematics.Expressions;
using ReasoningLsp.Mathematics.Judging;
using ReasoningLsp.Mathematics.Notation;
using ReasoningLsp.Mathematics.Numbers;
using ReasoningLsp.Review.Analysis;
using ReasoningLsp.Review.Languages;

namespace ReasoningLsp.Review.Relations;

/// <summary>Judges every link of a step once.</summary>
internal static class LinkReader
{
    private const int StatementsLookedAt = 4, NearBy = 24;

    private static readonly (DoubtKind Kind, string Words)? s_unstated =
        (DoubtKind.NotStated, "it is not stated as a calculation: supposed, asked, quoted, tried or taken back");

    public static ImmutableArray<JudgedLink> Read(StepAnalysis analysis, ProblemTraits traits, Toolbox tools,
        CancellationToken cancellationToken)
    {
        var links = ImmutableArray.CreateBuilder<JudgedLink>();
        var facts = analysis.Equations.ToDictionary(fact => (fact.Statement, fact.Link));
        foreach (var (statement, isAnnotation) in analysis.Statements.Select(s => (s, false))
            .Concat(analysis.Annotations.Select(s => (s, true))))
        {
            for (var i = 0; i < statement.Chain.Signs.Length; i++)
            {
                cancellationToken.ThrowIfCancellationRequested();
                var fact = isAnnotation ? null : facts.GetValueOrDefault((statement.Index, i));
                links.Add(Judge(statement, i, isAnnotation, fact, analysis, traits, tools));
            }
        }

        return links.ToImmutable();
    }

    /// <summary>Whether a problem states as given what is false in plain arithmetic, "4 * 2 = 82": then its signs have a meaning of their
    /// own.</summary>
    public static bool StatesFalsehood(StepAnalysis? problem, Toolbox tools, CancellationToken cancellationToken)
    {
        foreach (var statement in problem?.Statements ?? [])
        {
            cancellationToken.ThrowIfCancellationRequested();
            var chain = statement.Chain;
            for (var i = 0; i < chain.Signs.Length; i++)
            {
                if (chain.Signs[i] == "="
                    && chain.Members[i] is
                    {
                        Expression: Call
                        {
                            Operation: Operation.Add or Operation.Multiply or Operation.Divide
                        or Operation.Power
                        } left
                    } && chain.Members[i + 1] is { Expression: { } right }
                    && ExpressionInspector.Literal(right) is { Value.IsInteger: true }
                    && ExpressionInspector.Nodes(left).All(node => node is Call or NumberLiteral { Value.IsInteger: true })
                        && tools.Links.Judge(statement.Tokens, chain.Members[i], chain.Members[i + 1],
                            problem!.Options).Verdict == Mathematics.Judging.Verdict.Fails)
                    return true;
            }
        }

        return false;
    }

    private static JudgedLink Judge(Statement statement, int index, bool isAnnotation, EquationFact? fact, StepAnalysis analysis,
        ProblemTraits traits, Toolbox tools)
    {
        var left = statement.Chain.Members[index];
        var right = statement.Chain.Members[index + 1];
        if (left.Expression is null || right.Expression is null)
            return new JudgedLink(statement, index, Judgment.Unknown, false, isAnnotation);
        var numeric = ExpressionInspector.IsClosed(left.Expression) && ExpressionInspector.IsClosed(right.Expression);
        if (statement.Chain.Signs[index] == "=" && !numeric)
        {
            var identity = fact?.Identity ?? tools.Identities.Compare(left.Expression, right.Expression);
            return new JudgedLink(statement, index,
                identity.Holds == true ? new Judgment(Mathematics.Judging.Verdict.Holds) : Judgment.Unknown, false, isAnnotation)
            {
                Identity = identity,
                Fact = fact,
            };
        }

        return new JudgedLink(statement, index, Verdict(statement, index, left, right, numeric, analysis, traits, tools), numeric,
            isAnnotation);
    }

    private static Judgment Verdict(Statement statement, int index, Member left, Member right, bool numeric, StepAnalysis analysis,
        ProblemTraits traits, Toolbox tools)
    {
        switch (statement.Chain.Signs[index])
        {
            case "=" when numeric:
                var judgment = tools.Links.Judge(statement.Tokens, left, right, analysis.Options);
                if (DoubtfulRounding.Of("=", left, right, judgment, tools.Numeric.Evaluator.Arithmetic) is { } rounding)
                    return judgment.Doubted(DoubtKind.Rounding, rounding);
                return judgment.Verdict == Mathematics.Judging.Verdict.Fails
                    && Doubt(statement, index, judgment, analysis, traits, tools) is var (kind, doubt)
                        ? judgment.Doubted(kind, doubt) : judgment;
            case "≈" when numeric:
                var approximation = ApproximationJudge.Judge(tools, statement, left, right, analysis.Options);
                if (DoubtfulRounding.Of("≈", left, right, approximation, tools.Numeric.Evaluator.Arithmetic) is { } upwards)
                    return approximation.Doubted(DoubtKind.Rounding, upwards);
                return approximation.Verdict == Mathematics.Judging.Verdict.Fails && MayRestate(statement.Chain, index)
                    ? approximation.Doubted(DoubtKind.Meaning, Restated) : approximation;
            case "<" or ">" or "≤" or "≥" or "≠" when numeric:
                var compared = ComparisonJudge.Judge(tools, statement.Chain.Signs[index], left.Expression!, right.Expression!);
                return compared.Verdict == Mathematics.Judging.Verdict.Fails
                    && (((left.Ambiguities | right.Ambiguities) & (Ambiguities.NeverRefute | Ambiguities.Ratio)) != 0
                        || !Surroundings.AreUnderstood(statement.Tokens, left, right))
                    ? compared.Doubted(DoubtKind.Words, "the text beside it was not understood, or its notation may mean something else")
                    : compared;
            case "≡" when statement.Chain.Modulus is { } modulus:
                return CongruenceJudge.Judge(tools, left.Expression!, right.Expression!, modulus);
            default:
                return Judgment.Unknown;
        }
    }

    // "90/123 < k < 180/123 ≈ 0.732 < k < 1.463": the whole inequality written anew, and not its last side alone.
    private static bool MayRestate(RelationChain chain, int index) =>
        chain.Signs.Take(index).Any(IsComparison) && chain.Signs.Skip(index + 1).Any(IsComparison);

    private static bool IsComparison(string sign) => sign is "<" or ">" or "≤" or "≥";

    private const string Restated = "it may restate the whole inequality";

    // Why a false equality may be meant otherwise, or be no assertion; null where there is no doubt.
    private static (DoubtKind Kind, string Words)? Doubt(Statement statement, int index, Judgment judgment, StepAnalysis analysis,
        ProblemTraits traits, Toolbox tools)
    {
        var (left, right) = (statement.Chain.Members[index], statement.Chain.Members[index + 1]);
        if (MayRestate(statement.Chain, index))
            return (DoubtKind.Meaning, Restated);
        if (WhyNoClaim(statement, index, left, right, traits) is { } unstated)
            return unstated;
        if (WrittenBases.OccurIn(left.Expression!, right.Expression!))
            return null;
        if (ModularReading.May(judgment, left.Expression!, analysis.Plain, traits))
            return (DoubtKind.Notation, "it may be meant modulo a number");
        if (Contradictions.Follow(analysis.Plain, statement))
            return (DoubtKind.NotStated, "a contradiction is drawn from it");
        if (traits.HasOtherArithmetic || AnyLanguage.Has(PhraseRole.OtherArithmetic, analysis.Lower))
            return (DoubtKind.Meaning, "it may be a sum of machine numbers or of strings");
        if (traits.AddsOtherwise && OtherSums.MayExplain(left.Expression!, right.Expression!, judgment))
            return (DoubtKind.Meaning, "such amounts need not make the sum of their numbers");
        if (Puzzle.Is(analysis.Statements, tools))
            return (DoubtKind.Notation, "signs may have a meaning of their own here");
        if (OtherMeanings.Of(statement, left, right, judgment, tools) is { } meaning)
            return (DoubtKind.Meaning, meaning);
        if (SaidRounding.MayExplain(statement, left, right, judgment))
            return (DoubtKind.Rounding, "it is said to be rounded or estimated, and it is so");
        if (OwnNotation.MayExplain(analysis.Plain, left, right, judgment, traits))
            return (DoubtKind.Notation, "signs may have a meaning of their own here");
        return IsCorrected(analysis, statement, left, tools) || TruthBehind.Stands(analysis, statement, judgment)
            ? (DoubtKind.NotStated, "it is calculated anew and well further on") : null;
    }

    // Why it is not asserted as a calculation: supposed, tried, denied or taken back, or an equality of two bare numbers.
    private static (DoubtKind Kind, string Words)? WhyNoClaim(Statement statement, int index, Member left, Member right,
        ProblemTraits traits)
    {
        if (WrittenBases.OccurIn(left.Expression!, right.Expression!))
        {
            return !WrittenBases.AreCertain(left.Expression!, right.Expression!)
                ? (DoubtKind.Notation, "numerals that show no base may be of another")
                : ClaimGuard.IsCalculated(statement) && (!ClaimGuard.IsTried(statement)
                    || statement.Lexicon.Has(PhraseRole.Leads, statement.Before)) ? null : s_unstated;
        }

        // The base of a logarithm is none of numerals.
        if (traits.RedefinesNotation
            || ((traits.HasOtherBase || NamesBase(statement)) && Integers(left.Expression!, right.Expression!)
                && !ArePowersOfDigits(left.Expression!, right.Expression!)))
            return (DoubtKind.Notation, "signs or numerals may have a meaning of their own here");
        if (ExpressionInspector.IsLiteral(left.Expression!))
        {
            // "5 quarters = 5 * 25", "18 = 3 + 7": an amount named by a number, or a check; a factorisation is a calculation.
            var goesOn = index > 0 && statement.Tokens[left.FirstToken].InMath;
            if (NotationChange.Is(statement.Tokens, left, right))
                return ClaimGuard.IsAsserted(statement) && !ClaimGuard.IsTried(statement) ? null : s_unstated;
            if (ExpressionInspector.IsLiteral(right.Expression!)
                || (!goesOn && (left.Expression is not NumberLiteral { Value.IsInteger: true }
                    || !(IsFactorisation(right.Expression!) || IsDivision(right.Expression!) || IsOfPowers(right.Expression!)))))
                return (DoubtKind.Meaning, "one amount may be named by another, or tried in its place");
        }

        // "106 ÷ 3 = 35 remainder 1" is RR106's.
        if (Divisions.In(left.Expression!) is not null && StatedRemainder.After(statement) is not null)
            return (DoubtKind.Meaning, "it is a division with its remainder");
        return ClaimGuard.IsCalculated(statement)
            && !(ClaimGuard.IsTried(statement) && statement.Chain.Signs.Length == 1 && !ClaimGuard.IsShownAsCheck(statement))
            ? null : s_unstated;
    }

    // "3 × 14 = 52. … 3 × 14 = 42": the author calculated it anew and well, whatever the words between say.
    private static bool IsCorrected(StepAnalysis analysis, Statement statement, Member left, Toolbox tools)
    {
        if (ExpressionInspector.IsLiteral(left.Expression!))
            return false;
        foreach (var later in analysis.Statements.Skip(statement.Index + 1).Take(StatementsLookedAt))
        {
            var chain = later.Chain;
            if (chain.Signs[0] is "=" or "≈" && chain.Members[0].Expression is { } same && same.Equals(left.Expression)
                && chain.Members[1].Expression is { } right && ExpressionInspector.IsClosed(right)
                && tools.Links.Judge(later.Tokens, chain.Members[0], chain.Members[1], analysis.Options).Holds)
                return true;
        }

        return false;
    }

    // "In binary 1 + 1 = 10", "1 + 1 = 10 in binary".
    private static bool NamesBase(Statement statement)
    {
        for (var i = statement.Chain.FirstToken; i < statement.Chain.EndToken; i++)
        {
            if (statement.Tokens[i] is { Kind: TokenKind.Command, Text: "log" or "ln" })
                return false;
        }

        var after = statement.After.Length > NearBy ? statement.After[..NearBy] : statement.After;
        return (statement.Lexicon.Has(PhraseRole.Base, statement.Before) && !statement.Before.Contains("log", StringComparison.Ordinal))
            || (statement.Lexicon.Has(PhraseRole.Base, after) && !after.Contains("log", StringComparison.Ordinal));
    }

    // "198 = 3 · 54 + 36": dividend, quotient, divisor and rest.
    private static bool IsDivision(Expression expression) => expression is Call
    {
        Operation: Operation.Add,
        Arguments: [Call { Operation: Operation.Multiply, Arguments: [NumberLiteral one, NumberLiteral other] }, NumberLiteral rest]
    } && new[] { one, other, rest }.All(number => number is { Value: { IsInteger: true, Sign: >= 0 }, Decimals: 0 })
        && rest.Value < Rational.Max(one.Value, other.Value);

    private static bool IsFactorisation(Expression expression) => expression switch
    {
        Call { Operation: Operation.Multiply } product =>
            product.Arguments.All(factor => factor is NumberLiteral || IsFactorisation(factor)),
        Call { Operation: Operation.Power } power => power.Arguments.All(part => part is NumberLiteral),
        _ => false,
    };

    // "1313 = 36² - 5²": powers that make up a number.
    private static bool IsOfPowers(Expression expression) => expression is Call { Operation: Operation.Add } sum
        && sum.Arguments.All(term => (term is Call { Operation: Operation.Negate, Arguments: [var inner] } ? inner : term) is Call
        {
            Operation: Operation.Power, Arguments: [NumberLiteral, NumberLiteral]
        });

    // "5^(3^2) = 5^8": digits are the same in every base that has them, and nothing is carried.
    private static bool ArePowersOfDigits(Expression left, Expression right) =>
        ExpressionInspector.Nodes(left).Concat(ExpressionInspector.Nodes(right))
            .All(node => node is Call { Operation: Operation.Power }
                || (node is NumberLiteral { Value: { Sign: >= 0, IsInteger: true } value } && value < (Rational)10));

    private static bool Integers(Expression left, Expression right) =>
        ExpressionInspector.Nodes(left).Concat(ExpressionInspector.Nodes(right)).OfType<NumberLiteral>()
        .All(number => number.Value.IsInteger);
}
