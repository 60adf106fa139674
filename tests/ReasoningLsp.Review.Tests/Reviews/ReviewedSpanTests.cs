using CsCheck;
using ReasoningLsp.Review.Reviews;
using ReasoningLsp.Traces;
using Xunit;

namespace ReasoningLsp.Review.Tests.Reviews;

public sealed class ReviewedSpanTests
{
    [Fact]
    public void Any_part_of_a_text_is_found_again_through_escapes()
    {
        // Plain characters, two-letter escapes and six-letter escapes of JSON.
        var piece = Gen.OneOf(("a", "a"), ("\n", "\\n"), ("é", "\\u00e9"), ("bc", "bc"), ("\\", "\\\\"));
        Gen.Select(piece.Array[1, 12], Gen.Int[0, 30], Gen.Int[1, 10]).Sample((pieces, from, length) =>
        {
            var runs = System.Collections.Immutable.ImmutableArray.CreateBuilder<MappedText.Run>();
            int reviewed = 0, original = 7;
            foreach (var (text, written) in pieces)
            {
                runs.Add(new(reviewed, original, text.Length, written.Length));
                reviewed += text.Length;
                original += written.Length;
            }

            var mapped = MappedText.FromRuns(string.Concat(pieces.Select(each => each.Item1)), runs.ToImmutable());
            var start = from % reviewed;
            var span = new TextSpan(start, Math.Min(length, reviewed - start));
            return ReviewedSpan.Of(mapped, mapped.ToOriginal(span)) == span;
        }, iter: 5_000);
    }

    [Fact]
    public void A_span_elsewhere_in_the_file_is_no_part_of_the_text() =>
        Assert.Null(ReviewedSpan.Of(MappedText.Verbatim("abc", 10), new TextSpan(0, 5)));
}
