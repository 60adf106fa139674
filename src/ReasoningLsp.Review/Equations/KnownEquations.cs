using System.Collections.Immutable;
using ReasoningLsp.Mathematics.Expressions;
using ReasoningLsp.Mathematics.Judging;
using ReasoningLsp.Review.Analysis;
using ReasoningLsp.Review.Checking;
using ReasoningLsp.Review.Findings;
using ReasoningLsp.Review.Languages;
using ReasoningLsp.Review.Relations;

namespace ReasoningLsp.Review.Equations;

/// <summary>The last look at the relations in letters that no check decided: what follows from what was stated before is proven; of the
/// rest it is said what part they play, or why they stay open.</summary>
internal static class KnownEquations
{
    private const int MostFacts = 40, MostSymbols = 24, Rounds = 2;

    /// <summary>Confirms what is proven and says why the rest is left.</summary>
    public static void Weigh(StepContext context)
    {
        var open = context.Links.Where(link => link is
        {
            IsAnnotation: false, IsNumeric: false, LeftExpression: not null, RightExpression: not null,
            Sign: "=" or "≈" or "≡" or "<" or ">" or "≤" or "≥" or "≠"
        } && context.LeftOf(link) is not null).ToList();
        if (open.Count == 0)
            return;
        var symbols = open.SelectMany(link => ExpressionInspector.Symbols(link.LeftExpression!, link.RightExpression!))
            .Concat(context.Analysis.Equations.SelectMany(fact => fact.Symbols)).ToHashSet(StringComparer.Ordinal);
        var facts = Facts(context, symbols);
        foreach (var link in open)
        {
            context.CancellationToken.ThrowIfCancellationRequested();
            Weigh(context, link, facts);
        }
    }

    // What is said of the letters, and of those that they are said to hang on.
    private static ImmutableArray<EquationFact> Facts(StepContext context, HashSet<string> symbols)
    {
        var facts = context.Facts.EquationsOn(symbols);
        var others = facts.SelectMany(fact => fact.Symbols).Where(symbol => !symbols.Contains(symbol)).Distinct(StringComparer.Ordinal)
            .Take(MostSymbols).ToHashSet(StringComparer.Ordinal);
        return others.Count == 0 || symbols.Count > MostSymbols ? facts
            : [.. context.Facts.EquationsOn(others).Where(fact => !fact.Symbols.Overlaps(symbols)), .. facts];
    }

    private static void Weigh(StepContext context, JudgedLink link, ImmutableArray<EquationFact> facts)
    {
        var (left, right) = (link.LeftExpression!, link.RightExpression!);
        var (statement, index) = (link.Statement.Index, link.Index);
        var own = ExpressionInspector.Symbols(left, right);
        var earlier = context.Analysis.Equations.Where(fact => fact.Statement < statement
            || (fact.Statement == statement && fact.Link < index)).ToList();
        var said = facts.Concat(earlier).Where(fact => fact.Symbols.Overlaps(own)).ToList();
        if (link.Sign == "=" && said.Exists(fact => Says(fact, left, right)))
            context.Leave(statement, index, OpenReason.Given);
        else if (PartOf(link, left, right, own, said) is { } part)
            context.Leave(statement, index, part);
        else if (MayProve(context, link) && Proof(context, link, facts, earlier) is { } how)
            context.Confirm(statement, index, how);
        else if (context.LeftOf(link) is OpenReason.None)
            context.Leave(statement, index, ReasonOf(context, link, said));
    }

    private static bool Says(EquationFact fact, Expression left, Expression right) =>
        (fact.Left.Equals(left) && fact.Right.Equals(right)) || (fact.Left.Equals(right) && fact.Right.Equals(left))
        || (fact.Left.ToString() == left.ToString() && fact.Right.ToString() == right.ToString());

    // A definition or a condition that brings in a letter; null where all that it holds is known.
    private static OpenReason? PartOf(JudgedLink link, Expression left, Expression right, HashSet<string> own, List<EquationFact> said)
    {
        if (link.Sign is not ("=" or "≈"))
            return null;
        var known = said.SelectMany(fact => fact.Symbols).ToHashSet(StringComparer.Ordinal);
        if (IsName(left) || (IsName(right) && ExpressionInspector.IsClosed(left)))
            return own.All(symbol => known.Contains(symbol) || !IsNamed(symbol, left, right)) ? null : OpenReason.Definition;
        return link.Index > 0 || own.All(known.Contains) ? null : OpenReason.Condition;
    }

    private static bool IsName(Expression side) => side is Symbol or FunctionValue;

    private static bool IsNamed(string symbol, Expression left, Expression right) =>
        IsName(left) ? left.Key == symbol : right.Key == symbol;

