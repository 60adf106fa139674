using System.Text.Json;
using ReasoningLsp.Review.Findings;
using ReasoningLsp.Review.Reviews;
using ReasoningLsp.Review.Running;
using ReasoningLsp.Review.Tests.Support;
using ReasoningLsp.TestSupport;
using ReasoningLsp.Traces;
using ReasoningLsp.Traces.Reading;
using Xunit;

namespace ReasoningLsp.Review.Tests.Equations;

public sealed class ClaimTests
{
    [Theory]
    [InlineData("Find the minimum of $x^2 - 4x$.", "We set $\\frac{d}{dx}(x^2 - 4x) = 0$.")]
    [InlineData("Let $f(x) = x^2 - 4$. Where is it zero?", "We need $f(x) = 0$.")]
    [InlineData("Let $f(x) = x^3 - 3x$. Where are its extrema?", "At an extremum $f'(x) = 0$.")]
    [InlineData("A number is 5 more than twice another. What is it?", "$(x + 2)(x + 5) = 5x + 14$, so $x = 2$ or $x = -4$.")]
    [InlineData("Solve $(x - 1)(x + 2) = x^2 + 5$.", "$(x - 1)(x + 2) = x^2 + 5$")]
    [InlineData("Compute $a + b$ for $a = 3$ and $b = 4$.", "$a + b = 3 + 4 = 7$")]
    [InlineData("Let $f(x) = x + 1$ for $x > 0$ and $f(x) = 0$ otherwise.", "$f(-3) = 0$")]
    [InlineData("Solve $-2x > 6$.", "Dividing by $-2$: $x < -3$.")]
    [InlineData("Solve $x^2 = 9$ for $x > 0$.", "So $x = 3$.")]
    [InlineData("When are both defined?", "We need $x - 2 \\ge 0$ and $2 - x \\ge 0$, which implies $x \\ge 2$ and $x \\le 2$.")]
    [InlineData("Show that $(\\sin x+\\cos x)^2=1+\\sin 2x$.", "Let $s=\\sin x$ and $c=\\cos x$. Then $(s+c)^2=s^2+2sc+c^2=1+2sc$.")]
    [InlineData("Let R be a ring of characteristic 2.", "$(a+b)^2=a^2+2ab+b^2=a^2+b^2$")]
    [InlineData("Let u and v be orthogonal.", "$(u+v)\\cdot(u+v)=u\\cdot u+v\\cdot v$")]
    [InlineData("Let X and Y be independent with mean 0.", "E[(X+Y)^2] = E[X^2] + E[Y^2]")]
    [InlineData("How long is the leg?", "By the theorem of Pythagoras, $(x + 2)^2 = x^2 + 6^2$.")]
    public void Conditions_equations_and_values_put_in_are_no_false_identities(string problem, string step) =>
        Assert.DoesNotContain(Reviewed.Solution($"Problem: {problem}\n\nStep 1: {step}\n").Findings, finding =>
            finding.Rule.Id is "RR103" or "RR105");

    [Theory]
    [InlineData("$\\int_0^12x\\,dx=1$")]
    [InlineData("$\\sum_{k=1}^32k=12$")]
    [InlineData("$2^34=8\\cdot4=32$")]
    [InlineData("$\\sqrt23=3\\sqrt2$")]
    [InlineData("$\\int_0^1x^2dx\\approx\\frac12\\left(0+1\\right)=0.5$ with one interval.")]
    [InlineData("ln 2 ≈ 1 − 1/2 + 1/3 = 0.8333")]
    [InlineData("Half of 3 million = 1.5 million.")]
    [InlineData("7 billion / 80 ≈ 90 million")]
    public void Digits_behind_a_script_and_approximations_by_a_method_are_read_as_they_may_be_meant(string step) =>
        Assert.DoesNotContain(Reviewed.Solution($"Step 1: {step}\n").Findings, finding => finding.Severity == Severity.Error);

    [Theory]
    [InlineData("Let $f(x) = x^2 + 1$.", "$f(3) = 9$", "With f(x) = x^2 + 1, f(3) is 10")]
    [InlineData("Find the derivative of $f(x) = x^3 - 2x$.", "$f'(x) = 3x^2$", "With f(x) = x^3 - 2x")]
    [InlineData("What is the integral?", "$\\int \\cos 2x \\, dx = \\sin 2x + C$", "Differentiated")]
    [InlineData("What is the derivative?", "$\\frac{d}{dx}(e^{3x}) = e^{3x}$", "are not the same")]
    public void What_a_function_or_an_operation_comes_to_is_compared_with_its_definition(string problem, string step, string message)
    {
        var finding = Assert.Single(Reviewed.Solution($"Problem: {problem}\n\nStep 1: {step}\n").Findings);
        Assert.Contains(message, finding.Message, StringComparison.Ordinal);
        Assert.Equal(Severity.Error, finding.Severity);
    }

    [Fact]
    public void An_expression_of_whose_letters_nothing_else_is_said_is_likely_claimed_for_every_value()
    {
        var alone = Assert.Single(Reviewed.Solution("Step 1: This gives $(a + b)^2 = a^2 + b^2$.\n").Findings);
        Assert.Equal(Severity.Warning, alone.Severity);
        Assert.Empty(Reviewed.Solution("Step 1: This gives $(a + 2)^2 = a^2 + 8$.\n\nStep 2: So $a = 1$.\n").Findings);
    }

    [Fact]
    public void A_lost_root_is_not_called_checked() =>
        Assert.NotEqual(StepState.Checked, Reviewed.Solution("Step 1: $x^2 = 9$, so $x = 3$\n").Steps[0].State);

    [Fact]
    public void Exercises_with_a_classic_mistake_are_found_at_their_step_and_right_ones_left_alone()
    {
        int wrong = 0, found = 0;
        foreach (var line in File.ReadLines(Repository.Path("tests/data/misconceptions.jsonl")))
        {
            using var record = JsonDocument.Parse(line);
            var trace = Assert.Single(TraceReader.Read(line, TraceFormat.JsonLines).Traces);
            var review = new Reviewer(ReviewOptions.Default).Review(trace, TestContext.Current.CancellationToken);
            var first = review.Findings.FirstOrDefault(finding => finding.Severity is Severity.Error or Severity.Warning)?.Step ?? -1;
            var label = record.RootElement.GetProperty("label").GetInt32();
            if (label < 0)
                Assert.True(first < 0, line);
            else
                (wrong, found) = (wrong + 1, found + (first == label ? 1 : 0));
        }

        Assert.True(found * 100 >= wrong * 95, $"{found} of {wrong}");
    }
}
