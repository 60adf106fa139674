using System.Collections.Immutable;
using ReasoningLsp.Mathematics.Algebra;
using ReasoningLsp.Mathematics.Expressions;
using ReasoningLsp.Mathematics.Notation;
using ReasoningLsp.Mathematics.Numbers;
using ReasoningLsp.Mathematics.Patterns;
using ReasoningLsp.Review.Analysis;
using ReasoningLsp.Review.Checking;
using ReasoningLsp.Review.Findings;
using ReasoningLsp.Review.Languages;
using ReasoningLsp.Traces;

namespace ReasoningLsp.Review.Equations;

/// <summary>Finds the equations of a step that have no solution in common with the one they are said to follow from.</summary>
internal static partial class UnfoundedEquations
{
    /// <summary>Notation that equations are not compared in.</summary>
    public const Ambiguities Unsure =
        Ambiguities.NeverRefute | Ambiguities.Ratio | Ambiguities.Overline | Ambiguities.ImaginaryUnit
        | Ambiguities.EulerNumber | Ambiguities.SlashProduct | Ambiguities.SlashSum | Ambiguities.ArgumentExtent;

    private static readonly PhraseSet s_into = new("into", "in the", "in this", "in our", "in it");
    private static readonly PhraseSet s_inserts = new("substitut*", "plug*", "insert*", "replac*", "put*", "use", "using");
    private static readonly PhraseSet s_doubts = new("wrong", "wait", "mistake*", "incorrect*", "oops", "not right", "correct that",
        "correction");

    /// <summary>Whether an equation says what a letter is: <c>x = 5</c>.</summary>
    public static bool IsValue(EquationFact equation) => equation.Left is Symbol && ExpressionInspector.IsClosed(equation.Right);

    /// <summary>Reports under <paramref name="rule"/> the equations that it speaks of.</summary>
    /// <param name="context">The step.</param>
    /// <param name="rule">The rule.</param>
    /// <param name="concerns">Whether the rule speaks of an equation.</param>
    /// <param name="message">From both equations and how they differ, what is wrong.</param>
    public static void Report(StepContext context, Rule rule, Predicate<EquationFact> concerns,
        Func<EquationFact, EquationFact, string, string> message)
    {
        if (context.Facts.Traits is { IsCongruent: true } or { StarIsDefined: true })
            return;
        var equations = context.Analysis.Equations;
        for (var i = 0; i < equations.Length; i++)
        {
            var second = equations[i];
            if (!concerns(second))
                continue;
            var statement = context.Analysis.Statements[second.Statement];
            if (second.Link > 0 || IsUnsure(statement) || HasMarks(context, statement))
                continue;
            if (CombinedEquations.Of(context, i) is { } combined)
            {
                CompareCombined(context, rule, combined.Name, combined.Fact, second, statement);
                continue;
            }

            if (SetOfValues.Origin(context.Analysis, i) is { } origin
                && !IsUnsure(context.Analysis.Statements[equations[origin].Statement])
                    && !HasMarks(context, context.Analysis.Statements[equations[origin].Statement]))
            {
                Compare(context, rule, message, equations[origin], second, statement, isInStep: true);
                continue;
            }

            var first = i > 0 && equations[i - 1].Statement == second.Statement - 1 - BoundsBefore(context.Analysis, second)
                ? EndsOf(context, equations[i - 1]) : null;
            if (first is not null && HasMarks(context, context.Analysis.Statements[first.Statement]))
                continue;
            if (first is not null && !IsUnsure(context.Analysis.Statements[first.Statement])
                && (EquationSequence.Follows(context.Analysis.Statements[first.Statement], first, statement, second,
                    IsDerivation(context, i - 1))
                    || EquationSequence.IsReason(context.Analysis.Statements[first.Statement], first, statement, second))
                && !HasOtherPremise(context, i, first, second))
                Compare(context, rule, message, first, second, statement, isInStep: true);
            else if (i == 0 && second.Statement == 0 && EquationSequence.Continues(statement) && context.Facts.LastEquation is { } last
                && !IsValue(last))
                Compare(context, rule, message, last, second, statement, isInStep: false);
            else if (first is not null && (IsMovedOver(first, second, statement) || IsRestated(first, second, statement)
                || FactoredForm.IsSlip(first, second, statement)))
                Compare(context, rule, message, first, second, statement, isInStep: true);
            else if (LineByLine.Before(context, second) is { } line)
                CompareLine(context, rule, message, line, second, statement);
        }
    }