    private static OpenReason ReasonOf(StepContext context, JudgedLink link, List<EquationFact> said)
    {
        var statement = link.Statement;
        // What words or signs draw from what stands before, or what goes on in a chain, is claimed.
        if (link.Index == 0 && !DerivationBridge.Derives(statement.Bridge, statement.Lexicon))
        {
            if (link.Sign is not ("=" or "≈") || !ClaimGuard.IsAsserted(statement) || ClaimGuard.IsTried(statement)
                || statement.Lexicon.Has(PhraseRole.Introduced, statement.Before))
                return OpenReason.Condition;
        }
        else if (!ClaimGuard.IsCalculated(statement))
        {
            return OpenReason.NotStated;
        }

        if (context.Analysis.Values.FirstOrDefault(value => value.Statement == statement.Index)?.Force is { } force
            && link.LeftExpression is Symbol)
        {
            if (force == ClaimForce.Used)
                return OpenReason.Condition;
            if (force == ClaimForce.Passing)
                return OpenReason.Choice;
        }

        return said.Count > 0 || link.Sign is not ("=" or "≈") ? OpenReason.NotSettled : OpenReason.NothingToCompare;
    }

    private static bool MayProve(StepContext context, JudgedLink link) =>
        context.Facts.Traits is
        {
            HasVectors: false, HasSpecialNumbers: false, IsCongruent: false, StarIsDefined: false, IsBoolean: false,
            RedefinesNotation: false
        }
        && !link.Statement.Has(ClaimRoles.Unsure) && ClaimGuard.IsCalculated(link.Statement);

    private static string? Proof(StepContext context, JudgedLink link, ImmutableArray<EquationFact> facts, List<EquationFact> earlier)
    {
        var (left, right) = (link.LeftExpression!, link.RightExpression!);
        // Of another case or part nothing is taken over.
        var hasCases = context.Facts.HasCases || context.Analysis.HasCases;
        var others = Near(facts, ExpressionInspector.Symbols(left, right), earlier);
        ImmutableArray<EquationFact> inStep = [.. earlier.TakeLast(MostFacts)];
        var known = KnownValues.Of(inStep, hasCases ? [] : others, context.Tools);
        switch (link.Sign)
        {
            case "=":
                // "x = 1 or x = 2" gives neither; of other cases what gives no value may still be what it follows from.
                ImmutableArray<EquationFact> all = [.. others.Where(fact => !(hasCases && IsValue(fact))).Concat(inStep)
                    .Where(fact => !known.IsOneOfSeveral(fact))];
                ImmutableArray<EquationFact> together = hasCases ? [.. all.Where(inStep.Contains)] : all;
                return EquationProof.Of(left, right, all, together, known, context.Tools, context.CancellationToken)
                    ?? RootProof.Of(left, right, all, context.Analysis.Equations, context.Tools);
            case "≈" or "<" or ">" or "≤" or "≥" or "≠":
                return Valued(context, link.Sign, left, right, known) ?? InequalityProof.Of(left, link.Sign, right,
                    context.Analysis.Statements.Take(link.Statement.Index).Prepend(context.Facts.LastStatement).OfType<Statement>());
            default:
                return null;
        }
    }

    private static bool IsValue(EquationFact fact) => UnfoundedEquations.IsValue(fact)
        || (fact.Right is Symbol && ExpressionInspector.IsClosed(fact.Left));

    // Those that are said of its letters, and of what these hang on.
    private static ImmutableArray<EquationFact> Near(ImmutableArray<EquationFact> facts, HashSet<string> own, List<EquationFact> earlier)
    {
        var names = new HashSet<string>(own, StringComparer.Ordinal);
        for (var round = 0; round < Rounds; round++)
            names.UnionWith(facts.Concat(earlier).Where(fact => fact.Symbols.Overlaps(names)).SelectMany(fact => fact.Symbols).ToList());
        return [.. facts.Where(fact => fact.Symbols.Overlaps(names)).TakeLast(MostFacts)];
    }

    private static string? Valued(StepContext context, string sign, Expression left, Expression right, KnownValues known)
    {
        var used = new HashSet<string>(StringComparer.Ordinal);
        var (a, b) = (known.PutInto(left, used), known.PutInto(right, used));
        if (used.Count == 0 || !ExpressionInspector.IsClosed(a) || !ExpressionInspector.IsClosed(b))
            return null;
        var holds = sign == "≈" ? context.Tools.Links.JudgeReading(a, b).Verdict is Verdict.Holds or Verdict.HoldsRounded
            : ComparisonJudge.Judge(context.Tools, sign, a, b).Holds;
        return holds ? $"{left} {sign} {right} holds with {known.Written(used)}" : null;
    }
}
