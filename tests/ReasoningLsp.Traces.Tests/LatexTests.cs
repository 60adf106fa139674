using ReasoningLsp.Traces.Reading;
using Xunit;

namespace ReasoningLsp.Traces.Tests;

public sealed class LatexTests
{
    private static string Read(string text) => Render.Steps(TraceReader.Read(text, TraceFormat.Latex));

    [Fact]
    public void Environments_name_the_parts_and_items_are_steps() => Assert.Equal("""
        trace
          problem «Find $x$.»
          0 «We do three things.»
          1 ⟨\item⟩ #1 «First $x = 1$.⏎⏎sub»
          2 ⟨\item⟩ #2 «Second \begin{align}x &= 2\end{align}⏎⏎more of it»
          3 ⟨\item[7.]⟩ #7 «third»
          4 «So it is.»

        """, Read("""
        \documentclass{article}
        \title{Not a step}
        \begin{document}
        \maketitle
        \begin{problem}[AIME]
        Find $x$. % for real
        \end{problem}
        \begin{solution}
        We do three things.
        \begin{enumerate}
          \item First $x = 1$. % \item not this one
          \begin{itemize}
            \item sub
          \end{itemize}
          \item Second \begin{align}x &= 2\end{align}

          more of it
          \item[7.] third
        \end{enumerate}
        So it is.
        \end{solution}
        \end{document}
        Not a step either.

        """));

    [Fact]
    public void A_question_of_an_exam_is_a_problem_up_to_its_solution() => Assert.Equal("""
        trace
          problem «Solve $2x = 8$.»
          0 «So $x = 4$.»
        trace
          problem «What is $2 + 2$?»
          0 «$2 + 2 = 4$»

        """, Read("""
        \begin{questions}
        \question[5] Solve $2x = 8$.
        \begin{solution}
        So $x = 4$.
        \end{solution}
        \question
        \begin{parts}
        \part[2] What is $2 + 2$?
        \begin{solutionorbox}[2cm]
        $2 + 2 = 4$
        \end{solutionorbox}
        \end{parts}
        \end{questions}

        """));

    [Fact]
    public void Headings_and_bold_words_are_labels_too() => Assert.Equal("""
        trace
          problem «Find $x$.»
          0 ⟨\paragraph{Step 1}⟩ #1 «Take $x = 3$.»
          1 ⟨\textbf{Step 2.}⟩ #2 «Then $x^2 = 9$.»
          answer «9»

        """, Read("""
        \section*{Problem}
        Find $x$.
        \section*{Solution}
        \paragraph{Step 1} Take $x = 3$.

        \textbf{Step 2.} Then $x^2 = 9$.

        \textbf{Answer:} 9

        """));

    [Fact]
    public void Comments_are_no_text_and_escaped_percent_signs_are()
    {
        const string Text = "It is 20\\% % of 50\nof 50.\n";
        var step = Assert.Single(TraceReader.Read(Text, TraceFormat.Latex).Traces[0].Steps);
        Assert.Equal("It is 20\\% \nof 50.", step.Text.Text);
        Assert.Equal(Text.IndexOf("of 50.", StringComparison.Ordinal), step.Text.ToOriginal(new TextSpan(12, 6)).Start);
    }

    [Fact]
    public void Verbatim_is_code_whatever_stands_in_it()
    {
        var step = Assert.Single(
            TraceReader.Read("See\n\\begin{verbatim}\n\n\\item % $\n\n\\end{verbatim}\nthere.\n", TraceFormat.Latex).Traces[0].Steps);
        Assert.Equal("\\begin{verbatim}\n\n\\item % $\n\n\\end{verbatim}", step.Text.Text[step.Code[0].Start..step.Code[0].End]);
        Assert.EndsWith("there.", step.Text.Text, StringComparison.Ordinal);
    }

    [Fact]
    public void A_proof_without_parts_is_paragraphs() =>
        Assert.Equal("trace\n  0 «Let $n$ be even.»\n  1 «Then $n^2$ is even.»\n",
        Read("\\begin{proof}\nLet $n$ be even.\n\nThen $n^2$ is even. \\qed\n\\end{proof}\n"));

    [Theory]
    [InlineData(@"a \includegraphics[width=1+1=3]{x.png} b", "a  b")]
    [InlineData(@"a \href{http://x.y/1+1=3}{c} b", "a {c} b")]
    public void Pictures_and_where_links_lead_are_left_out(string written, string read) => Assert.Equal(read,
        Assert.Single(Assert.Single(TraceReader.Read($"\\begin{{document}}\n{written}\n\\end{{document}}\n", TraceFormat.Latex)
            .Traces).Steps).Text.Text.Trim());

    [Theory]
    [InlineData(@"a \verb|1 + 1 = 3| b")]
    [InlineData(@"a \url{http://x.y/1+1=3} b")]
    public void Code_within_a_line_is_code(string written) => Assert.Single(
        Assert.Single(Assert.Single(TraceReader.Read($"\\begin{{document}}\n{written}\n\\end{{document}}\n", TraceFormat.Latex)
            .Traces).Steps).Code);
}
