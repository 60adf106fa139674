using ReasoningLsp.Traces.Reading;
using Xunit;

namespace ReasoningLsp.Traces.Tests;

public sealed class NotebookTests
{
    private const string Notebook = """
        {
         "cells": [
          {"cell_type": "markdown", "source": ["# Problem\n", "\n", "How many are \\\"left\\\"?\n"]},
          {"cell_type": "markdown", "source": "## Solution\n\n$17 \\times 23 = 391$ eggs."},
          {"cell_type": "code", "source": ["17 * 23 == 381"], "outputs": []},
          {"cell_type": "markdown", "source": ["Then 391 - 41 = 350 are left."]}
         ],
         "metadata": {}, "nbformat": 4, "nbformat_minor": 5
        }
        """;

    [Fact]
    public void Cells_of_Markdown_are_one_text_and_cells_of_code_are_none()
    {
        var trace = Assert.Single(Read(Notebook).Traces);
        Assert.Equal("How many are \\\"left\\\"?", trace.Problem?.Text);
        Assert.Equal(["$17 \\times 23 = 391$ eggs.", "Then 391 - 41 = 350 are left."], trace.Steps.Select(step => step.Text.Text));
    }

    [Fact]
    public void Places_lie_in_the_cell()
    {
        var step = Read(Notebook).Traces[0].Steps[0];
        var at = step.Text.Text.IndexOf("391", StringComparison.Ordinal);
        var span = step.Text.ToOriginal(new TextSpan(at, 3));
        Assert.Equal("391", Notebook.Substring(span.Start, span.Length));
        Assert.Equal("$17 \\\\times 23 = 391$ eggs.", Notebook.Substring(step.Span.Start, step.Span.Length));
    }

    [Theory]
    [InlineData(TraceFormat.Json)]
    [InlineData(TraceFormat.Notebook)]
    public void A_notebook_is_recognised_without_its_name(TraceFormat format)
    {
        var document = TraceReader.Read(Notebook, format);
        Assert.Equal(TraceFormat.Notebook, document.Format);
        Assert.Equal(2, document.Traces[0].Steps.Length);
        Assert.Equal(TraceFormat.Json, TraceFormats.FromContent(Notebook));
    }

    [Theory]
    [InlineData("{\"problem\": \"How many \\\"cells\\\"?\", \"steps\": [\"1 + 1 = 2\"]}")]
    [InlineData("{\"cells\": [1, 2], \"steps\": [\"1 + 1 = 2\"]}")]
    public void A_record_that_speaks_of_cells_is_a_record(string text)
    {
        var document = TraceReader.Read(text, TraceFormat.Json);
        Assert.Equal(TraceFormat.Json, document.Format);
        Assert.Equal("1 + 1 = 2", Assert.Single(Assert.Single(document.Traces).Steps).Text.Text);
    }

    [Theory]
    [InlineData("", 0)]
    [InlineData("[]", 1)]
    [InlineData("{\"cells\": 3}", 1)]
    [InlineData("{\"cells\": [", 1)]
    [InlineData("{\"cells\": []}", 0)]
    [InlineData("{\"cells\": [{\"cell_type\": \"markdown\"}, 3, {\"cell_type\": \"markdown\", \"source\": [3]}]}", 0)]
    public void What_is_no_notebook_is_said(string text, int errors) => Assert.Equal(errors, Read(text).Errors.Length);

    [Theory]
    [InlineData("a.ipynb", TraceFormat.Notebook)]
    [InlineData("a.qmd", TraceFormat.Markdown)]
    [InlineData("a.Rmd", TraceFormat.Markdown)]
    [InlineData("a.markdown", TraceFormat.Markdown)]
    public void Files_of_notebooks_and_reports_have_a_format(string path, TraceFormat format) =>
        Assert.Equal(format, TraceFormats.FromPath(path));

    private static TraceDocument Read(string text)
    {
        var document = TraceReader.Read(text, TraceFormat.Notebook);
        Invariants.Check(document);
        return document;
    }
}
