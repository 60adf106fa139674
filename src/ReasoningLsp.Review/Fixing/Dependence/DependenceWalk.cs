using System.Collections.Immutable;
using ReasoningLsp.Mathematics.Notation;
using ReasoningLsp.Mathematics.Numbers;
using ReasoningLsp.Review.Analysis;
using ReasoningLsp.Review.Checks;
using ReasoningLsp.Traces;

namespace ReasoningLsp.Review.Fixing.Dependence;

/// <summary>
/// Follows one corrected number through the rest of its trace, calculation by calculation. Gives up at the first
/// number of which it is not certain whether it depends on the false one. Used once; not thread-safe.
/// </summary>
internal sealed class DependenceWalk(ImmutableArray<Passage> passages, KnownNumbers known, Toolbox tools, CancellationToken cancellationToken)
{
    private readonly List<NumberChange> _changes = [];
    private readonly SortedDictionary<(int Passage, int Offset), (TextSpan Span, string Text)> _edits = [];
    private readonly List<Token> _unchangedProse = [];
    private readonly HashSet<string> _changedSymbols = new(StringComparer.Ordinal);
    private int _passage;

    /// <summary>What made it give up, for whoever measures; null where it did not.</summary>
    public string? Doubt { get; private set; }

    /// <summary>
    /// Every replacement, in order, when <paramref name="wrong"/> of the passage becomes <paramref name="right"/>,
    /// itself included; empty where that is not certain.
    /// </summary>
    public ImmutableArray<(int Passage, TextSpan Span, string Text)> Follow(int passage, Token wrong, Token right)
    {
        for (var i = 0; i < passage; i++)
            LearnAll(passages[i]);
        for (_passage = passage; _passage < passages.Length; _passage++)
        {
            cancellationToken.ThrowIfCancellationRequested();
            if (!Read(passages[_passage], _passage == passage ? (wrong, right) : null))
                return [];
        }

        if (_changes.Find(IsUnused) is { } lost && !Give($"{lost.Old} leads nowhere"))
            return [];
        return [.. _edits.Select(edit => (edit.Key.Passage, edit.Value.Span, edit.Value.Text))];
    }

    /// <summary>The number in place of a token; itself where it depends on nothing changed; null in doubt.</summary>
    public Token? Replacement(ImmutableArray<Token> tokens, int index)
    {
        var token = tokens[index];
        if (token.Kind != TokenKind.Number)
            return token;
        var hasPercentSign = index + 1 < tokens.Length && tokens[index + 1].Kind == TokenKind.Percent;
        NumberChange? found = null;
        foreach (var change in _changes)
        {
            if (change.For(token.Value, hasPercentSign) is not { } value)
                continue;
            if (found is not null && found.For(token.Value, hasPercentSign) != value)
                return Doubtful($"{token.Text} may be one of two");
            found ??= change;
        }

        if (found is null)
            return token;
        if (known.Contains(token.Value))
            return Doubtful($"{token.Text} may be another number");
        if (IsPartOfName(tokens, index))
            return Doubtful($"{token.Text} is part of a name");
        return Written(token, found.For(token.Value, hasPercentSign)!.Value) ?? Doubtful($"{token.Text} cannot be written");
    }

    /// <summary>The token with another value, written alike; null where that cannot be written.</summary>
    public Token? Written(Token token, Rational value)
    {
        var decimals = WrittenNumber.DecimalsFor(value, token.Decimals);
        return Written(token, value, decimals);
    }

    /// <summary>The token with another value, written alike with so many decimals; null where that cannot be written.</summary>
    public Token? Written(Token token, Rational value, int decimals)
    {
        var shown = value.Round(decimals);
        return WrittenNumber.Of(shown, decimals, passages[_passage].Written(token)) is { } text ? token with { Text = text, Value = shown, Decimals = decimals } : null;
    }

    /// <summary>Notes that a number of the text is replaced.</summary>
    public void Replace(Token token, Token replacement) =>
        _edits[(_passage, token.Start)] = (new TextSpan(token.Start, token.Length), replacement.Text);

    /// <summary>Notes a use of each change that <paramref name="token"/> stands for.</summary>
    public void Use(Token token, bool hasPercentSign)
    {
        foreach (var change in _changes)
        {
            if (change.For(token.Value, hasPercentSign) is not null)
                change.Uses++;
        }
    }

