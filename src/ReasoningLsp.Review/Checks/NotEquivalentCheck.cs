using System.Collections.Immutable;
using System.Text.RegularExpressions;
using ReasoningLsp.Mathematics.Expressions;
using ReasoningLsp.Mathematics.Judging;
using ReasoningLsp.Mathematics.Notation;
using ReasoningLsp.Review.Analysis;
using ReasoningLsp.Review.Checking;
using ReasoningLsp.Review.Equations;
using ReasoningLsp.Review.Findings;
using ReasoningLsp.Review.Languages;
using ReasoningLsp.Traces;

namespace ReasoningLsp.Review.Checks;

/// <summary>RR105 and RR104: an equation is followed by one, or by a value, that has no solution in common with it.</summary>
internal sealed partial class NotEquivalentCheck : ICheck
{
    private const Ambiguities Unsure =
        Ambiguities.NeverRefute | Ambiguities.Ratio | Ambiguities.Overline | Ambiguities.ImaginaryUnit
        | Ambiguities.EulerNumber | Ambiguities.SlashProduct | Ambiguities.SlashSum | Ambiguities.ArgumentExtent;

    private static readonly PhraseSet s_into = new("into", "in the", "in this", "in our", "in it");
    private static readonly PhraseSet s_inserts = new("substitut*", "plug*", "insert*", "replac*", "put*", "use", "using");
    private static readonly PhraseSet s_doubts = new("wrong", "wait", "mistake*", "incorrect*", "oops", "not right", "correct that",
        "correction");

    private static readonly Rule s_wrongSolution = RuleCatalog.WrongSolution;

    public Rule Rule => RuleCatalog.NotEquivalent;

    public void Check(StepContext context)
    {
        if (context.Facts.Traits is { IsCongruent: true } or { StarIsDefined: true })
            return;
        var equations = context.Analysis.Equations;
        for (var i = 0; i < equations.Length; i++)
        {
            var second = equations[i];
            var statement = context.Analysis.Statements[second.Statement];
            if (second.Link > 0 || IsUnsure(statement) || HasMarks(context, statement))
                continue;
            if (SetOfValues.Origin(context.Analysis, i) is { } origin
                && !IsUnsure(context.Analysis.Statements[equations[origin].Statement])
                    && !HasMarks(context, context.Analysis.Statements[equations[origin].Statement]))
            {
                Compare(context, equations[origin], second, statement, isInStep: true);
                continue;
            }

            var first = i > 0 && equations[i - 1].Statement == second.Statement - 1 ? equations[i - 1] : null;
            if (first is not null && HasMarks(context, context.Analysis.Statements[first.Statement]))
                continue;
            if (first is not null && !IsUnsure(context.Analysis.Statements[first.Statement])
                && EquationSequence.Follows(context.Analysis.Statements[first.Statement], first, statement, second,
                    IsDerivation(context, i - 1)))
                Compare(context, first, second, statement, isInStep: true);
            else if (i == 0 && second.Statement == 0 && EquationSequence.Continues(statement) && context.Facts.LastEquation is { } last
                && !(last.Left is Symbol && ExpressionInspector.IsClosed(last.Right)))
                Compare(context, last, second, statement, isInStep: false);
        }
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
        EquationMarks().IsMatch(
        context.Quote(TextSpan.FromBounds(statement.Chain.Start, Math.Max(statement.Chain.Start, statement.Chain.End))));

    private static bool IsUnsure(Statement statement) =>
        statement.Chain.Members.Any(
        member => (member.Ambiguities & Unsure) != 0 || member.Expression is null
        || ExpressionInspector.Nodes(member.Expression)
            .Any(node => node is Call { Operation: Operation.PlusMinus } or FunctionValue or Collection));

    private void Compare(StepContext context, EquationFact first, EquationFact second, Statement statement, bool isInStep)
    {
        // "If k = 3, then 3n = 12 gives n = 5": what follows from the supposition is calculated all the same.
        if (!(isInStep && statement.Bridge.Length < 40 ? ClaimGuard.IsCalculated(statement) : ClaimGuard.IsAsserted(statement)))
            return;
        // Letters of one problem may be vectors; a single unknown in an equation of numbers is none.
        if (context.Facts.Traits.HasVectors && (first.Symbols.Count > 1 || second.Symbols.Count > 1))
            return;
        if (IsRejected(second, statement))
            return;
        if (IsInserted(statement, context.Analysis.Statements) || IsUnitOfItsOwn(second) || HasUnits(first, second)
            || (!isInStep && s_doubts.OccursIn(statement.Before)))
            return;
        if (second.Symbols.Count > 1
            && (first.Link > 0 || statement.Chain.Signs.Length > 1 || MayUseOtherFacts(context, first, second, statement, isInStep)))
            return;
        var relation = EquationPair.Compare(first, second,
            !isInStep || EquationSequence.IsRewritten(context.Analysis.Statements[first.Statement], statement), context.Tools,
            context.CancellationToken);
        if (relation is not { } witness)
        {
            if (EquationPair.Follows(first, second))
                context.Confirm(second.Statement, second.Link, $"{second.Key} follows from {first.Key}");
            return;
        }

        var isValue = second.Left is Symbol && ExpressionInspector.IsClosed(second.Right);
        var message = isValue
            ? $"{second.Left} = {second.Right} does not satisfy {first.Key}{witness}."
            : $"{second.Key} does not follow from {first.Key}{witness}.";
        var evidence = Evidence.Of(("first", first.Key), ("second", second.Key), ("why", witness.TrimStart(':', ' ')));
        var origin = isInStep ? new RelatedLocation("the equation it is said to follow from", TextSpan.FromBounds(first.Start, first.End))
            : null;
        context.Report(new Draft(isValue ? s_wrongSolution : Rule, TextSpan.FromBounds(second.Start, second.End), message, evidence, null,
            origin));
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
            : ConstraintSearch.HoldsByDefinition(context, second);

    [GeneratedRegex(@"(?:^|[+\-×*−]|\\times|[0-9])\s?[(（][1-9][)）]", RegexOptions.NonBacktracking | RegexOptions.CultureInvariant)]
    private static partial Regex EquationMarks();
}
