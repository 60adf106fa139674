using ReasoningLsp.Review.Findings;
using ReasoningLsp.Review.Fixing;
using ReasoningLsp.Review.Running;
using ReasoningLsp.Traces;
using ReasoningLsp.Traces.Files;
using ReasoningLsp.Traces.Reading;
using Xunit;

namespace ReasoningLsp.Review.Tests.Fixing;

public sealed class PropagationTests
{
    private readonly Reviewer _reviewer = new(ReviewOptions.Default);

    [Theory]
    [InlineData("Step 1: She picks 7 * 14 = 88 plums.\n\nStep 2: She sells 88 / 2 = 44 of them.\n\nStep 3: So 44 plums are left.\n",
        "Step 1: She picks 7 * 14 = 98 plums.\n\nStep 2: She sells 98 / 2 = 49 of them.\n\nStep 3: So 49 plums are left.\n")]
    [InlineData("Step 1: The rent is 12 * $1,250 = $14,000.\n\nStep 2: With the deposit it is $14,000 + $500.50 = "
        + "$14,500.50.\n\n**Answer:** $14,500.50\n",
        "Step 1: The rent is 12 * $1,250 = $15,000.\n\nStep 2: With the deposit it is $15,000 + $500.50 = $15,500.50.\n\n**Answer:** "
            + "$15,500.50\n")]
    [InlineData("Step 1: We get $3 \\cdot 17 = 41$.\n\nStep 2: Then $2 \\cdot 41 + 6 = 82 + 6 = 88$.\n\nStep 3: The answer is "
        + "$\\boxed{88}$.\n", "Step 1: We get $3 \\cdot 17 = 51$.\n\nStep 2: Then $2 \\cdot 51 + 6 = 102 + 6 = 108$.\n\nStep 3: The "
        + "answer is $\\boxed{108}$.\n")]
    [InlineData("Step 1: After giving 9 away, 36 - 9 = 25 apples are left.\n\nThe answer is 25.\n",
        "Step 1: After giving 9 away, 36 - 9 = 27 apples are left.\n\nThe answer is 27.\n")]
    [InlineData("Step 1: There are 3 * 12 = 36.\n\nStep 2: 36 - 9 = 25 apples are left, so 25 apples remain.\n\n**Answer:** 25\n",
        "Step 1: There are 3 * 12 = 36.\n\nStep 2: 36 - 9 = 27 apples are left, so 27 apples remain.\n\n**Answer:** 27\n")]
    [InlineData("Step 1: 36 - 30 = 5 apples are left. The answer is 5 apples.\n",
        "Step 1: 36 - 30 = 6 apples are left. The answer is 6 apples.\n")]
    [InlineData("Step 1: She has 5 - 3 = 4 pears.\n\nStep 2: Therefore, the final answer is \\boxed{4}.\n",
        "Step 1: She has 5 - 3 = 2 pears.\n\nStep 2: Therefore, the final answer is \\boxed{2}.\n")]
    [InlineData("Step 1: Half of 90 is 90/2 = 55.\n\nStep 2: Level 2 has 110 bricks because 55 * 2 = 110.\n",
        "Step 1: Half of 90 is 90/2 = 45.\n\nStep 2: Level 2 has 90 bricks because 45 * 2 = 90.\n")]
    [InlineData("Step 1: He walks 13*3=<<13*3=49>>49 miles.\n\nStep 2: In all 49*5=<<49*5=245>>245 miles.\n",
        "Step 1: He walks 13*3=<<13*3=39>>39 miles.\n\nStep 2: In all 39*5=<<39*5=195>>195 miles.\n")]
    [InlineData("Step 1: 36 - 9 = 25, and 25 * 2 = 50.\n\nSo there are 50 apples.\n",
        "Step 1: 36 - 9 = 27, and 27 * 2 = 54.\n\nSo there are 54 apples.\n")]
    [InlineData("Step 1: 4 · 1,29 € = 5,06 €\n\nStep 2: 5,06 € + 2 € = 7,06 €\n",
        "Step 1: 4 · 1,29 € = 5,16 €\n\nStep 2: 5,16 € + 2 € = 7,16 €\n")]
    [InlineData("Step 1: 1.250,50 € + 749,50 € = 2.100,00 €\n\nStep 2: 2.100,00 € : 4 = 525,00 €\n",
        "Step 1: 1.250,50 € + 749,50 € = 2.000,00 €\n\nStep 2: 2.000,00 € : 4 = 500,00 €\n")]
    [InlineData("Step 1: 4 * 1.29 = 5.06\n\nStep 2: So 5.06 in all.\n", "Step 1: 4 * 1.29 = 5.16\n\nStep 2: So 5.16 in all.\n")]
    public void Later_numbers_are_recalculated(string before, string after) =>
        Assert.Equal(after, Propagated("Problem: How many?\n\n" + before)?["Problem: How many?\n\n".Length..]);

    [Fact]
    public void Numbers_of_a_language_with_a_decimal_comma_are_recalculated() =>
        Assert.Equal("---\nlanguage: de\n---\nAufgabe: Wie viel?\n\nSchritt 1: 12 · 1,85 = 21,20\n\nSchritt 2: 21,20 + 7,00 = 28,20\n"
            .Replace("21,20", "22,20", StringComparison.Ordinal).Replace("28,20", "29,20", StringComparison.Ordinal),
            Propagated("---\nlanguage: de\n---\nAufgabe: Wie viel?\n\nSchritt 1: 12 · 1,85 = 21,20\n\nSchritt 2: 21,20 + 7,00 = 28,20\n"));

