using System.Collections.Immutable;
using ReasoningLsp.Mathematics.Notation;
using ReasoningLsp.Review.Analysis;
using ReasoningLsp.Traces;

namespace ReasoningLsp.Review.Fixing.Dependence;

/// <summary>
/// Goes through the rest of a trace from one corrected number on, calculation by calculation and sentence by
/// sentence, in the order of the text. Gives up at the first number of which it is not certain whether it depends on the false one. Used
/// once; not thread-safe.
/// </summary>
internal sealed class DependenceWalk(ImmutableArray<Passage> passages, KnownNumbers known, Toolbox tools,
    CancellationToken cancellationToken)
{
    private readonly PropagatedChanges _changes = new(passages, known);

    /// <summary>What made it give up, for whoever measures; null where it did not.</summary>
    public string? Doubt => _changes.Doubt;

    /// <summary>
    /// Every replacement, in order, when <paramref name="wrong"/> of the passage becomes <paramref name="right"/>,
    /// itself included; empty where that is not certain.
    /// </summary>
    public ImmutableArray<(int Passage, TextSpan Span, string Text)> Follow(int passage, Token wrong, Token right)
    {
        for (var i = 0; i < passage; i++)
            LearnAll(passages[i]);
        for (var i = passage; i < passages.Length; i++)
        {
            cancellationToken.ThrowIfCancellationRequested();
            _changes.Enter(i);
            if (!Read(passages[i], i == passage ? (wrong, right) : null))
                return [];
            _changes.Leave();
        }

        return _changes.AllLeadOn() ? _changes.Edits : [];
    }

    private bool Read(Passage passage, (Token Wrong, Token Right)? first)
    {
        var started = first is null;
        foreach (var (start, item) in Items(passage))
        {
            switch (item)
            {
                case Statement statement:
                    var holdsFirst = !started && first is { } seed && statement.Tokens.Contains(seed.Wrong)
                        && statement.Chain.Start <= seed.Wrong.Start && seed.Wrong.Start < statement.Chain.End;
                    if (!started && !holdsFirst)
                    {
                        LearnAll(statement);
                        break;
                    }

                    if (!new ChainRecalculation(_changes, statement, passage.Analysis.Options, tools).Run(holdsFirst ? first : null))
                        return false;
                    started = true;
                    break;
                case int index:
                    if (!ReadProse(passage, index, started))
                        return false;
                    break;
            }
        }

        return started || _changes.Give("the number stands in no calculation");
    }

    private bool ReadProse(Passage passage, int index, bool started)
    {
        var tokens = passage.Analysis.Tokens;
        if (!started)
        {
            _changes.KeepProse(index);
            return true;
        }

        if (_changes.Replacement(tokens, index, isOperand: false) is not { } replacement)
            return false;
        if (ReferenceEquals(replacement, tokens[index]))
        {
            _changes.KeepProse(index);
            return true;
        }

        if (NumberPlace.IsCalculatedWith(tokens, index))
            return _changes.Give($"{tokens[index].Text} stands in a calculation that was not understood");
        // "So the answer is 156, not 137": whoever names both tells them apart.
        if (passage.Prose.Any(other => tokens[other].Value == replacement.Value))
            return _changes.Give($"{tokens[index].Text} and {replacement.Text} stand side by side");
        _changes.ReplaceProse(tokens[index], replacement);
        return true;
    }

    private static IEnumerable<(int Start, object Item)> Items(Passage passage)
    {
        var items = passage.Chains.Select(statement => (statement.Chain.Start, (object)statement))
            .Concat(passage.Prose.Select(index => (passage.Analysis.Tokens[index].Start, (object)index)));
        return items.OrderBy(item => item.Start);
    }

    private void LearnAll(Passage passage)
    {
        for (var i = 0; i < passage.Analysis.Tokens.Length; i++)
            _changes.Learn(passage.Analysis.Tokens, i, isOperand: false);
        foreach (var statement in passage.Chains)
            LearnAll(statement);
    }

    private void LearnAll(Statement statement)
    {
        foreach (var member in statement.Chain.Members)
        {
            for (var i = member.FirstToken; i < member.EndToken; i++)
                _changes.Learn(statement.Tokens, i, ChainRecalculation.IsOperand(member));
        }
    }
}
