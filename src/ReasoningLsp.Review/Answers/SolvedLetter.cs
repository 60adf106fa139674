using System.Text.RegularExpressions;
using ReasoningLsp.Mathematics.Expressions;
using ReasoningLsp.Mathematics.Judging;
using ReasoningLsp.Mathematics.Notation;
using ReasoningLsp.Mathematics.Numbers;
using ReasoningLsp.Review.Analysis;
using ReasoningLsp.Review.Checking;

namespace ReasoningLsp.Review.Answers;

/// <summary>A letter that the work solves for and the answer names with another value: "x = 8. Answer: x = 6".</summary>
/// <param name="Letter">The letter.</param>
/// <param name="Value">Its value in the work.</param>
/// <param name="Answer">Its value in the answer.</param>
/// <param name="Step">The step that has the answer, or the last one.</param>
/// <param name="Start">Where the relation of the answer starts in that step; -1 where it stands in a section of its own.</param>
/// <param name="End">Where it ends.</param>
internal sealed partial record SolvedLetter(string Letter, NumberLiteral Value, NumberLiteral Answer, int Step, int Start, int End)
{
    /// <summary>The letter whose value in the answer is another one than in the work; null where there is none, or the work may give it
    /// several.</summary>
    public static SolvedLetter? Of(TraceContext context)
    {
        var last = context.Results.Length - 1;
        if (last < 0)
            return null;
        var section = context.Trace.FinalAnswer?.Text;
        var claims = context.Results.SelectMany((result, step) => result.Analysis.Values.Select(claim => (Step: step, Claim: claim)))
            .ToList();
        var (letter, answer, start, end) = section is not null ? InSection(section) : InLastStep(context.Results[last].Analysis);
        // What another check tells of the answer is told once.
        if (letter is null || answer is null || (section is null && !context.Results[last].Drafts.IsEmpty))
            return null;
        var known = claims.Where(item => item.Claim.Symbol == letter && !(section is null && item.Step == last
            && item.Claim.Start == start)).ToList();
        if (known is not [.., var (step, claim)] || claim.Value is not NumberLiteral value || !IsDerived(context.Results[step], claim)
            || known.Exists(item => item.Claim.Value is not NumberLiteral other || other.Value != value.Value)
            || Rational.Abs(value.Value - answer.Value) < Rational.One || MayHaveSeveral(context, letter))
            return null;
        return new SolvedLetter(letter, value, answer, last, start, end);
    }

    // The work shows that the value follows from the equation before it.
    private static bool IsDerived(StepResult result, ValueClaim claim) => result.Links.Any(link =>
        link.Statement.Index == claim.Statement && link.Judgment.Verdict == Verdict.Holds)
        || result.Relations.Any(relation => relation.Span.Start == claim.Start && relation.Verdict == Findings.RelationVerdict.Proven);

    private static (string? Letter, NumberLiteral? Value, int Start, int End) InSection(string section)
    {
        var match = LetterAndNumber().Match(section);
        return match.Success && Lexer.Number(match.Groups["value"].Value, LexerOptions.Default) is { } number
            ? (match.Groups["letter"].Value, new NumberLiteral(number.Value), -1, -1) : (null, null, 0, 0);
    }

    private static (string? Letter, NumberLiteral? Value, int Start, int End) InLastStep(StepAnalysis analysis) =>
        AnnouncedAnswer.Sentence(analysis) is { } from
            && analysis.Values.Where(claim => claim.Start >= from).ToList() is [var claim] && claim.Value is NumberLiteral value
            && analysis.Statements.Count(statement => statement.Chain.Start >= from) == 1
        ? (claim.Symbol, value, claim.Start, claim.End) : (null, null, 0, 0);

    // A case, a part of the problem, or an equation with several solutions.
    private static bool MayHaveSeveral(TraceContext context, string letter) =>
        context.Results.Any(result => result.Analysis.HasCases || result.Analysis.BeginsPart)
        || context.Results.SelectMany(result => result.Analysis.Equations)
            .Concat(context.ProblemAnalysis?.Equations ?? []).Where(fact => fact.Symbols.Contains(letter))
            .Any(fact => fact.Difference is not { IsPolynomial: true } difference || difference.Top.DegreeIn(letter) > 1
                || fact.Symbols.Count > 1);

    [GeneratedRegex(@"^[\s$*\\(]*(?<letter>[A-Za-z])\s*=\s*(?<value>-?[0-9]+(?:\.[0-9]+)?)[\s$*\\).]*$")]
    private static partial Regex LetterAndNumber();
}
