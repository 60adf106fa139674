using System.Text.Json;
using ReasoningLsp.Review.Findings;
using ReasoningLsp.Review.Running;
using ReasoningLsp.Traces;
using ReasoningLsp.Traces.Reading;
using Xunit;

namespace ReasoningLsp.Review.Tests.Checks;

/// <summary>A final answer differs from the reference only where that is certain.</summary>
public sealed class ReferenceAnswerTests
{
    private const string Options = "How far is it?\nA: 4 \nB: 8 \nC: 16 \nD: 2sqrt(2) ";

    [Theory]
    [InlineData(Options, "A", "Solution: The answer is Choice_A.", true)]
    [InlineData(Options, "A", "The answer is Choice\\_A: 4", true)]
    [InlineData(Options, "C", "The answer is option C", true)]
    [InlineData(Options, "C", "The answer is choice B: 8.", false)]
    [InlineData(Options, "B", "The answer is \\boxed{\\text{(B)}}", true)]
    [InlineData(Options, "B", "The answer is 8.", true)]
    [InlineData(Options, "B", "The answer is 16.", false)]
    [InlineData(Options, "B", "The answer is 17.", true)]
    [InlineData(Options, "8", "The answer is (B).", true)]
    [InlineData(Options, "8", "The answer is (C).", false)]
    [InlineData(Options, "D", "The answer is $2\\sqrt{2}$.", true)]
    [InlineData("Choose. Options: A)$61 B)$65 C)$67.40 D)$70 E)$78.20", "E", "Answer: 78.20", true)]
    [InlineData("Choose. Options: A)$61 B)$65 C)$67.40 D)$70 E)$78.20", "E", "Answer: 65", false)]
    [InlineData("Choose.", "D", "The answer is that urea is less toxic than ammonia.", true)]
    [InlineData("What is the power?", "81", "Note that the answer is required in kilowatts.", true)]
    [InlineData("How many?", "3", "The answer is therefore 3.", true)]
    [InlineData("How many?", "3", "The answer is therefore 4.", false)]
    [InlineData("Find it.", "\\begin{pmatrix} 1/2 \\\\ 3 \\end{pmatrix}",
        "So it is \\boxed{\\begin{pmatrix} \\frac{1}{2} \\\\[8pt] 3 \\end{pmatrix}}.", true)]
    [InlineData("How many?", "3 apples and 4 pears", "Answer: 4 pears and 3 apples", true)]
    [InlineData("How many?", "3 apples and 4 pears", "Answer: 4 apples and 3 pears", false)]
    [InlineData("How many?", "A: 3, B: 4", "Answer: B: 4, A: 3", true)]
    [InlineData("How many?", "(A) 3, (B) 4", "Answer: (B) 4, (A) 3", true)]
    [InlineData("How many?", "Ann 3 and Bob 4", "Answer: Bob 4 and Ann 3", true)]
    [InlineData("How long?", "2 h and 30 min", "Answer: 30 min and 2 h", true)]
    [InlineData("How long?", "2 h and 30 min", "Answer: 30 min and 3 h", false)]
    [InlineData("Is there one?", "5", "The answer is no solution.", false)]
    public void Only_what_certainly_differs_is_pointed_out(string problem, string reference, string step, bool silent)
    {
        var record = JsonSerializer.Serialize(new { problem, steps = new[] { step }, answer = reference });
        var trace = TraceReader.Read(record, TraceFormat.JsonLines).Traces[0];
        var found = new Reviewer(ReviewOptions.Default).Review(trace, TestContext.Current.CancellationToken).Findings.Any(
            finding => finding.Rule.Id == "RR390");
        Assert.Equal(!silent, found);
    }

    [Theory]
    [InlineData("1", "408", true)]
    [InlineData("1", "398", false)]
    [InlineData("2", "408", true)]
    public void A_number_beside_choices_is_an_index(string answer, string stated, bool silent)
    {
        var record = $$"""
            {"question": "How many?", "choices": ["398", "408"], "answer": {{answer}}, "solution": "Multiply. Answer: {{stated}}"}
            """;
        var trace = TraceReader.Read(record, TraceFormat.JsonLines).Traces[0];
        Assert.Equal(!silent, new Reviewer(ReviewOptions.Default).Review(trace, TestContext.Current.CancellationToken).Findings.Any(
            finding => finding.Rule.Id == "RR390"));
    }
}