    // "6 = (r/2) · 8 = 4r": once its later links are proven, the chain says that its ends are equal.
    private static EquationFact EndsOf(StepContext context, EquationFact fact)
    {
        var chain = context.Analysis.Statements[fact.Statement].Chain;
        return fact.Link > 0 && chain.Signs.All(sign => sign == "=")
            && chain.Members is [{ Expression: { } left }, .., { Expression: { } right }]
            && context.Links.Where(link => link.Statement.Index == fact.Statement && link.Index > 0 && !link.IsAnnotation)
                .All(link => link.Judgment.Holds)
            && left is not Symbol && right is not Symbol && ExpressionInspector.Symbols(left, right) is { Count: 1 } names
                ? new EquationFact(fact.Statement, 0, left, right, names, fact.Start, fact.End, context.Tools.Identities) : fact;
    }

    // "1 + ω + ω² = 0, ω³ = 1, so (1 + ω)³ = -ω⁶": of two equations side by side either may be what follows is drawn from.
    private static bool HasOtherPremise(StepContext context, int index, EquationFact first, EquationFact second)
    {
        var equations = context.Analysis.Equations;
        return index > 1 && equations[index - 2] is { Link: 0 } other && other.Statement == first.Statement - 1
            && second.Symbols.Count == 1 && other.Symbols.SetEquals(second.Symbols) && !IsValue(other)
            && SetOfValues.AreJoined(context.Analysis.Statements[first.Statement].Bridge)
            && EquationPair.Compare(other, second, isRewritten: false, context.Tools, context.CancellationToken) is null;
    }

    // "by solving n² - 3n + 2 = 322: n² - 3n - 318 = 0", a colon and nothing else between them: all of it on one side, a number apart.
    private static bool IsMovedOver(EquationFact first, EquationFact second, Statement statement) =>
        !statement.Bridge.Any(char.IsLetter) && statement.Bridge.Contains(':', StringComparison.Ordinal)
        && second.Right is NumberLiteral { Value.IsZero: true } && first.Right is not NumberLiteral { Value.IsZero: true }
        && first.Symbols.Count == 1 && first.Symbols.SetEquals(second.Symbols) && !IsValue(first)
        && first.Difference is { IsPolynomial: true, Top: var f } && second.Difference is { IsPolynomial: true, Top: var g }
        && f.DegreeIn(first.Symbols.First()) > 1 && f.Add(g.Scale(-Rational.One))?.ConstantValue is { IsZero: false };

    // "42 · 56 = c, or c = 2336": the calculation is done, and no other value is offered.
    private static bool IsRestated(EquationFact first, EquationFact second, Statement statement) =>
        first is { Left: Call, Right: Symbol, Link: 0 } && ExpressionInspector.IsClosed(first.Left) && second.Left.Equals(first.Right)
        && ExpressionInspector.IsLiteral(second.Right) && statement.Chain.Signs.Length == 1
        && statement.Lexicon.Has(PhraseRole.Alternative, statement.Bridge)
        && !statement.Lexicon.Without(PhraseRole.Alternative, statement.Bridge).Any(char.IsLetter);

    private static void CompareLine(StepContext context, Rule rule, Func<EquationFact, EquationFact, string, string> message,
        EquationFact line, EquationFact second, Statement statement)
    {
        if (LineByLine.IsRefuted(context, line, second))
            Compare(context, rule, message, line, second, statement, isInStep: false);
        else if (EquationPair.Follows(line, second))
            context.Confirm(second.Statement, second.Link, $"{second.Key} follows from {line.Key}");
    }