    [Theory]
    [InlineData("Step 1: 36 - 9 = 25 apples are left.\n\nStep 2: Each gets 30 - 5 = 25 pears.\n\nThe answer is 25 pears.\n")]
    [InlineData("Step 1: 36 - 9 = 25 apples are left, not 27.\n\nThe answer is 25.\n")]
    [InlineData("Step 1: 36 - 9 = 25 apples are left.\n\nThe answer is 25 or 30.\n")]
    public void An_answer_that_has_another_source_or_company_stays(string text) => Assert.Null(Propagated("Problem: How many?\n\n" + text));

    [Fact]
    public void What_everybody_knows_stays_where_it_counts_what_everybody_knows_it_of() =>
        Assert.Null(Propagated("Problem: How many?\n\nStep 1: 36 - 9 = 25, and 35 + 25 = 60.\n\nStep 2: An hour has 60 minutes.\n"));

    [Fact]
    public void Nothing_is_offered_where_later_steps_go_on_from_the_right_value() =>
        Assert.Null(Propagated("Problem: How many?\n\nStep 1: 7 * 14 = 88.\n\nStep 2: 98 / 2 = 49.\n"));

    [Fact]
    public void Nothing_is_offered_where_a_number_may_be_one_of_the_problem() =>
        Assert.Null(Propagated("Problem: He has 88 pears and picks 14 plums a day for 7 days.\n\nStep 1: 7 * 14 = 88.\n\nStep 2: 88 + "
            + "88 = 176.\n"));

    [Fact]
    public void Nothing_is_offered_where_the_work_goes_on_in_another_form() =>
        Assert.Null(Propagated("Problem: How long?\n\nStep 1: 75 / 55 = 1.8 hours.\n\nStep 2: 1.8 * 60 = 108 minutes, which is 1 hour "
            + "and 48 minutes.\n"));

    [Fact]
    public void Nothing_is_offered_where_an_equation_depends_on_the_value() =>
        Assert.Null(Propagated("Problem: How many?\n\nStep 1: $7 \\cdot 14 = 88$.\n\nStep 2: So $2x = 88$ and $x = 44$.\n"));

    [Fact]
    public void Nothing_is_offered_where_a_later_relation_was_false_before() =>
        Assert.Null(Propagated("Problem: How many?\n\nStep 1: 7 * 14 = 88.\n\nStep 2: 88 / 2 = 45.\n"));

    [Fact]
    public void A_later_relation_that_the_right_value_makes_true_keeps_its_result() => Assert.Equal(
        "Problem: How many?\n\nStep 1: 7500 / 3 = 2500 plums.\n\nStep 2: 2500 - 500 = 2000 are left.\n\nStep 3: 2500 + 2000 = 4500.\n",
        Propagated("Problem: How many?\n\nStep 1: 7500 / 3 = 2490 plums.\n\nStep 2: 2490 - 500 = 2000 are left.\n\n"
            + "Step 3: 2490 + 2000 = 4490.\n"));

    [Fact]
    public void Nothing_is_offered_where_the_false_and_the_right_value_are_told_apart() => Assert.Null(
        Propagated("Problem: How far?\n\nStep 1: The sum is 31 + 106 = 156.\n\nStep 2: So the answer should be 156, not 137.\n"));

    [Fact]
    public void A_record_that_stands_further_down_in_a_file_has_such_a_fix_too()
    {
        var line = new JsonLine("""{"steps":["7 * 14 = 88","so 88 + 5 = 93"]}""", 6, 5, 0, null);
        var document = JsonLinesTraceReader.ReadRecord(line);
        var review = new Propagation(_reviewer.Review).AddTo(
            _reviewer.Review(document.Traces[0], TestContext.Current.CancellationToken), document, TestContext.Current.CancellationToken);
        Assert.Equal([FixKind.Exact, FixKind.Propagate], Assert.Single(review.Findings, finding => finding.Rule.Refutes).Fixes
            .Select(fix => fix.Kind));
    }

    [Fact]
    public void Edits_reach_through_the_escapes_of_JSON()
    {
        const string Before = """{"steps":["\u00e9\n\t7 * 14 = 88","so \"88\" \u002B 5 = 5 and 88 + 5 = 93"]}""";
        Assert.Null(Propagated(Before, TraceFormat.JsonLines));
        const string Line = """{"steps":["\u00e9\n\t7 * 14 = 88","so 88 \u002B 5 = 93","\u0039\u0033 it is: 93"]}""";
        Assert.Equal("""{"steps":["\u00e9\n\t7 * 14 = 98","so 98 \u002B 5 = 103","103 it is: 103"]}""",
            Propagated(Line, TraceFormat.JsonLines));
    }

    private string? Propagated(string text, TraceFormat format = TraceFormat.Markdown)
    {
        var document = TraceReader.Read(text, format);
        var review = _reviewer.Review(document.Traces[0], TestContext.Current.CancellationToken);
        var fixes = new Propagation(_reviewer.Review).AddTo(review, document, TestContext.Current.CancellationToken).Findings.SelectMany(
            finding => finding.Fixes);
        return fixes.FirstOrDefault(fix => fix.Kind == FixKind.Propagate) is { } fix ? TextEdits.Apply(text, fix.Edits) : null;
    }
}
