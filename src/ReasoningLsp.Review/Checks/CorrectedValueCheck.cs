using ReasoningLsp.Mathematics.Judging;
using ReasoningLsp.Mathematics.Notation;
using ReasoningLsp.Mathematics.Numbers;
using ReasoningLsp.Review.Checking;
using ReasoningLsp.Review.Findings;
using ReasoningLsp.Review.Relations;
using ReasoningLsp.Review.Reviews;
using ReasoningLsp.Traces;

namespace ReasoningLsp.Review.Checks;

/// <summary>RR003: a step uses a value that was corrected where it was calculated.</summary>
internal static class CorrectedValueCheck
{
    public static Rule Rule => RuleCatalog.CorrectedValue;

    /// <summary>The later uses of a value that <paramref name="mended"/> took away; none where the problem gives it, an earlier step
    /// writes it, or it is calculated anew.</summary>
    public static IEnumerable<Finding> Of(TraceReview review, MendedValue mended, ReviewOptions options)
    {
        var steps = review.Trace.Steps;
        var at = steps.TakeWhile(step => StepHash.Of(step.Text.Text) != mended.Step).Count();
        return at >= steps.Length || review.Snapshot is not { } snapshot || options.SeverityOf(Rule) is not { } severity ? []
            : Lexer.Number(mended.Was, snapshot.Steps[at].Analysis.Lexing)?.Value is { } was
                ? OfNumber(review.Trace, snapshot, mended, at, was, severity)
            : OfText(review.Trace, snapshot, mended, at, severity);
    }

    private static IEnumerable<Finding> OfNumber(Trace trace, ReviewSnapshot snapshot, MendedValue mended, int at, Rational was,
        Severity severity)
    {
        var steps = trace.Steps;
        // What the corrected step itself writes behind its result is a use like those of later steps; before it, a value of its own.
        var from = Result(snapshot.Steps[at], mended) ?? int.MaxValue;
        if (Writes(snapshot.Problem?.Tokens, was) || snapshot.Steps.Take(at).Any(result => Writes(result.Analysis.Tokens, was))
            || Writes(snapshot.Steps[at].Analysis.Tokens.Where(token => token.Start < from), was))
            yield break;
        for (var index = at; index < steps.Length; index++)
        {
            var behind = index == at ? from : -1;
            var results = snapshot.Steps[index].Links.Where(IsProven).Select(NumberToken.In).OfType<Token>()
                .Where(token => token.Value == was && token.Start > behind).Select(token => token.Start).ToHashSet();
            var uses = snapshot.Steps[index].Analysis.Tokens.Where(token => token.Start > behind)
                .Where(token => token.Kind == TokenKind.Number && token.Value == was)
                .TakeWhile(token => !results.Contains(token.Start)).Select(token => new TextSpan(token.Start, token.Length)).ToList();
            if (uses.Count > 0)
                yield return At(steps[index].Text, index, uses, mended, at, severity);
            if (results.Count > 0)
                yield break;
        }

        if (InAnswer(trace, mended, at, severity) is { } stated)
            yield return stated;
    }

    // A time of day, a date: as it was written.
    private static IEnumerable<Finding> OfText(Trace trace, ReviewSnapshot snapshot, MendedValue mended, int at, Severity severity)
    {
        var steps = trace.Steps;
        if (mended.Was.Length < 2 || Occurs(snapshot.Problem?.Text)
            || steps.Take(at + 1).Any(step => Occurs(step.Text.Text)))
            yield break;
        foreach (var step in steps.Skip(at + 1))
        {
            var text = step.Text.Text;
            if (Find(text, mended.Was) is >= 0 and var start)
                yield return At(step.Text, step.Index, [new TextSpan(start, mended.Was.Length)], mended, at, severity);
        }

        if (InAnswer(trace, mended, at, severity) is { } stated)
            yield return stated;

        bool Occurs(string? text) => text is not null && Find(text, mended.Was) >= 0;
    }

    private static Finding? InAnswer(Trace trace, MendedValue mended, int at, Severity severity) =>
        trace.FinalAnswer is { } answer && Find(answer.Text, mended.Was) is >= 0 and var start
            ? At(answer, null, [new TextSpan(start, mended.Was.Length)], mended, at, severity) : null;

    private static int Find(string text, string was)
    {
        for (var i = text.IndexOf(was, StringComparison.Ordinal); i >= 0; i = text.IndexOf(was, i + 1, StringComparison.Ordinal))
        {
            if ((i == 0 || !char.IsLetterOrDigit(text[i - 1]))
                && (i + was.Length == text.Length || !char.IsLetterOrDigit(text[i + was.Length])))
                return i;
        }

        return -1;
    }

    private static bool Writes(IEnumerable<Token>? tokens, Rational value) =>
        tokens?.Any(token => token.Kind == TokenKind.Number && token.Value == value) == true;

    // Where the corrected step now has its right value, as the result of what it calculates.
    private static int? Result(StepResult step, MendedValue mended) =>
        Lexer.Number(mended.Is, step.Analysis.Lexing)?.Value is not { } right ? null
            : step.Links.Where(IsProven).Select(NumberToken.In).OfType<Token>().Where(token => token.Value == right)
                .Select(token => (int?)token.Start).Min();

    private static bool IsProven(JudgedLink link) => link is { Sign: "=", IsNumeric: true, Judgment.Verdict: Verdict.Holds };

    // However often a step writes the value, it is one finding and one fix.
    private static Finding At(
        MappedText text, int? step, IReadOnlyList<TextSpan> uses, MendedValue mended, int corrected, Severity severity)
    {
        var spans = uses.Select(text.ToOriginal).ToList();
        var written = text.Text.Substring(uses[0].Start, uses[0].Length);
        var isAsBefore = uses.All(use => text.Text.AsSpan(use.Start, use.Length).SequenceEqual(mended.Was));
        Fix[] fixes = isAsBefore ? [new Fix($"Replace {mended.Was} by {mended.Is}", FixKind.Exact,
            [.. spans.Select(span => new TextEdit(span, mended.Is))])] : [];
        var message = step == corrected ? $"This still says {written}, which was corrected to {mended.Is} before it."
            : step is null ? $"The answer is still {written}, which was corrected to {mended.Is} in step {corrected + 1}."
            : $"This uses {written}, which was corrected to {mended.Is} in step {corrected + 1}.";
        return new Finding(
            Rule, severity, step, message, spans[0], Evidence.Of(("was", mended.Was), ("is", mended.Is)), [.. fixes],
            [.. spans.Skip(1).Select(span => new RelatedLocation("and here", span))]);
    }
}