    // "x² = 289 and x > 0, so x = 17": the bound chooses among the roots, and each is one of the equation still.
    private static int BoundsBefore(StepAnalysis analysis, EquationFact value)
    {
        if (!IsValue(value) || value.Statement < 2)
            return 0;
        var bound = analysis.Statements[value.Statement - 1];
        return bound.Chain is { Signs: ["<" or ">" or "≤" or "≥" or "≠"], Members: [{ Expression: { } left }, { Expression: { } right }] }
            && left.Equals(value.Left) && ExpressionInspector.IsClosed(right) && SetOfValues.AreJoined(bound.Bridge) ? 1 : 0;
    }

    // Rows of which one is the other rewritten are a derivation and no system.
    private static bool IsDerivation(StepContext context, int row)
    {
        var equations = context.Analysis.Equations;
        return row > 0 && equations[row - 1].Statement == equations[row].Statement - 1
            && EquationPair.AreProportional(equations[row - 1], equations[row]);
    }

    // "(5) - (4) 4X = 144", "146 (5)": digits in brackets are the marks of equations.
    private static bool HasMarks(StepContext context, Statement statement) =>
        s_equationMarks.IsMatch(
        context.Quote(TextSpan.FromBounds(statement.Chain.Start, Math.Max(statement.Chain.Start, statement.Chain.End))));

    private static bool IsUnsure(Statement statement) =>
        statement.Chain.Members.Any(
        member => (member.Ambiguities & Unsure) != 0 || member.Expression is null
        || ExpressionInspector.Nodes(member.Expression)
            .Any(node => node is Call { Operation: Operation.PlusMinus } or Collection
                || (node is FunctionValue value && !value.Arguments.All(ExpressionInspector.IsClosed))));

    private static void Compare(StepContext context, Rule rule, Func<EquationFact, EquationFact, string, string> message,
        EquationFact first, EquationFact second, Statement statement, bool isInStep)
    {
        // "If k = 3, then 3n = 12 gives n = 5": what follows from the supposition is calculated all the same.
        if (!(isInStep && statement.Bridge.Length < 40 ? ClaimGuard.IsCalculated(statement) : ClaimGuard.IsAsserted(statement)))
        {
            Leave(OpenReason.NotStated);
            return;
        }

        // Letters of one problem may be vectors; a single unknown in an equation of numbers is none.
        if (context.Facts.Traits.HasVectors && (first.Symbols.Count > 1 || second.Symbols.Count > 1)
            && !(AddsNumber(first) && AddsNumber(second)))
            return;
        if (IsRejected(second, statement) || UpdatedValue.Is(context, first, second)
            || (!isInStep && s_doubts.OccursIn(statement.Before)))
        {
            Leave(OpenReason.NotStated);
            return;
        }

        if (IsUnitOfItsOwn(second) || HasUnits(first, second))
        {
            Leave(OpenReason.Units);
            return;
        }

        if (IsInserted(statement, context.Analysis.Statements)
            || (second.Symbols.Count > 1 && (first.Link > 0 || statement.Chain.Signs.Length > 1)))
        {
            Leave(OpenReason.OtherFacts);
            return;
        }

        if (second.Symbols.Count > 1 && MayUseOtherFacts(context, first, second, statement, isInStep))
        {
            if (isInStep)
                TiedEquations.Report(context, rule, first, second, statement);
            Leave(OpenReason.OtherFacts);
            return;
        }

        var relation = EquationPair.Compare(first, second,
            !isInStep || second.Symbols.Count == 1
                || EquationSequence.IsRewritten(context.Analysis.Statements[first.Statement], statement), context.Tools,
            context.CancellationToken);
        if (relation is not { } witness)
        {
            if (EquationPair.Follows(first, second))
                context.Confirm(second.Statement, second.Link, $"{second.Key} follows from {first.Key}");
            Leave(OpenReason.NotSettled);
            return;
        }

        var evidence = Evidence.Of(("first", first.Key), ("second", second.Key), ("why", witness.TrimStart(':', ' ')));
        var origin = isInStep ? new RelatedLocation("the equation it is said to follow from", TextSpan.FromBounds(first.Start, first.End))
            : null;
        context.Report(new Draft(rule, TextSpan.FromBounds(second.Start, second.End), message(first, second, witness), evidence, null,
            origin));

        void Leave(OpenReason why) => context.Leave(second.Statement, second.Link, why);
    }

