using ReasoningLsp.Review.Programs;
using ReasoningLsp.Traces;
using ReasoningLsp.Traces.Reading;
using Xunit;

namespace ReasoningLsp.Review.Tests.Programs;

public sealed class ProgramReaderTests
{
    [Theory]
    [InlineData("```python\nprint(6 * 7)\n```\n```output\n42\n```", "print(6 * 7)", "42")]
    [InlineData("~~~py\nprint(6 * 7)\n~~~\n\n~~~stdout\n42\n~~~", "print(6 * 7)", "42")]
    [InlineData("```python\nprint(1)\nprint(2)\n```\n\nOutput:\n\n```\n1\n2\n```", "print(1)\nprint(2)", "1\n2")]
    [InlineData("```python\nprint(42)\n```\n**Output:**\n```text\n42\n```", "print(42)", "42")]
    [InlineData("```python\nprint(42)\n```\n\nOutput: 42.", "print(42)", "42")]
    [InlineData("```python\nprint(42)\n```\n\nAusgabe: 42", "print(42)", "42")]
    [InlineData("```{.python}\nprint(42)\n```\n```output\n42\n```", "print(42)", "42")]
    [InlineData("We compute. <llm-code>\nx = 6\n\nprint(x)\n</llm-code>\n<llm-code-output>\n6\n</llm-code-output>", "x = 6\n\nprint(x)",
        "6")]
    [InlineData("We compute. <code>\nx = 6\n\nprint(x)\n</code>\n<output>\n6\n</output>", "x = 6\n\nprint(x)", "6")]
    [InlineData("We compute. <tool_call>\nx = 6\nprint(x)\n</tool_call>\n\n```output\n6\n```", "x = 6\nprint(x)", "6")]
    [InlineData("<code>\n```python\nprint(6)\n```\n</code>\n<interpreter>\n6\n</interpreter>", "print(6)", "6")]
    [InlineData("- We compute:\n\n  ```python\n  if True:\n      print(6)\n  ```\n\n  ```output\n  6\n  ```",
        "if True:\n    print(6)", "6")]
    public void A_program_goes_with_the_output_beside_it(string text, string source, string output)
    {
        var program = Assert.Single(Programs(text));
        Assert.Equal((source, output), (program.Source, program.Output?.Text));
        var span = program.Output!.Written.ToOriginal(new TextSpan(0, output.Length));
        Assert.Equal(output, text.Substring(span.Start, span.Length));
    }

    [Theory]
    [InlineData("```python\nprint(42)\n```\n\nSo the answer is 42.")]
    [InlineData("```python\nprint(42)\n```\n\n```\n42\n```")]
    [InlineData("```python\nprint(42)\n```\n\n```json\n42\n```")]
    [InlineData("```python\nprint(42)\n```\n\nAnswer: 42")]
    [InlineData("```python\nprint(42)\n```\n\nOutput: the program prints\nwhat was asked.")]
    [InlineData("```python\nprint(42)\n```\n\nWe see it.\n\n```output\n42\n```")]
    [InlineData("```python\nprint(42)")]
    public void What_is_not_certainly_its_output_is_none(string text) => Assert.All(Programs(text), program => Assert.Null(program.Output));

    [Theory]
    [InlineData("```lean\n#eval 42\n```\n```output\n42\n```")]
    [InlineData("```\nprint(42)\n```\n```output\n42\n```")]
    [InlineData("The function <code>print</code> shows it.\n\n```output\n42\n```")]
    [InlineData("Run `print(42)`: 42")]
    public void What_is_no_Python_is_no_program(string text) => Assert.Empty(Programs(text));

    [Fact]
    public void Each_prompt_of_a_session_is_a_program()
    {
        var programs = Programs("```python\n>>> x = 6\n>>> x * 7\n42\n>>> for i in range(2):\n...     print(i)\n...\n0\n1\n```");
        Assert.Equal([("x = 6", null), ("x * 7", "42"), ("for i in range(2):\n    print(i)\n", "0\n1")],
            programs.Select(program => (program.Source, program.Output?.Text)));
    }

    [Fact]
    public void The_cells_of_a_notebook_are_programs_with_what_they_show()
    {
        const string Notebook = """
            {"cells": [
              {"cell_type": "markdown", "source": ["# Solution\n", "\n", "We compute 6 times 7."]},
              {"cell_type": "code", "outputs": [{"output_type": "stream", "name": "stdout", "text": ["42\n"]},
                {"output_type": "execute_result", "data": {"text/plain": ["43"]}}], "source": ["print(42)\n", "43"]},
              {"cell_type": "code", "outputs": [{"output_type": "display_data", "data": {"image/png": "x"}}], "source": "plot()"}],
             "metadata": {}, "nbformat": 4}
            """;
        var programs = ProgramReader.Of(Assert.Single(TraceReader.Read(Notebook, TraceFormat.Notebook).Traces));
        Assert.Equal([("print(42)\n43", "42\n\n43"), ("plot()", null)], programs.Select(program => (program.Source, program.Output?.Text)));
        Assert.All(programs, program => Assert.Equal(0, program.Step));
    }

    // As if the text stood by itself.
    private static List<WrittenProgram> Programs(string text)
    {
        const string Before = "Problem: How many?\n\nSolution:\n\n";
        var trace = Assert.Single(TraceReader.Read($"{Before}{text}\n", TraceFormat.Markdown).Traces);
        return [.. ProgramReader.Of(trace).Select(program => program with
        {
            Output = program.Output is { } output ? output with { Written = output.Written.Shift(-Before.Length) } : null,
        })];
    }
}
