using System.Collections.Frozen;

namespace ReasoningLsp.Mathematics.Dates;

/// <summary>When a statement that computes as false must not be called false.</summary>
internal static class TimeCaution
{
    // A sentence that supposes, denies, quotes or estimates; that leaves something out of the count; or whose clocks
    // differ from each other.
    private static readonly FrozenSet<string> Doubts = FrozenSet.Create(
        StringComparer.Ordinal,
        "if", "suppose", "supposing", "assume", "assuming", "imagine", "would", "could", "might", "may", "should", "wrong", "wrongly",
        "incorrect", "incorrectly", "mistake", "mistakenly", "mistaken", "error", "claim", "claims", "claimed", "thought", "thinks",
        "not", "isn't", "aren't", "wasn't", "won't", "cannot", "can't", "never", "instead", "unless", "false", "contradiction",
        "about", "approximately", "approx", "roughly", "around", "almost", "nearly", "over", "under", "least", "most", "than",
        "excluding", "except", "without", "inclusive", "inclusively", "exclusive", "including", "counting", "break", "breaks", "lunch",
        "zone", "zones", "est", "pst", "edt", "pdt", "cst", "mst", "gmt", "utc", "local", "daylight", "clock", "watch", "fast", "slow",
        "ahead", "behind", "business", "working", "school", "reads", "each", "every", "respectively");

    private static readonly FrozenSet<string> Operators = FrozenSet.Create(
        StringComparer.Ordinal,
        "+", "-", "−", "–", "—", "*", "/", "×", "÷", "·", "⋅", "x", "^", "%", "<", ">", "≤", "≥", "≠", "≈", "~", @"\times", @"\cdot",
        @"\div",
        @"\frac", @"\approx", @"\neq", @"\ne", @"\pm", "±", "(", "[",
        "plus", "minus", "times", "per", "of", "before", "after", "past", "or", "to", "until", "till", "through", "add", "adding",
        "subtract", "subtracting", "multiplied", "divided", "more", "less", "fewer", "another", "every", "each", "ago", "later");

    private static readonly FrozenSet<string> Closers = FrozenSet.Create(
        StringComparer.Ordinal,
        ",", ")", "]", ":", "=", "\"", "”", "→", @"\rightarrow", @"\Rightarrow", "so", "and", "because", "which", "since", "then", "but",
        "long", "total", "altogether", "apart");

    // Behind anything else a duration may be a factor or the end of a longer one: 18 x 30 minutes, (60/60) hours and 30 minutes.
    private static readonly FrozenSet<string> Openers = FrozenSet.Create(
        StringComparer.Ordinal,
        "=", ":", "→", @"\rightarrow", @"\Rightarrow", @"\implies", "so", "thus", "therefore", "hence", "then", "that", "is", "was", "are",
        "because", "since", "total", "takes", "took", "spends", "spent", "get", "have", "has", "means", "time");

    public static bool IsDoubtful(IEnumerable<TimeItem> sentence) =>
        sentence.Any(item => Doubts.Contains(item.Text) || item.Text is "≠" or "≈" or @"\approx" or @"\neq" or @"\ne");

    /// <summary>Whether the item before leaves the statement whole: no operator, no number belongs to it.</summary>
    public static bool IsClosedBefore(TimeItem? before) =>
        before is null || (before.Kind is TimeItemKind.Word or TimeItemKind.Symbol && !Operators.Contains(before.Text));

    /// <summary>Whether a sum of durations begins where it seems to.</summary>
    public static bool IsClosedBeforeAmount(TimeItem? before, TimeItem? beforeThat) =>
        before is null || Openers.Contains(before.Text) || (before.Text == "," && beforeThat?.Kind is TimeItemKind.Word);

    /// <summary>Whether the stated time or date ends where it seems to.</summary>
    public static bool IsClosedAfterInstant(TimeItem? after) => after is null
        || (after.Kind is TimeItemKind.Word or TimeItemKind.Symbol && (after.Text is "(" or "[" || !Operators.Contains(after.Text)));

    /// <summary>Whether the stated duration or count ends where it seems to; what follows may well belong to it.</summary>
    public static bool IsClosedAfterAmount(TimeItem? after, TimeItem? next) =>
        after is null || (Closers.Contains(after.Text) && (after.Text != "and" || next?.Kind is TimeItemKind.Word));
}
