using System.Collections.Immutable;
using ReasoningLsp.Mathematics.Expressions;
using ReasoningLsp.Mathematics.Judging;
using ReasoningLsp.Review.Analysis;
using ReasoningLsp.Review.Relations;
using ReasoningLsp.Traces;

namespace ReasoningLsp.Review.Checking;

/// <summary>Reads a step anew as it would stand after an edit: the relation must hold then, and nothing beside it may have changed its
/// meaning or become doubtful.</summary>
internal static class RepairProof
{
    private const int LongestText = 20_000;
    private const int MostProofs = 24;

    /// <summary>The edit where it is proven, else null.</summary>
    /// <param name="context">The step.</param>
    /// <param name="link">The relation that is to hold; null where the edit mends something that is no relation.</param>
    /// <param name="edit">The edit, in the step's text.</param>
    public static TextEdit? Proven(StepContext context, JudgedLink? link, TextEdit edit)
    {
        var text = context.Analysis.Text;
        if (text.Length > LongestText || context.Drafts.Count > MostProofs)
            return null;
        var repaired = TextEdits.Apply(text, [edit]);
        var shift = edit.NewText.Length - edit.Span.Length;
        var code = context.Analysis.Code.Select(span => span.Start >= edit.Span.End ? new TextSpan(span.Start + shift, span.Length) : span)
            .ToImmutableArray();
        // Numerals are read as they were: the edit may take away what showed how.
        var traits = context.Facts.Traits with { Lexing = context.Analysis.Lexing };
        var analysis = StepAnalyzer.Analyze(repaired, code, TextHints.Of(repaired), traits, context.Analysis.Options,
            context.Tools, context.CancellationToken);
        var links = LinkReader.Read(analysis, context.Facts.Traits, context.Tools, context.CancellationToken);
        return links.Length == context.Links.Length && context.Links.Zip(links).All(pair => Stands(pair.First, pair.Second, link, edit))
            ? edit : null;
    }

    private static bool Stands(JudgedLink before, JudgedLink after, JudgedLink? repaired, TextEdit edit)
    {
        if (repaired is not null && before.Statement == repaired.Statement && before.Index == repaired.Index
            && before.IsAnnotation == repaired.IsAnnotation)
            return after.Judgment.Holds && IsSame(before.LeftExpression, after.LeftExpression);
        // Further on in the same chain the new value stands in the place of the old one.
        if (repaired is not null && before.Statement == repaired.Statement)
            return true;
        // A time that is mended stands in what was also read as a relation, of which nothing is known then or now.
        if (repaired is null && before.Span.Touches(edit.Span))
            return after.Judgment.Verdict == before.Judgment.Verdict && after.Judgment.Verdict == Verdict.Unknown;
        // What becomes true by the edit is not spoiled.
        return (after.Judgment.Holds || after.Judgment.Verdict == before.Judgment.Verdict)
            && IsSame(before.LeftExpression, after.LeftExpression) && IsSame(before.RightExpression, after.RightExpression);
    }

    private static bool IsSame(Expression? before, Expression? after) => before?.Key == after?.Key;
}
