using System.Buffers;
using ReasoningLsp.Review.Analysis;
using ReasoningLsp.Review.Checking;
using ReasoningLsp.Review.Findings;

namespace ReasoningLsp.Review.Checks;

/// <summary>RR205: the problem asks for the work, and a result is all there is.</summary>
internal sealed class BareResultCheck : ITraceCheck
{
    private const int Longest = 60;
    private static readonly SearchValues<char> s_relations = SearchValues.Create("=<>≤≥≈\n");
    private static readonly PhraseSet s_asks = new("show your work*", "show all work*", "show your steps", "show all steps",
        "show your reasoning", "justify", "explain", "prove");

    public Rule Rule => RuleCatalog.BareResult;

    public IEnumerable<TraceDraft> Check(TraceContext context)
    {
        if (context.Trace.Steps.Length != 1 || !s_asks.OccursIn(context.Problem) || !IsBare(context.Text(0)))
            yield break;
        var draft = TraceContext.On(Rule, 0, context.FirstLine(0), "The problem asks for the work; the solution is only a result.",
            Evidence.Of(("solution", context.Text(0).Trim())));
        yield return draft with { IsWhole = true };
    }

    // A number or expression: no word (three letters in a row that are no LaTeX command), and no relation that would be work.
    private static bool IsBare(string text)
    {
        var trimmed = text.Trim();
        if (trimmed.Length is 0 or > Longest || !trimmed.Any(char.IsDigit) || trimmed.AsSpan().ContainsAny(s_relations))
            return false;
        var letters = 0;
        var isCommand = false;
        foreach (var c in trimmed)
        {
            if (!char.IsLetter(c))
            {
                letters = 0;
                isCommand = c == '\\';
            }
            else if (!isCommand && ++letters == 3)
            {
                return false;
            }
        }

        return true;
    }
}
