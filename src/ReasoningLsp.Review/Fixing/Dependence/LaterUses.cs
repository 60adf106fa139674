using System.Collections.Immutable;
using ReasoningLsp.Mathematics.Expressions;
using ReasoningLsp.Mathematics.Notation;
using ReasoningLsp.Mathematics.Numbers;

namespace ReasoningLsp.Review.Fixing.Dependence;

/// <summary>Which numbers stand after a changed one.</summary>
internal sealed class LaterUses(ImmutableArray<Passage> passages)
{
    /// <summary>Every number that is calculated with after <paramref name="place"/>.</summary>
    public IEnumerable<Rational> Operands((int Passage, int Offset) place) =>
        from passage in passages
        where passage.Step >= place.Passage
        from statement in passage.Analysis.Statements
        where (passage.Step, statement.Chain.Start).CompareTo(place) > 0
        from member in statement.Chain.Members
        where member.Expression is null || !ExpressionInspector.IsLiteral(member.Expression)
        from token in statement.Tokens.AsSpan(member.FirstToken, member.EndToken - member.FirstToken).ToArray()
        where token.Kind == TokenKind.Number
        select token.Value;

    /// <summary>Whether nothing is calculated between a changed result and <paramref name="place"/>.</summary>
    public bool IsLastResult(NumberChange change, (int Passage, int Offset) place) =>
        !passages.Any(passage => passage.Step >= change.Place.Passage && passage.Step <= place.Passage
        && passage.Chains.Any(statement => (passage.Step, statement.Chain.Start).CompareTo(change.Place) > 0
            && (passage.Step, statement.Chain.Start).CompareTo(place) < 0 && ChainRecalculation.IsCalculation(statement)));

    /// <summary>Whether the right value stands later on: where it does, the author did not go on from the false one.</summary>
    public bool IsRightLater(NumberChange change) =>
        passages.Any(passage => passage.Step >= change.Place.Passage
        && passage.Analysis.Tokens.Any(
            token => token.Kind == TokenKind.Number && token.Value == change.New
            && (passage.Step, token.Start).CompareTo(change.Place) > 0));

    /// <summary>
    /// Whether the work goes on after a changed result that no calculation uses. It is used in some way that was not seen then:
    /// "197.4 minutes, so about 3 hours and 17 minutes".
    /// </summary>
    public bool LeadsNowhere(NumberChange change, Func<(int Passage, int Offset), bool> isReplaced)
    {
        var isStatedAgain = false;
        var others = false;
        foreach (var passage in passages.Where(passage => passage.Step >= change.Place.Passage))
        {
            if (passage.Chains.Any(statement => (passage.Step, statement.Chain.Start).CompareTo(change.Place) > 0
                && ChainRecalculation.IsCalculation(statement)))
                return true;
            foreach (var token in passage.Analysis.Tokens.Where(
                token => token.Kind == TokenKind.Number && (passage.Step, token.Start).CompareTo(change.Place) > 0))
            {
                isStatedAgain |= token.Value == change.Old && isReplaced((passage.Step, token.Start));
                others |= !isReplaced((passage.Step, token.Start));
            }
        }

        return others && !isStatedAgain;
    }
}
