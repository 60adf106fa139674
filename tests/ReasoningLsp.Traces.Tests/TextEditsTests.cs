using Xunit;

namespace ReasoningLsp.Traces.Tests;

public sealed class TextEditsTests
{
    [Fact]
    public void Edits_count_in_the_text_before_any_of_them() =>
        Assert.Equal("-bXXd+", TextEdits.Apply("abcd", [new(new(0, 1), "-"), new(new(2, 1), "XX"), new(new(4, 0), "+")]));

    [Fact]
    public void No_edits_change_nothing() => Assert.Same("abc", TextEdits.Apply("abc", []));

    [Fact]
    public void Edits_may_meet_but_not_overlap()
    {
        Assert.Equal("xyc", TextEdits.Apply("abc", [new(new(0, 1), "x"), new(new(1, 1), "y")]));
        Assert.Throws<ArgumentException>(() => TextEdits.Apply("abc", [new(new(0, 2), "x"), new(new(1, 1), "y")]));
    }

    [Fact]
    public void Edits_out_of_order_or_outside_the_text_are_refused()
    {
        Assert.Throws<ArgumentException>(() => TextEdits.Apply("abc", [new(new(2, 1), "x"), new(new(0, 1), "y")]));
        Assert.Throws<ArgumentException>(() => TextEdits.Apply("abc", [new(new(2, 2), "x")]));
        Assert.Throws<ArgumentException>(() => TextEdits.Apply("abc", [new(new(-1, 1), "x")]));
        Assert.Throws<ArgumentException>(() => TextEdits.Apply("abc", [new(new(2, -1), "x")]));
    }
}
