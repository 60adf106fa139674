using System.Collections.Immutable;
using ReasoningLsp.Mathematics.Notation;
using ReasoningLsp.Mathematics.Numbers;
using ReasoningLsp.Mathematics.Units;
using ReasoningLsp.Review.Analysis;
using ReasoningLsp.Traces;

namespace ReasoningLsp.Review.Fixing.Dependence;

/// <summary>
/// The numbers that have changed so far on a walk through a trace, what each later number has to do with them, and
/// the edits that follow. In doubt it says why and gives up. Used once; not thread-safe.
/// </summary>
internal sealed class PropagatedChanges(ImmutableArray<Passage> passages, KnownNumbers known)
{
    private static readonly Rational s_hundred = 100;

    private readonly LaterUses _uses = new(passages);
    private readonly List<NumberChange> _changes = [];
    private readonly SortedDictionary<(int Passage, int Offset), (TextSpan Span, string Text)> _edits = [];
    private readonly List<int> _unchangedProse = [];
    private readonly HashSet<string> _changedSymbols = new(StringComparer.Ordinal);
    private int _passage;

    /// <summary>What made it give up, for whoever measures; null where it did not.</summary>
    public string? Doubt { get; private set; }

    /// <summary>Whether a number of this passage was replaced in a sentence and not in a calculation.</summary>
    public bool HasChangedProse { get; private set; }

    /// <summary>Every replacement, in order.</summary>
    public ImmutableArray<(int Passage, TextSpan Span, string Text)> Edits =>
        [.. _edits.Select(edit => (edit.Key.Passage, edit.Value.Span, edit.Value.Text))];

    /// <summary>A passage is entered.</summary>
    public void Enter(int passage)
    {
        _passage = passage;
        _unchangedProse.Clear();
        HasChangedProse = false;
    }

    /// <summary>The passage is read to its end.</summary>
    public void Leave()
    {
        foreach (var index in _unchangedProse)
            known.Add(passages[_passage].Analysis.Tokens, index);
    }

    /// <summary>Whether each change is used by something later; false where one leads nowhere.</summary>
    public bool AllLeadOn() =>
        _changes.Find(change => change.Uses == 0 && _uses.LeadsNowhere(change, _edits.ContainsKey)) is not { } lost
        || Give($"{lost.Old} leads nowhere");

    /// <summary>The number in place of a token; itself where it depends on nothing changed; null in doubt.</summary>
    public Token? Replacement(ImmutableArray<Token> tokens, int index, bool isOperand)
    {
        var token = tokens[index];
        if (token.Kind != TokenKind.Number)
            return token;
        var hasPercentSign = NumberPlace.HasPercentSign(tokens, index);
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
        var depends = Depends(tokens, index, found, isOperand);
        if (depends == false)
            return token;
        if (depends is null)
            return Doubtful($"{token.Text} may be another number");
        if (NumberPlace.IsPartOfName(tokens, index))
            return Doubtful($"{token.Text} is part of a name");
        return Written(token, found.For(token.Value, hasPercentSign)!.Value) ?? Doubtful($"{token.Text} cannot be written");
    }

    // A number that also has a source of its own is told from it by what it counts,
    // or by being the only one left where the changed one must be used.
    private bool? Depends(ImmutableArray<Token> tokens, int index, NumberChange change, bool isOperand)
    {
        var value = tokens[index].Value;
        var noun = Nouns.Of(tokens, index);
        if (!known.Contains(value))
            return true;
        if ((noun.Length > 0 && change.Noun.Length > 0 && noun != change.Noun && known.Counts(value, noun))
            || (value != change.Old && value == s_hundred))
            return false;
        if (value != change.Old || _uses.IsRightLater(change))
            return null;
        // What is announced as the answer is what the work came to last, whatever else has the same value.
        var place = (_passage, tokens[index].Start);
        if (passages[_passage].Announced == place.Start && _uses.IsLastResult(change, place))
            return true;
        if (noun.Length > 0 && noun == change.Noun && !known.MayCount(value, noun)
            && !NumberPlace.IsTwice(tokens, index, token => _edits.ContainsKey((_passage, token.Start))))
            return true;
        // "25 × 2 = 50. So there are 50 apples": 50 is known to everybody, but not of apples.
        if (!isOperand && noun.Length > 0 && (change.Noun.Length == 0 || change.Noun == noun) && known.IsEverydayAlone(value)
            && CompoundUnit.Readings(noun, out _) is [] && _uses.IsLastResult(change, place)
            && !NumberPlace.HasPercentSign(tokens, index))
            return true;
        return isOperand && known.IsSpent(value) && _uses.Operands(change.Place).Count(other => other == value) == 1 ? true : null;
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
        return WrittenNumber.Of(shown, decimals, passages[_passage].Written(token), passages[_passage].Analysis.Lexing) is { } text
            ? token with { Text = text, Value = shown, Decimals = decimals } : null;
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
    public bool Change(ImmutableArray<Token> tokens, int index, Token replacement)
    {
        var result = tokens[index];
        var noun = Nouns.Of(tokens, index);
        if (result.Value == replacement.Value || _changes.Exists(change => change.Old == result.Value && change.New == replacement.Value))
            return true;
        _changes.Add(new NumberChange(result.Value, replacement.Value, NumberPlace.HasPercentSign(tokens, index), noun,
            (_passage, result.Start)));

        // "Level 3 is 32 feet, because 16 x 2 = 32": the result stands before its calculation.
        foreach (var at in _unchangedProse.Where(at => passages[_passage].Analysis.Tokens[at].Value == result.Value).ToList())
        {
            var mentions = passages[_passage].Analysis.Tokens;
            var counted = Nouns.Of(mentions, at);
            if (counted != noun && counted.Length > 0 && noun.Length > 0 && known.Counts(result.Value, counted))
                continue;
            if ((known.Contains(result.Value) && (counted != noun || known.MayCount(result.Value, counted)))
                || Written(mentions[at], replacement.Value) is not { } written)
                return Give($"{result.Text} stands before its calculation");
            Replace(mentions[at], written);
            _unchangedProse.Remove(at);
        }

        return true;
    }

    /// <summary>Notes a number that depends on nothing changed.</summary>
    public void Learn(ImmutableArray<Token> tokens, int index, bool isOperand)
    {
        if (tokens[index].Kind != TokenKind.Number)
            return;
        known.Add(tokens, index);
        if (isOperand)
            known.Use(tokens[index].Value);
    }

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

    /// <summary>Notes that a number of a sentence stays.</summary>
    public void KeepProse(int index) => _unchangedProse.Add(index);

    /// <summary>Notes that a number of a sentence is replaced.</summary>
    public void ReplaceProse(Token token, Token replacement)
    {
        Replace(token, replacement);
        HasChangedProse = true;
    }
}
