namespace ReasoningLsp.Mathematics.Dates;

internal sealed partial class TimeSentence
{
    private static readonly string[][] Verbs = Phrases(
    [
        "is the same as", "is equal to", "brings us to", "takes us to", "gets us to", "comes to", "gives us", "results in", "will be",
        "we get", "you get", "it is", "it was", "falls on", "lands on", "equals", "equal", "gives", "give", "makes", "yields", "becomes",
        "is", "was", "are",
    ]);

    private static readonly string[][] Equalities = Phrases(["is the same as", "is equal to", "equals"]);
    private static readonly string[][] Fillers = Phrases(["exactly", "a total of", "on", "at", "a", "an", "the"]);

    private static string[][] Phrases(string[] phrases) => [.. phrases.Select(phrase => phrase.Split(' '))];

    private TimeItem? At(int index) => index >= 0 && index < items.Length ? items[index] : null;

    private bool Peek(string[] texts) => At(_next) is { } item && texts.Contains(item.Text);

    private bool Take(string text)
    {
        if (At(_next)?.Text != text)
            return false;
        _next++;
        return true;
    }

    private bool TakeAny(string[] texts)
    {
        if (!Peek(texts))
            return false;
        _next++;
        return true;
    }

    private bool TakeEquals() => Take("=") || TakePhraseOf(Equalities);

    private bool TakeVerb()
    {
        if (!Take("=") && !TakePhraseOf(Verbs))
            return false;
        while (TakePhraseOf(Fillers))
        {
        }

        return true;
    }

    private bool TakePhraseOf(string[][] phrases)
    {
        var first = At(_next)?.Text;
        foreach (var phrase in phrases)
        {
            if (phrase[0] == first && TakePhrase(phrase))
                return true;
        }

        return false;
    }

    private bool TakePhrase(string[] phrase)
    {
        var start = _next;
        foreach (var word in phrase)
        {
            if (!Take(word))
            {
                _next = start;
                return false;
            }
        }

        return true;
    }

    private bool TakeInstant(out TimeItem item) => TakeKind(static item => item.IsInstant, out item);

    private bool TakeDuration(out TimeItem item) => TakeKind(static item => item.Kind == TimeItemKind.Duration, out item);

    private bool TakeMonth(out TimeItem item) => TakeKind(static item => item.Kind == TimeItemKind.Month, out item);

    // One hour, an hour, a day: a single whole unit.
    private bool TakeUnit(out TimeItem item) => TakeKind(
        static item => item is { Kind: TimeItemKind.Duration, Duration: { Parts: 1, Months.IsZero: true } duration }
            && duration.Seconds == duration.SmallestUnit,
        out item);

    private bool TakeKind(Predicate<TimeItem> isWanted, out TimeItem item)
    {
        item = At(_next)!;
        if (item is null || !isWanted(item))
            return false;
        _next++;
        return true;
    }
}