    // Of vectors no number is a term.
    private static bool AddsNumber(EquationFact fact) => fact.Difference is { IsPolynomial: true, Top: var top }
        && !top.Terms.GetValueOrDefault(Monomial.One).IsZero;

    // "Adding (1) and (2) gives 2x = 14" is compared with the sum of the two, and not with (2).
    private static void CompareCombined(StepContext context, Rule rule, string name, EquationFact combined, EquationFact second,
        Statement statement)
    {
        if (!ClaimGuard.IsAsserted(statement) || context.Facts.Traits.HasVectors || HasUnits(combined, second)
            || IsRejected(second, statement))
            return;
        if (EquationPair.Compare(combined, second, isRewritten: true, context.Tools, context.CancellationToken) is not { } witness)
        {
            if (EquationPair.Follows(combined, second))
                context.Confirm(second.Statement, second.Link, $"{second.Key} follows from {name}");
            return;
        }

        context.Report(new Draft(rule, TextSpan.FromBounds(second.Start, second.End),
            $"{second.Key} does not follow from {name}, which is {combined.Key}{witness}.",
            Evidence.Of(("first", combined.Key), ("second", second.Key), ("why", witness.TrimStart(':', ' ')))));
    }

    // "x = 667, which is no root: rejected": the words beside the value say that it does not count.
    private static bool IsRejected(EquationFact second, Statement statement)
    {
        if (second.Left is not Symbol)
            return false;
        var end = statement.After.AsSpan().IndexOfAny(".。．\n");
        return statement.Lexicon.Has(PhraseRole.Rejected, end < 0 ? statement.After : statement.After[..end]);
    }

    // "Substitute xy = -5 into the equation to get …": it follows from both.
    private static bool IsInserted(Statement statement, ImmutableArray<Statement> statements) =>
        s_into.OccursIn(statement.Bridge) && statement.Index > 0 && s_inserts.OccursIn(statements[statement.Index - 1].Before);

    // "V = 0.2 V": the letter after the number is its unit.
    private static bool IsUnitOfItsOwn(EquationFact second) => second.Left is Symbol { Name: var name }
        && second.Right is Call { Operation: Operation.Multiply } product
            && product.Arguments is [NumberLiteral, Symbol { Name: var unit }] && unit == name;

    // "Q = (2 mF)(5 V), Q = 0.01 C": a product of units is another unit.
    private static bool HasUnits(EquationFact first, EquationFact second) => UnitsIn(first.Right) > 1 && UnitsIn(second.Right) > 0;

    private static int UnitsIn(Expression expression) =>
        ExpressionInspector.Nodes(expression).Count(node => node is Quantity { Unit: not ("$" or "€" or "£") });

    // Two unknowns leave room for what else is known of them, unless the words say that the equation is only rewritten.
    private static bool MayUseOtherFacts(StepContext context, EquationFact first, EquationFact second, Statement statement,
        bool isInStep) =>
        isInStep
            ? !EquationSequence.IsRewritten(context.Analysis.Statements[first.Statement], statement)
                && ConstraintSearch.IsTied(context, [.. first.Symbols, .. second.Symbols], statement.Index, first)
            : ConstraintSearch.HoldsByDefinition(context, second, first);

    private static readonly LinearRegex s_equationMarks = new(@"(?:^|[+\-×*−]|\\times|[0-9])\s?[(（][1-9][)）]");
}
