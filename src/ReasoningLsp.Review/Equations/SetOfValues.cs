using System.Text.RegularExpressions;
using ReasoningLsp.Mathematics.Expressions;
using ReasoningLsp.Mathematics.Judging;
using ReasoningLsp.Review.Analysis;

namespace ReasoningLsp.Review.Equations;

/// <summary>"x² - 5x + 6 = 0 gives x = 2 or x = 4": each value of the list is said to solve the equation before the list.</summary>
internal static partial class SetOfValues
{
    private const int Longest = 24;

    /// <summary>The equation that the value at <paramref name="index"/> is one of several solutions of, or null where it is none of a
    /// list.</summary>
    public static int? Origin(StepAnalysis analysis, int index)
    {
        var equations = analysis.Equations;
        if (ValueOf(analysis, index) is not { } symbol)
            return null;
        var first = index;
        while (first > 0 && Joins().IsMatch(BridgeTo(analysis, first)) && equations[first - 1].Statement == equations[first].Statement - 1
            && ValueOf(analysis, first - 1) == symbol)
            first--;
        var goesOn = index + 1 < equations.Length && equations[index + 1].Statement == equations[index].Statement + 1
            && ValueOf(analysis, index + 1) == symbol && Joins().IsMatch(BridgeTo(analysis, index + 1));
        if ((first == index && !goesOn) || first == 0)
            return null;
        var origin = equations[first - 1];
        // "x - 2 = 3 or x - 2 = -3, so x = 5 or x = -1": each value is of another of them.
        if (first > 1 && equations[first - 2].Statement == origin.Statement - 1 && Joins().IsMatch(BridgeTo(analysis, first - 1)))
            return null;
        return origin.Statement == equations[first].Statement - 1 && origin.Link == 0 && origin.Symbols.Count == 1
            && origin.Symbols.Contains(symbol) && origin.Left is not Symbol
            && ExpressionInspector.IsClosed(origin.Right) && analysis.Statements[origin.Statement].Chain.Signs.Length == 1
                && Solves().IsMatch(BridgeTo(analysis, first)) ? first - 1 : null;
    }

    private static string BridgeTo(StepAnalysis analysis, int index) => analysis.Statements[analysis.Equations[index].Statement].Bridge;

    private static string? ValueOf(StepAnalysis analysis, int index)
    {
        var fact = analysis.Equations[index];
        return fact.Left is Symbol { Name: var name } && fact.Link == 0 && ExpressionInspector.IsClosed(fact.Right)
            && analysis.Statements[fact.Statement].Chain.Signs.Length == 1 ? name : null;
    }

    [GeneratedRegex(@"^[\s$\\(),]*(?:\\text\{\s*)?(?:or|and|oder|und|ou|et|o|y|e|of|en|lub|i|или|и|або|або|і|或|和|,|veya|ve|hoặc|và|または"
        + @"|또는|أو|या|और)?(?:\s*\})?[\s$\\(),]*$", RegexOptions.NonBacktracking | RegexOptions.CultureInvariant)]
    private static partial Regex Joins();

    // Nothing but the word that draws the conclusion.
    [GeneratedRegex(@"^[\s$\\().,:，。．：；、]*(?:gives?(?: us)?|yields?|so|thus|hence|therefore|we get|we find|the (?:solutions|roots) "
        + @"are|has (?:the )?(?:solutions|roots)|\\implies|\\rightarrow|⇒|得|解得|的解为|的根为|所以|ergibt|also|donne|donc|da|entonces|quindi"
        + @"|logo|zatem|получаем|значит)?[\s$\\().,:，：]*$", RegexOptions.NonBacktracking | RegexOptions.CultureInvariant)]
    private static partial Regex Solves();
}