    /// <summary>Notes that a result changed; false where a mention of it before cannot be told from another number.</summary>
    public bool Change(Token result, Token replacement, bool isPercent)
    {
        if (result.Value == replacement.Value || _changes.Exists(change => change.Old == result.Value && change.New == replacement.Value))
            return true;
        _changes.Add(new NumberChange(result.Value, replacement.Value, isPercent, (_passage, result.Start)));

        // "Level 3 is 32 feet, because 16 x 2 = 32": the result stands before its calculation.
        foreach (var token in _unchangedProse.Where(token => token.Value == result.Value).ToList())
        {
            if (known.Contains(token.Value) || Written(token, replacement.Value) is not { } written)
                return Give($"{token.Text} stands before its calculation");
            Replace(token, written);
            _unchangedProse.Remove(token);
        }

        return true;
    }

    /// <summary>Notes that a value was found without any changed number.</summary>
    public void Learn(Rational value) => known.Add(value);

    /// <summary>Notes that a name stands for another value than before.</summary>
    public void ChangeSymbol(string name) => _changedSymbols.Add(name);

    /// <summary>Whether any of the names stands for another value than before.</summary>
    public bool AreChanged(IEnumerable<string> names) => _changedSymbols.Overlaps(names);

    /// <summary>Gives up: false.</summary>
    public bool Give(string doubt)
    {
        Doubt ??= doubt;
        return false;
    }

    private Token? Doubtful(string doubt)
    {
        Give(doubt);
        return null;
    }

    private bool Read(Passage passage, (Token Wrong, Token Right)? first)
    {
        _unchangedProse.Clear();
        var started = first is null;
        foreach (var (start, item) in Items(passage))
        {
            switch (item)
            {
                case Statement statement:
                    var holdsFirst = !started && first is { } seed && statement.Tokens.Contains(seed.Wrong) && statement.Chain.Start <= seed.Wrong.Start && seed.Wrong.Start < statement.Chain.End;
                    if (!started && !holdsFirst)
                    {
                        LearnAll(statement);
                        break;
                    }

                    if (!new ChainRecalculation(this, statement, passage.Analysis.Options, tools).Run(holdsFirst ? first : null))
                        return false;
                    started = true;
                    break;
                case int index:
                    if (!ReadProse(passage, index, started))
                        return false;
                    break;
            }
        }

        foreach (var token in _unchangedProse)
            known.Add(token.Value);
        return started || Give("the number stands in no calculation");
    }

    private bool ReadProse(Passage passage, int index, bool started)
    {
        var token = passage.Analysis.Tokens[index];
        if (!started)
        {
            _unchangedProse.Add(token);
            return true;
        }

        if (Replacement(passage.Analysis.Tokens, index) is not { } replacement)
            return false;
        if (replacement == token)
            _unchangedProse.Add(token);
        else
            Replace(token, replacement);
        return true;
    }

    private static IEnumerable<(int Start, object Item)> Items(Passage passage)
    {
        var items = passage.Chains.Select(statement => (statement.Chain.Start, (object)statement)).ToList();
        var tokens = passage.Analysis.Tokens;
        foreach (var token in passage.Prose)
            items.Add((token.Start, tokens.IndexOf(token)));
        return items.OrderBy(item => item.Start);
    }

    private void LearnAll(Passage passage)
    {
        foreach (var token in passage.Analysis.Tokens.Concat(passage.Analysis.Annotations.SelectMany(statement => statement.Tokens)))
        {
            if (token.Kind == TokenKind.Number)
                known.Add(token.Value);
        }
    }

    private void LearnAll(Statement statement)
    {
        for (var i = statement.Chain.FirstToken; i < statement.Chain.EndToken; i++)
        {
            if (statement.Tokens[i].Kind == TokenKind.Number)
                known.Add(statement.Tokens[i].Value);
        }
    }

    // A changed result that nothing goes on from, although the work goes on, is used in some way that was not seen.
    private bool IsUnused(NumberChange change) => change.Uses == 0 && passages.Select((passage, i) => (passage, i)).Any(each => each.i >= change.Place.Passage && each.passage.Chains.Any(statement => (each.i, statement.Chain.Start).CompareTo(change.Place) > 0 && ChainRecalculation.IsCalculation(statement)));

    // The hour of 12:47, the index of a_15, the 4 of "4x4" or "A4".
    private static bool IsPartOfName(ImmutableArray<Token> tokens, int index)
    {
        var before = index > 0 ? tokens[index - 1] : null;
        var after = index + 1 < tokens.Length ? tokens[index + 1] : null;
        return before is { Text: ":" or "_" } || after is { Text: ":", SpaceBefore: false }
            || (before is { Kind: TokenKind.Open } && index > 1 && tokens[index - 2].Text == "_")
            || (before is { Kind: TokenKind.Word or TokenKind.Letter } && !tokens[index].SpaceBefore && before.End == tokens[index].Start);
    }
}
