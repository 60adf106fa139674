using System.Collections.Immutable;
using ReasoningLsp.Review.Analysis;
using ReasoningLsp.Review.Relations;
using ReasoningLsp.Traces;

namespace ReasoningLsp.Review.Checking;

/// <summary>Reads a step anew as it would stand after an edit: the relation must hold then, and nothing beside it may have become
/// false.</summary>
internal static class RepairProof
{
    private const int LongestText = 20_000;
    private const int MostProofs = 24;

    /// <summary>The edit where it is proven, else null.</summary>
    public static TextEdit? Proven(StepContext context, JudgedLink link, TextEdit edit)
    {
        var text = context.Analysis.Text;
        if (text.Length > LongestText || context.Drafts.Count > MostProofs)
            return null;
        var repaired = string.Concat(text.AsSpan(0, edit.Span.Start), edit.NewText, text.AsSpan(edit.Span.End));
        var shift = edit.NewText.Length - edit.Span.Length;
        var code = context.Analysis.Code.Select(span => span.Start >= edit.Span.End ? new TextSpan(span.Start + shift, span.Length) : span)
            .ToImmutableArray();
        var analysis = StepAnalyzer.Analyze(repaired, code, context.Facts.Traits, context.Analysis.Options, context.Tools.Identities,
            context.CancellationToken);
        var links = LinkReader.Read(analysis, context.Facts.Traits, context.Tools, context.CancellationToken);
        return links.Length == context.Links.Length && Holds(context.Links, links, link) ? edit : null;
    }

    private static bool Holds(ImmutableArray<JudgedLink> before, ImmutableArray<JudgedLink> after, JudgedLink repaired)
    {
        for (var i = 0; i < before.Length; i++)
        {
            if (ReferenceEquals(before[i], repaired))
            {
                if (!after[i].Judgment.Holds)
                    return false;
            }
            else if (before[i].Statement != repaired.Statement
                && (after[i].Judgment.Verdict != before[i].Judgment.Verdict
                    || after[i].LeftExpression?.Key != before[i].LeftExpression?.Key
                        || after[i].RightExpression?.Key != before[i].RightExpression?.Key))
            {
                return false;
            }
        }

        return true;
    }
}
